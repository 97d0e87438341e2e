package org.shouwen.ticket.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Sight;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketFacts;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a ticket says beyond the common facts, and which others it hangs together with. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "tickets")
class TicketLinksController {

    private final Tickets tickets;
    private final TicketLinks links;
    private final TicketFacts facts;
    private final TicketDesk desk;
    private final Sight sight;

    TicketLinksController(Tickets tickets, TicketLinks links, TicketFacts facts, TicketDesk desk, Sight sight) {
        this.tickets = tickets;
        this.links = links;
        this.facts = facts;
        this.desk = desk;
        this.sight = sight;
    }

    /**
     * A link as it is read on this ticket.
     *
     * @param number the other ticket
     * @param relation CONVERTED, FOLLOWS or REPEATS; read from this ticket to the other one, else from the other one to this
     * @param outgoing whether it is read from this ticket
     */
    record LinkView(
            String number,
            String kind,
            String kindLabel,
            String status,
            String statusLabel,
            String relation,
            String relationLabel,
            boolean outgoing,
            Instant at,
            String by) {}

    record LinksView(List<LinkView> items) {}

    @GetMapping("/links")
    @Operation(summary = "Tickets that this one was turned into, made from, follows, or repeats")
    LinksView links(@PathVariable String number, Caller caller) {
        return new LinksView(links.of(number).stream()
                .flatMap(link -> tickets
                        .find(link.from(number))
                        .filter(other -> sight.sees(other.number(), caller))
                        .map(other -> view(number, link, other))
                        .stream())
                .toList());
    }

    private LinkView view(String number, TicketLinks.Link link, Ticket other) {
        return new LinkView(
                other.number(),
                other.kind(),
                desk.kind(other.kind()).label(),
                other.status().name(),
                other.status().label(),
                link.relation().name(),
                link.labelOn(number),
                link.ticket().equals(number),
                link.at(),
                link.by());
    }

    record FactsView(List<TicketKind.Fact> items) {}

    @GetMapping("/facts")
    @Operation(summary = "What was told at intake beyond the common facts, and what the ticket's kind knows")
    FactsView facts(@PathVariable String number, Caller caller) {
        Ticket ticket = tickets.get(number);
        return new FactsView(facts.of(ticket, caller));
    }
}
