package org.shouwen.rulebook.web;

import java.util.Optional;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way from a ticket to its place in the flow; what is open there is looked up when somebody goes. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FlowPart implements TicketPart {

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return !ticket.status().isFinal() && ticket.status() != Status.FOLLOWING
                ? Optional.of(new Shown(Place.COURSE, "rulebook/ticket :: flow", ticket.number()))
                : Optional.empty();
    }
}
