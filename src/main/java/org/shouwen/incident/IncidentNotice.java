package org.shouwen.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;

/** What the wording says of the incident that a ticket follows, and the text that all are told. */
@Component
class IncidentNotice implements NoticeFacts {

    /** Lines of the incident's timeline that say what came of it. */
    private static final Set<String> RESULTS = Set.of("reported", "answered", "concluded");

    private final Followers followers;
    private final Announcements announcements;
    private final Tickets tickets;

    IncidentNotice(Followers followers, Announcements announcements, Tickets tickets) {
        this.followers = followers;
        this.announcements = announcements;
        this.tickets = tickets;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>();
        followers.find(ticket.number()).map(Follower::incident).ifPresent(incident -> {
            facts.put("incident", incident);
            result(tickets.timeline(incident), facts);
        });
        if (flow.get(AnnouncementDesk.ANNOUNCEMENT) instanceof Long id) {
            facts.put("announcement", announcements.get(id).text());
        }
        return facts;
    }

    private static void result(List<TimelineEntry> incident, Map<String, Object> facts) {
        incident.stream()
                .filter(line -> RESULTS.contains(line.event()))
                .reduce((earlier, later) -> later)
                .ifPresent(line -> facts.put("incidentResult", line.text()));
    }
}
