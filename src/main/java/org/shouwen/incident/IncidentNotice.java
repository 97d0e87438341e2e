package org.shouwen.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What the wording says of the incident that a ticket follows, and the text that all are told. */
@Component
record IncidentNotice(
        Followers followers, Announcements announcements, Tickets tickets, IncidentBoard board, Moments moments)
        implements NoticeFacts {

    /** Lines of the incident's timeline that say what came of it. */
    private static final Set<TicketEvent> RESULTS =
            Set.of(TicketEvent.REPORTED, TicketEvent.ANSWERED, TicketEvent.CONCLUDED);

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>();
        var followed = new LookUp<>(() -> followers.find(ticket.number()));
        facts.put("incident", followed.fact(Follower::incident));
        facts.put("incidentResult", followed.fact(follower -> result(follower.incident())));
        facts.put("incidentMatter", followed.fact(follower -> matter(tickets.get(follower.incident()))));
        facts.put("incidentPromises", followed.fact(follower -> board.promises(tickets.get(follower.incident()))));
        var announcement = new LookUp<>(() ->
                Optional.ofNullable(flow.get(AnnouncementDesk.ANNOUNCEMENT)).map(id -> announcements.get((Long) id)));
        facts.put("announcement", announcement.fact(Announcement::text));
        return facts;
    }

    /** Where the other one lives is nobody else's business. */
    private String matter(Ticket incident) {
        return "%s，%s受理，%s"
                .formatted(
                        incident.facts().categoryLabel(),
                        moments.text(incident.facts().openedAt()),
                        incident.status().label());
    }

    /** @return null where nothing was said */
    private String result(String incident) {
        return tickets.timeline(incident).stream()
                .filter(line -> RESULTS.stream().anyMatch(line::is))
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::text)
                .orElse(null);
    }
}
