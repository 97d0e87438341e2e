package org.shouwen.incident.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.incident.SimilarTickets;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a ticket's page says of the incident that it follows or is, and with which others it could be one. */
@Configuration(proxyBeanMethods = false)
record IncidentParts(IncidentBoard board, SimilarTickets similar, Tickets tickets, DeedDesk deeds) {

    /**
     * @param follows the ticket that settles the matter, or null
     * @param leave the form with which it is worked on by itself, or null
     * @param reports how many reported the matter; 1: nobody else did
     */
    record Standing(String number, Ticket follows, Form leave, int reports) {}

    /** @param similar which others may be the same matter; none before the reader asked for the form */
    record Joining(Form form, List<Ticket> similar) {}

    @Bean
    TicketPart incidentStanding() {
        return (ticket, reader, asked) -> {
            Ticket incident = Optional.ofNullable(board.incidentOf(ticket))
                    .map(tickets::get)
                    .orElse(null);
            int reports = board.reports(incident == null ? ticket : incident);
            return incident == null && reports == 1
                    ? Optional.empty()
                    : Optional.of(new TicketPart.Shown(
                            TicketPart.Place.TOP,
                            "incident/ticket :: standing",
                            new Standing(
                                    ticket.number(),
                                    incident,
                                    deeds.form(IncidentDeeds.LEAVE, ticket, reader, asked)
                                            .orElse(null),
                                    reports)));
        };
    }

    @Bean
    TicketPart incidentJoining() {
        return (ticket, reader, asked) -> deeds.form(IncidentDeeds.JOIN, ticket, reader, asked)
                .map(form -> new TicketPart.Shown(
                        TicketPart.Place.CHANGES,
                        "incident/ticket :: joining",
                        new Joining(form, form.made() ? similar(ticket, reader) : List.of())));
    }

    private List<Ticket> similar(Ticket ticket, Caller reader) {
        return similar.joinable(ticket.facts().intake(), reader).stream()
                .map(SimilarTickets.Similar::ticket)
                .filter(other -> !other.number().equals(ticket.number()))
                .toList();
    }
}
