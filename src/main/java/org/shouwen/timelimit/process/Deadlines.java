package org.shouwen.timelimit.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.Ladder;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;

/**
 * What timers and tasks of the models ask for a moment about promises. It never answers null, which would roll back the
 * step of the person before.
 */
@Component("deadlines")
public class Deadlines {

    private final Tickets tickets;
    private final TimeLimits limits;
    private final Ladder ladder;
    private final SupervisionDesk supervision;
    private final Acting acting;

    Deadlines(Tickets tickets, TimeLimits limits, Ladder ladder, SupervisionDesk supervision, Acting acting) {
        this.tickets = tickets;
        this.limits = limits;
        this.ladder = ladder;
        this.supervision = supervision;
        this.acting = acting;
    }

    // By when a promise is kept

    public Date respondBy(DelegateExecution execution) {
        return due(execution, ClockKind.RESPOND);
    }

    public Date arriveBy(DelegateExecution execution) {
        return due(execution, ClockKind.ARRIVE);
    }

    public Date answerBy(DelegateExecution execution) {
        return due(execution, ClockKind.ANSWER);
    }

    public Date planBy(DelegateExecution execution) {
        return due(execution, ClockKind.PLAN);
    }

    public Date resolveBy(DelegateExecution execution) {
        return due(execution, ClockKind.FINISH);
    }

    private Date due(DelegateExecution execution, ClockKind clock) {
        return date(ticket(execution).find(clock).map(Deadline::due));
    }

    // When the running flow hands a clock over to its ladder: as it comes near its limit, once

    public Date respondWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.RESPOND);
    }

    public Date arriveWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.ARRIVE);
    }

    public Date answerWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.ANSWER);
    }

    public Date planWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.PLAN);
    }

    public Date finishWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.FINISH);
    }

    private Date handOver(DelegateExecution execution, ClockKind clock) {
        Ticket ticket = ticket(execution);
        return date(ticket.find(clock)
                .filter(deadline -> !deadline.course().watched())
                .flatMap(deadline -> ladder.reached(ticket, deadline, Ladder.WARNING)));
    }

    // The ladder of one clock and cycle

    public Date warnBy(DelegateExecution execution) {
        return level(execution, Ladder.WARNING);
    }

    public Date levelOneBy(DelegateExecution execution) {
        return level(execution, 1);
    }

    public Date levelTwoBy(DelegateExecution execution) {
        return level(execution, 2);
    }

    public Date levelThreeBy(DelegateExecution execution) {
        return level(execution, 3);
    }

    private Date level(DelegateExecution execution, int level) {
        return date(supervision.reached(
                ticket(execution), TimeLimitProcess.clock(execution), TimeLimitProcess.CYCLE.get(execution), level));
    }

    // Supervision

    /** By when whoever was asked has to acknowledge. */
    public Date acknowledgeBy(DelegateExecution execution) {
        return date(supervision.acknowledgeBy(SupervisionProcess.ESCALATION.get(execution)));
    }

    /** When the next person is asked; never where nobody is left. */
    public Date passOnBy(DelegateExecution execution) {
        return date(supervision.passOnAt(SupervisionProcess.ESCALATION.get(execution)));
    }

    // Waiting

    /** How long a call to somebody on call lasts, from now. */
    public Date attemptBy(DelegateExecution execution) {
        return date(limits.answered(ticket(execution), acting.when()));
    }

    /** When promises that stand still run on. */
    public Date pauseUntil(DelegateExecution execution) {
        return date(ticket(execution).pause().map(Pause::until));
    }

    /** When finished work counts as accepted. */
    public Date deemedBy(DelegateExecution execution) {
        return date(limits.deemedAccepted(ticket(execution)));
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }

    private static Date date(Optional<Instant> at) {
        return Date.from(at.orElse(DueDates.NEVER));
    }
}
