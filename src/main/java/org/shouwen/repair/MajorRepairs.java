package org.shouwen.repair;

import org.shouwen.ticket.Area;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * How an approved major repair stands is told as long as its finish is promised: no longer once the work is reported, taken
 * back or joined, and again where its result was not accepted.
 */
@Component
record MajorRepairs(Tickets tickets, Repairs repairs, RepairExecution execution) {

    @EventListener
    void changed(Tickets.ClocksChanged event) {
        event.changes().stream()
                // Approval promises the finish anew: where it never was, there is no major repair to look for
                .filter(change -> change.before() != null
                        && change.after().clock() == ClockKind.FINISH
                        && change.after().cycle() > 0)
                .forEach(change -> changed(event.number(), change.before(), change.after()));
    }

    private void changed(String number, Deadline before, Deadline after) {
        boolean owed = before.stoppedAt() == null;
        boolean owes = after.stoppedAt() == null;
        // What turned out to be a home's is none any more
        boolean isPublic = tickets.get(number).facts().area() == Area.PUBLIC;
        if (owed && (!owes || !isPublic)) {
            execution.majorOver(number);
        } else if (owes && !owed && isPublic && repairs.approvedMajor(number).isPresent()) {
            execution.majorBegun(number);
        }
    }
}
