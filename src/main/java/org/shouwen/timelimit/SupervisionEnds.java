package org.shouwen.timelimit;

import java.time.Instant;
import java.util.function.Predicate;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.Escalation.Cause;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Supervisions end with what brought them up: nobody has to acknowledge what is done or over, and nobody else is asked. That
 * the level was reached stays in the records.
 */
@Component
public class SupervisionEnds {

    private final Tickets tickets;
    private final Escalations escalations;
    private final SupervisionExecution execution;

    SupervisionEnds(Tickets tickets, Escalations escalations, SupervisionExecution execution) {
        this.tickets = tickets;
        this.escalations = escalations;
        this.execution = execution;
    }

    /** The ticket has ended: closed, taken back, or settled by another one. */
    @Transactional
    public void ticketIsOver(String number, Instant at) {
        end(number, escalation -> escalation.cause().endsWithTicket(), "工单已结束", at);
    }

    /** A promise was kept after all, or a later one took its place. */
    @Transactional
    public void promiseIsOver(String number, Deadline promise, Instant at) {
        end(
                number,
                escalation -> escalation.cause() == Cause.of(promise.clock()) && escalation.cycle() == promise.cycle(),
                "事情已办或者已另定时限",
                at);
    }

    /** Opened again once more: whoever was asked about the time before may be who answers for it now. */
    @Transactional
    public void reopenedAgain(String number, Instant at) {
        end(number, escalation -> escalation.cause() == Cause.REOPENED, "又重新开启，另行督办", at);
    }

    /** @param by who had the step that was late, or null */
    @Transactional
    public void stepIsDone(String number, String step, String by, Instant at) {
        Cause.ofStep(step).ifPresent(cause -> stepIsDone(number, cause, by, at));
    }

    /** The same for a step that the managers drew themselves. */
    @Transactional
    public void ownStepIsDone(String number, String by, Instant at) {
        stepIsDone(number, Cause.OWN_STEP, by, at);
    }

    private void stepIsDone(String number, Cause cause, String by, Instant at) {
        end(
                number,
                escalation -> escalation.cause() == cause
                        && (escalation.late() == null || escalation.late().equals(by)),
                "事情已办",
                at);
    }

    private void end(String number, Predicate<Escalation> which, String why, Instant at) {
        escalations.openOf(number).stream().filter(which).forEach(escalation -> {
            escalations.end(escalation.id(), at);
            execution.end(number, escalation.id());
            tickets.note(
                    number,
                    SupervisionEvent.ENDED,
                    "%s：%s，不用再确认%s".formatted(escalation.cause().label(), why, escalation.title()),
                    Acting.SYSTEM,
                    at,
                    "cause",
                    escalation.cause(),
                    "level",
                    escalation.level());
        });
    }
}
