package org.shouwen.incident.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.incident.Announcement;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.page.Shown;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * On the page of whose matter is settled with others, and was: which matter that is, how it stands, what is promised there,
 * what came of it, and what all were told; the last also on the page of whoever reported it first.
 */
@Component
@Order(40)
record FollowedIncident(IncidentBoard board, Tickets tickets, Moments moments) implements ResidentPart {

    /**
     * @param status how the matter stands; whether its first reporter is still asked is nobody else's business, nor where he
     *     lives
     * @param waits whether the reader is asked only when it has ended
     * @param promises what everybody is promised now
     * @param result what came of it, or null while it is worked on
     */
    record Followed(
            String number,
            String matter,
            String opened,
            String status,
            boolean waits,
            List<String> promises,
            String result,
            List<Said> announced) {}

    /** What all were told. */
    record Said(String at, String text) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        if (ticket.status() == Status.WITHDRAWN) {
            return Optional.empty();
        }
        return Optional.ofNullable(board.incidentOf(ticket))
                .map(tickets::get)
                .map(incident -> new Shown("incident/resident :: followed", followed(ticket, incident)))
                .or(() -> Optional.of(announced(ticket.number()))
                        .filter(said -> !said.isEmpty())
                        .map(said -> new Shown("incident/resident :: announced", said)));
    }

    private Followed followed(Ticket follower, Ticket incident) {
        Status status = incident.status();
        return new Followed(
                incident.number(),
                incident.facts().categoryLabel(),
                moments.text(incident.facts().openedAt()),
                status.isAtWork() ? status.label() : "已办完",
                follower.status() == Status.FOLLOWING,
                board.promises(incident),
                status.isAtWork() && status != Status.DONE ? null : board.result(incident.number()),
                announced(incident.number()));
    }

    private List<Said> announced(String incident) {
        return board.announced(incident).stream().map(this::said).toList();
    }

    private Said said(Announcement announcement) {
        return new Said(moments.text(announcement.at()), announcement.text());
    }
}
