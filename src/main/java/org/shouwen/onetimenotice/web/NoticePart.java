package org.shouwen.onetimenotice.web;

import java.util.List;
import java.util.Optional;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.TicketPart;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was told on a ticket's page: the numbered notice; where a kind only wants things known, the list alone. */
@Component
@Order(5)
record NoticePart(OneTimeNotices notices) implements TicketPart {

    /** @param notice null where the list has no number */
    record Told(List<String> items, OneTimeNotice notice) {}

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        return notices.telling(ticket.number())
                .map(told -> new Told(told.texts(), notices.of(ticket.number()).orElse(null)))
                .map(told -> new Shown(Place.COURSE, "onetimenotice/ticket :: part", told));
    }
}
