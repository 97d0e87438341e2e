package org.shouwen.page;

import java.util.Locale;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;

/**
 * A ticket in a list.
 *
 * @param urgency code of the priority, for its colour
 * @param stage code of the status, for its colour
 * @param promise the promise that breaks first, or null
 */
public record TicketRow(
        String number,
        String urgency,
        String priority,
        String location,
        String category,
        String stage,
        String status,
        String firstResponder,
        String handler,
        Promise promise,
        String opened) {

    public static TicketRow of(Ticket ticket, Names names, Moments moments) {
        return new TicketRow(
                ticket.number(),
                ticket.facts().priority().name().toLowerCase(Locale.ROOT),
                ticket.facts().priority().label(),
                ticket.facts().location(),
                ticket.facts().categoryLabel(),
                ticket.status().name().toLowerCase(Locale.ROOT),
                ticket.status().label(),
                names.of(ticket.firstResponder()),
                ticket.handler().map(names::of).orElse("—"),
                Promise.next(ticket, names, moments).orElse(null),
                moments.text(ticket.facts().openedAt()));
    }
}
