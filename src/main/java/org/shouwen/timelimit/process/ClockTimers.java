package org.shouwen.timelimit.process;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.SupervisionEnds;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.DueDates;
import org.shouwen.workflow.UserTasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets ladders, timers, tasks and supervisions follow the ticket, in the transaction that changes it. */
@Component
record ClockTimers(RuntimeService runtime, DueDates dueDates, SupervisionEnds ends, Acting acting) {

    @EventListener
    void withdrawn(Tickets.Withdrawn event) {
        ends.ticketIsOver(event.number(), acting.when());
    }

    @EventListener
    void joined(Tickets.Joined event) {
        ends.ticketIsOver(event.number(), acting.when());
    }

    @EventListener
    void closed(Tickets.Closed event) {
        ends.ticketIsOver(event.number(), acting.when());
    }

    @EventListener
    void done(UserTasks.DoneLate event) {
        if (event.own()) {
            ends.ownStepIsDone(event.number(), event.by(), acting.when());
        } else {
            ends.stepIsDone(event.number(), event.step(), event.by(), acting.when());
        }
    }

    @EventListener
    void changed(Tickets.ClocksChanged event) {
        event.changes().forEach(change -> {
            ladder(event.number(), change.before(), change.after());
            if (hasLadder(change.before()) && !isSame(change)) {
                ends.promiseIsOver(event.number(), change.before(), acting.when());
            }
        });
        if (event.changes().stream().anyMatch(ClockTimers::moves)) {
            dueDates.recount(event.number());
        }
    }

    /** A watched promise has its ladder until it is kept, or a later promise takes its place. */
    private void ladder(String number, Deadline before, Deadline after) {
        boolean same = before != null && before.cycle() == after.cycle();
        if (hasLadder(before) && !(same && hasLadder(after))) {
            runtime.createMessageCorrelation(TimeLimitProcess.STOPPED)
                    .processInstanceBusinessKey(number)
                    .processInstanceVariableEquals(
                            TimeLimitProcess.CLOCK.name(), before.clock().name())
                    .processInstanceVariableEquals(TimeLimitProcess.CYCLE.name(), before.cycle())
                    .correlateAll();
        }
        if (hasLadder(after) && !(same && hasLadder(before))) {
            runtime.startProcessInstanceByKey(
                    TimeLimitProcess.KEY,
                    number,
                    Map.of(
                            TimeLimitProcess.CLOCK.name(), after.clock().name(),
                            TimeLimitProcess.CYCLE.name(), after.cycle()));
        }
    }

    private static boolean hasLadder(Deadline deadline) {
        return deadline != null && deadline.course().watched() && deadline.stoppedAt() == null;
    }

    /** @return whether the promise runs on, or stands still, as it did */
    private static boolean isSame(Tickets.Change change) {
        return change.after().cycle() == change.before().cycle()
                && change.after().stoppedAt() == null;
    }

    /** Where a clock only stops, its timers may come: they find nothing to do. */
    private static boolean moves(Tickets.Change change) {
        return change.after().stoppedAt() == null && !Objects.equals(runsTo(change.before()), runsTo(change.after()));
    }

    private static Instant runsTo(Deadline deadline) {
        return deadline != null && deadline.runs() ? deadline.due() : null;
    }
}
