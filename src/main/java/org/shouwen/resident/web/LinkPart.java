package org.shouwen.resident.web;

import java.util.Optional;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.TicketPart;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the links to the resident's page stand, on a ticket's page. */
@Component
@Order(20)
record LinkPart(LinkDesk links, DeedDesk deeds) implements TicketPart {

    /**
     * @param links how they stand
     * @param issue the form that gives one, or null
     * @param revoke the form that ends them all, or null
     */
    record Part(LinkDesk.Standing links, Form issue, Form revoke) {}

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        LinkDesk.Standing standing = links.standing(ticket.number(), reader.at());
        return Optional.of(new Shown(
                Place.RESIDENT,
                "resident/links :: part",
                new Part(
                        standing,
                        deeds.form(LinkDeeds.ISSUE, ticket, reader, asked).orElse(null),
                        standing.open() == 0
                                ? null
                                : deeds.form(LinkDeeds.REVOKE, ticket, reader, asked)
                                        .orElse(null))));
    }
}
