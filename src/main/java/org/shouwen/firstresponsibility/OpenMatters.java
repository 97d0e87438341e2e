package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What a person still has in hand. */
@Component
class OpenMatters {

    private final Tickets tickets;

    OpenMatters(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @return open tickets that the person works on, newest first; at most 100 */
    List<Ticket> inHandOf(String staff, Instant at) {
        return tickets.page(new Tickets.Query(null, null, true, false, null, staff, null, 100, null), at)
                .items();
    }

    /** @return open tickets of which the person is handler or first responder, one a line; for the record */
    String describe(String staff, Instant at) {
        List<Ticket> open = tickets.page(new Tickets.Query(null, null, true, false, staff, null, null, 100, null), at)
                .items();
        return open.isEmpty()
                ? "没有未办结的工单"
                : open.stream().map(OpenMatters::line).collect(Collectors.joining("\n"));
    }

    private static String line(Ticket ticket) {
        String pause = ticket.pause()
                .map(waiting -> "，暂停：" + waiting.reason().label()
                        + (waiting.reference().isBlank() ? "" : "（" + waiting.reference() + "）"))
                .orElse("");
        return "%s %s %s，%s，%s%s"
                .formatted(
                        ticket.number(),
                        ticket.facts().priority().label(),
                        ticket.facts().location(),
                        ticket.facts().categoryLabel(),
                        ticket.status() == Status.RECEIVED
                                ? "待派单"
                                : ticket.status().label(),
                        pause);
    }
}
