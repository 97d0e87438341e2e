package org.shouwen.repair;

import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody is asked to tell the plan of a leak as long as it is promised, in the transaction that promises it or does not any more. */
@Component
record LeakPlans(Tickets tickets, RepairExecution execution) {

    @EventListener
    void changed(Tickets.ClocksChanged event) {
        event.changes().stream()
                .filter(change -> change.after().clock() == ClockKind.PLAN)
                .forEach(change -> changed(event.number(), change.before(), change.after()));
    }

    private void changed(String number, Deadline before, Deadline after) {
        boolean owed = before != null && before.stoppedAt() == null;
        boolean owes = after.stoppedAt() == null;
        if (owes && !owed) {
            execution.planPromised(number);
        } else if (owed && !owes && (after.course().dropped() || isMended(number))) {
            execution.planNotNeeded(number);
        }
    }

    /** What is mended was not told: whoever tells it does so while it is worked on. */
    private boolean isMended(String number) {
        return tickets.get(number).status() == Status.DONE;
    }
}
