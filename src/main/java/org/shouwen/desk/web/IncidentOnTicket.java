package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.incident.SimilarTickets;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a ticket's page says of the incident that it follows or is, and with which others it could be one. */
@ControllerAdvice(assignableTypes = TicketController.class)
class IncidentOnTicket {

    /** The form with which a ticket joins an incident. */
    private static final String FORM = "incident";

    private final IncidentBoard board;
    private final SimilarTickets similar;
    private final Tickets tickets;
    private final Kinds kinds;
    private final Moments moments;

    IncidentOnTicket(IncidentBoard board, SimilarTickets similar, Tickets tickets, Kinds kinds, Moments moments) {
        this.board = board;
        this.similar = similar;
        this.tickets = tickets;
        this.kinds = kinds;
        this.moments = moments;
    }

    /**
     * @param follows the ticket that settles the matter, or null
     * @param leaves whether it can be worked on by itself
     * @param reports how many reported the ticket's matter; 1: nobody else did
     * @param joins whether it can follow another one
     * @param similar which others may be the same matter; null where the reader did not ask for that form
     */
    record Standing(Other follows, boolean leaves, int reports, boolean joins, List<Other> similar) {}

    record Other(String number, String location, String category, String status, String opened, int reports) {}

    @ModelAttribute("standing")
    Standing standing(@PathVariable String number, @RequestParam(defaultValue = "") String form, Caller caller) {
        Ticket ticket = tickets.get(number);
        Caller reader = caller;
        boolean may = TicketRights.mayChange(ticket, reader);
        boolean joins = may
                && ticket.status().isAtWork()
                && kinds.get(ticket.kind()).actions().contains(TicketKind.Action.FOLLOW);
        String incident = board.incidentOf(ticket);
        return new Standing(
                incident == null ? null : other(tickets.get(incident)),
                may && ticket.status() == Status.FOLLOWING,
                board.reports(ticket),
                joins,
                joins && FORM.equals(form) ? similar(ticket, reader) : null);
    }

    private List<Other> similar(Ticket ticket, Caller reader) {
        Intake told = ticket.facts().intake();
        return similar
                .find(told.kind(), told.category(), told.home(), told.place(), reader.code(), moments.now())
                .stream()
                .filter(SimilarTickets.Similar::joinable)
                .map(SimilarTickets.Similar::ticket)
                .filter(other -> !other.number().equals(ticket.number()))
                .map(this::other)
                .toList();
    }

    private Other other(Ticket ticket) {
        return new Other(
                ticket.number(),
                ticket.facts().location(),
                ticket.facts().categoryLabel(),
                ticket.status().label(),
                moments.text(ticket.facts().openedAt()),
                board.reports(ticket));
    }
}
