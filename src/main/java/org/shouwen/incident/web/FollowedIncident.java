package org.shouwen.incident.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.page.Shown;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of whose matter is settled with others: which matter that is, how it stands, and what is promised there. */
@Component
@Order(40)
record FollowedIncident(IncidentBoard board, Tickets tickets, Moments moments) implements ResidentPart {

    /** @param promises what everybody is promised now; where the other one lives is nobody else's business */
    record Followed(String number, String matter, String opened, String status, List<String> promises) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return Optional.of(ticket)
                .filter(following -> following.status() == Status.FOLLOWING)
                .map(board::incidentOf)
                .map(tickets::get)
                .map(incident -> new Shown("incident/resident :: followed", followed(incident)));
    }

    private Followed followed(Ticket incident) {
        return new Followed(
                incident.number(),
                incident.facts().categoryLabel(),
                moments.text(incident.facts().openedAt()),
                incident.status().label(),
                board.promises(incident));
    }
}
