package org.shouwen.notification.web;

import java.util.Optional;
import org.shouwen.notification.Notices;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Who was told what, on a ticket's page. Subjects only: a notice's text may hold a phone number that a reader must not see. */
@Component
record NoticesPart(Notices notices) implements TicketPart {

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return Optional.of(new Shown(Place.RESIDENT, "notification/ticket :: told", notices.ofTicket(ticket.number())));
    }
}
