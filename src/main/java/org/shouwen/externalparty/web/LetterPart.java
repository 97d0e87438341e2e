package org.shouwen.externalparty.web;

import java.util.Optional;
import org.shouwen.externalparty.Letters;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** The letters about a ticket among the facts of its page. */
@Component
record LetterPart(Letters letters) implements TicketPart {

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return Optional.of(new Shown(Place.FACTS, "externalparty/ticket :: facts", letters.of(ticket.number())));
    }
}
