package org.shouwen.renovation.web;

import java.util.Optional;
import org.shouwen.page.TicketPart;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a ticket's page to its renovation's; other kinds have none. */
@Component
@Order(6)
record RenovationPart(Renovations renovations) implements TicketPart {

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return renovations
                .find(ticket.number())
                .map(renovation -> new Shown(Place.COURSE, "renovation/ticket :: part", renovation));
    }
}
