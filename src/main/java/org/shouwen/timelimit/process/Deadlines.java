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
import org.shouwen.workflow.InWords;
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

    @InWords(value = "签收时限", table = "timeLimits")
    public Date respondBy(DelegateExecution execution) {
        return due(execution, ClockKind.RESPOND);
    }

    @InWords(value = "到场时限", table = "timeLimits")
    public Date arriveBy(DelegateExecution execution) {
        return due(execution, ClockKind.ARRIVE);
    }

    @InWords(value = "答复时限", table = "timeLimits")
    public Date answerBy(DelegateExecution execution) {
        return due(execution, ClockKind.ANSWER);
    }

    @InWords(value = "方案时限", table = "timeLimits")
    public Date planBy(DelegateExecution execution) {
        return due(execution, ClockKind.PLAN);
    }

    @InWords(value = "办结时限", table = "timeLimits")
    public Date resolveBy(DelegateExecution execution) {
        return due(execution, ClockKind.FINISH);
    }

    private Date due(DelegateExecution execution, ClockKind clock) {
        return date(ticket(execution).find(clock).map(Deadline::due));
    }

    // When the running flow hands a clock over to its ladder: as it comes near its limit, once

    @InWords(value = "签收将到期", table = "escalation")
    public Date respondWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.RESPOND);
    }

    @InWords(value = "到场将到期", table = "escalation")
    public Date arriveWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.ARRIVE);
    }

    @InWords(value = "答复将到期", table = "escalation")
    public Date answerWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.ANSWER);
    }

    @InWords(value = "方案将到期", table = "escalation")
    public Date planWarnBy(DelegateExecution execution) {
        return handOver(execution, ClockKind.PLAN);
    }

    @InWords(value = "办结将到期", table = "escalation")
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

    @InWords(value = "到预警的时候", table = "escalation")
    public Date warnBy(DelegateExecution execution) {
        return level(execution, Ladder.WARNING);
    }

    @InWords(value = "到一级督办的时候", table = "escalation")
    public Date levelOneBy(DelegateExecution execution) {
        return level(execution, 1);
    }

    @InWords(value = "到二级督办的时候", table = "escalation")
    public Date levelTwoBy(DelegateExecution execution) {
        return level(execution, 2);
    }

    @InWords(value = "到三级督办的时候", table = "escalation")
    public Date levelThreeBy(DelegateExecution execution) {
        return level(execution, 3);
    }

    private Date level(DelegateExecution execution, int level) {
        return date(supervision.reached(
                ticket(execution), TimeLimitProcess.clock(execution), TimeLimitProcess.CYCLE.get(execution), level));
    }

    // Supervision

    /** By when whoever was asked has to acknowledge. */
    @InWords(value = "确认督办的时限", table = "escalation")
    public Date acknowledgeBy(DelegateExecution execution) {
        return date(supervision.acknowledgeBy(SupervisionProcess.ESCALATION.get(execution)));
    }

    /** When the next person is asked; never where nobody is left. */
    @InWords(value = "确认的时限已过，还有下一位", table = "escalation")
    public Date passOnBy(DelegateExecution execution) {
        return date(supervision.passOnAt(SupervisionProcess.ESCALATION.get(execution)));
    }

    // Waiting

    /** How long a call to somebody on call lasts, from now. */
    @InWords("应答一次呼叫的时限")
    public Date attemptBy(DelegateExecution execution) {
        return date(limits.answered(ticket(execution), acting.when()));
    }

    /** When promises that stand still run on. */
    @InWords("等待期的最后一天")
    public Date pauseUntil(DelegateExecution execution) {
        return date(ticket(execution).pause().map(Pause::until));
    }

    /** When finished work counts as accepted. */
    @InWords("验收期限")
    public Date deemedBy(DelegateExecution execution) {
        return date(limits.deemedAccepted(ticket(execution)));
    }

    /**
     * When a time that people gave a name is over, counted from now on the site's calendar.
     *
     * @param name row of the table {@code waiting-times}
     */
    @InWords(value = "等候时限", table = "waitingTimes")
    public Date waiting(DelegateExecution execution, String name) {
        return date(limits.waited(name, ticket(execution), acting.when()));
    }

    private Ticket ticket(DelegateExecution execution) {
        return tickets.get(execution.getProcessBusinessKey());
    }

    private static Date date(Optional<Instant> at) {
        return Date.from(at.orElse(DueDates.NEVER));
    }
}
