package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.roster.Post;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What a person still has in hand. */
@Component
record OpenMatters(Tickets tickets) {

    /** @return open tickets that the person works on, newest first; at most 100 */
    List<Ticket> inHandOf(String staff, Instant at) {
        return tickets.page(TicketQuery.of(Filter.OPEN.handledBy(staff), 100), at)
                .items();
    }

    /**
     * @return open tickets of which the person is handler or first responder, one a line; for a record that everybody
     *     reads, so that those which somebody is kept out of are only counted
     */
    String describe(String staff, Instant at) {
        return describe(
                tickets.page(TicketQuery.of(Filter.OPEN.of(staff), 100), at).items());
    }

    /** @return the same of those that go to whoever takes the post */
    String describe(Post post, String staff, Instant at) {
        return describe(goingWith(post.code(), staff, at));
    }

    /** @return what the person works on at that post, which goes to whoever takes it from him */
    List<Ticket> goingWith(String post, String staff, Instant at) {
        return inHandOf(staff, at).stream()
                .filter(ticket -> ticket.facts().post().equals(post))
                .filter(ticket -> ticket.status().isAtWork())
                .toList();
    }

    private static String describe(List<Ticket> open) {
        List<String> lines = open.stream()
                .filter(ticket -> ticket.facts().recused() == null)
                .map(OpenMatters::line)
                .collect(Collectors.toCollection(ArrayList::new));
        if (lines.size() < open.size()) {
            lines.add("另有须回避的工单 " + (open.size() - lines.size()) + " 件，请在工单列表查看");
        }
        return lines.isEmpty() ? "没有未办结的工单" : String.join("\n", lines);
    }

    private static String line(Ticket ticket) {
        String pause = ticket.pause().map(waiting -> "，暂停：" + waiting.words()).orElse("");
        return "%s %s %s，%s，%s%s"
                .formatted(
                        ticket.number(),
                        ticket.facts().priority().label(),
                        ticket.facts().location(),
                        ticket.facts().categoryLabel(),
                        ticket.status() == Status.RECEIVED
                                ? "待安排"
                                : ticket.status().label(),
                        pause);
    }
}
