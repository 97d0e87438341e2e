package org.shouwen.resident.web;

import java.util.Optional;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.TicketPart;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** How the links to the resident's page stand, on a ticket's page. */
@Component
class LinkPart implements TicketPart {

    private final LinkDesk links;
    private final DeedDesk deeds;
    private final Moments moments;

    LinkPart(LinkDesk links, DeedDesk deeds, Moments moments) {
        this.links = links;
        this.deeds = deeds;
        this.moments = moments;
    }

    /**
     * @param open how many links open the resident's page
     * @param last when the last of them was given, or ""
     * @param end when they end, or ""
     * @param issue the form that gives one, or null
     * @param revoke the form that ends them all, or null
     */
    record Part(int open, String last, String end, Form issue, Form revoke) {}

    @Override
    public Optional<Shown> of(Ticket ticket, Caller reader, String asked) {
        LinkDesk.Standing standing = links.standing(ticket.number(), reader.at());
        return Optional.of(new Shown(
                Place.RESIDENT,
                "resident/links :: part",
                new Part(
                        standing.open(),
                        moments.text(standing.last()),
                        moments.text(standing.end()),
                        deeds.form(LinkDeeds.ISSUE, ticket, reader, asked).orElse(null),
                        standing.open() == 0
                                ? null
                                : deeds.form(LinkDeeds.REVOKE, ticket, reader, asked)
                                        .orElse(null))));
    }
}
