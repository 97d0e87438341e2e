package org.shouwen.incident;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What the wording says of the incident that a ticket follows, and the text that all are told. */
@Component
record IncidentNotice(
        Followers followers, Announcements announcements, Tickets tickets, IncidentBoard board, Moments moments)
        implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>();
        var followed = new LookUp<>(() -> followers.find(ticket.number()));
        facts.put("incident", followed.fact(Follower::incident));
        facts.put("incidentResult", followed.fact(follower -> board.result(follower.incident())));
        facts.put("incidentAlso", followed.fact(follower -> alsoReported(ticket, follower.incident())));
        facts.put("incidentAnnounced", followed.fact(follower -> board.announced(follower.incident()).stream()
                .findFirst()
                .map(Announcement::text)
                .orElse(null)));
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

    /** @return numbers under which the reporter told the same of the same home or place: he is asked once; null: none */
    private String alsoReported(Ticket ticket, String incident) {
        Person.AtPlace asked = Person.AtPlace.of(ticket);
        String others = followers.of(incident).stream()
                .map(Follower::ticket)
                .filter(number -> !number.equals(ticket.number()))
                .filter(number -> Person.AtPlace.of(tickets.get(number)).equals(asked))
                .collect(Collectors.joining("、"));
        return others.isEmpty() ? null : others;
    }
}
