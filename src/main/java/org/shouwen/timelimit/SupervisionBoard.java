package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Due;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketQuery;
import org.shouwen.ticket.TicketQuery.Filter;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What whoever supervises has to know: what is late, what stands still, what nobody acknowledged. */
@Component
public class SupervisionBoard {

    /** Of each list at most so many; whoever has more has other worries than the rest of the list. */
    private static final int MOST = 100;

    private final Tickets tickets;
    private final Escalations escalations;
    private final Pauses pauses;
    private final Ladder ladder;

    SupervisionBoard(Tickets tickets, Escalations escalations, Pauses pauses, Ladder ladder) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.pauses = pauses;
        this.ladder = ladder;
    }

    /** A supervision that nobody acknowledged yet, and by when whoever was asked has to; null: no limit. */
    public record Open(Escalation escalation, Instant acknowledgeBy) {}

    /** A ticket whose promises stand still. */
    public record Waiting(Ticket ticket, Pause pause) {}

    /**
     * @param reader who reads it; what he does not see is left out, here and below
     * @return tickets with a broken promise that still runs, newest first
     */
    public List<Ticket> late(Caller reader) {
        return tickets.page(TicketQuery.of(Filter.NONE.due(Due.OVERDUE), MOST).readBy(reader), reader.at())
                .items();
    }

    /** @return oldest first */
    public List<Open> open(Caller reader) {
        List<Escalation> open = escalations.open(Integer.MAX_VALUE);
        Set<String> seen = tickets.visible(open.stream().map(Escalation::ticket).toList(), reader);
        List<Escalation> shown = open.stream()
                .filter(escalation -> seen.contains(escalation.ticket()) || isAsked(reader, escalation))
                .limit(MOST)
                .toList();
        Map<String, Ticket> about =
                tickets.all(shown.stream().map(Escalation::ticket).distinct().toList());
        Ladder.Glance glance = ladder.new Glance();
        return shown.stream()
                .map(escalation -> new Open(
                        escalation,
                        escalation
                                .waitsFor()
                                .flatMap(asked -> glance.acknowledged(
                                        about.get(escalation.ticket()), escalation.level(), asked.at()))
                                .orElse(null)))
                .toList();
    }

    /** A grave matter of another site may wait for somebody of this one. */
    private static boolean isAsked(Caller reader, Escalation escalation) {
        return escalation
                .waitsFor()
                .filter(asked -> asked.person().equals(reader.code()))
                .isPresent();
    }

    /** @return longest first */
    public List<Waiting> waiting(Caller reader) {
        List<String> paused = pauses.open();
        Set<String> seen = tickets.visible(paused, reader);
        List<String> shown = paused.stream().filter(seen::contains).limit(MOST).toList();
        Map<String, Ticket> waiting = tickets.all(shown);
        return shown.stream()
                .map(waiting::get)
                .flatMap(ticket -> ticket.pause().map(pause -> new Waiting(ticket, pause)).stream())
                .toList();
    }
}
