package org.shouwen.timelimit.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * What timers and tasks of the models ask for a moment; the only such bean. It never answers null, which would roll back
 * the step of the person before.
 */
@Component("deadlines")
public class Deadlines {

    /** The answer where a promise has no limit (free until freed). */
    static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    private final Tickets tickets;

    Deadlines(Tickets tickets) {
        this.tickets = tickets;
    }

    public Date respondBy(DelegateExecution execution) {
        return due(execution, ClockKind.RESPOND);
    }

    public Date arriveBy(DelegateExecution execution) {
        return due(execution, ClockKind.ARRIVE);
    }

    public Date resolveBy(DelegateExecution execution) {
        return due(execution, ClockKind.FINISH);
    }

    private Date due(DelegateExecution execution, ClockKind clock) {
        Instant due =
                tickets.get(execution.getProcessBusinessKey()).deadline(clock).due();
        return Date.from(due == null ? NEVER : due);
    }
}
