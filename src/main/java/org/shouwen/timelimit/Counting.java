package org.shouwen.timelimit;

import java.time.Duration;
import java.time.Instant;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.ticket.Deadline;

/**
 * How a promise is counted: a limit in working time on the site's calendar, any other by the clock on the wall.
 *
 * @param calendar of the ticket's site
 */
record Counting(WorkingCalendar calendar) {

    /** @return the promise standing still, with what is left of its limit; nothing is left where it is overdue */
    Deadline paused(Deadline deadline, Instant at) {
        return deadline.paused(at, deadline.due() == null ? null : between(deadline, at, deadline.due()));
    }

    /** @return the promise running on with what was left; an overdue one stays overdue */
    Deadline resumed(Deadline deadline, Instant at) {
        if (hasNothingLeft(deadline)) {
            return deadline.resumed(at, deadline.due(), deadline.explanation());
        }
        Due due = counted(deadline, at);
        return deadline.resumed(at, due.at(), explanation(due));
    }

    /** @return the promise on an edited calendar; the same one where its date stays, or a person gave it */
    Deadline recounted(Deadline deadline) {
        WorkUnit unit = WorkUnit.valueOf(deadline.unit());
        boolean resumed = deadline.course().resumedAt() != null;
        if (!unit.isWorkingTime() || deadline.course().promised() || resumed && hasNothingLeft(deadline)) {
            return deadline;
        }
        Due due = resumed
                ? counted(deadline, deadline.course().resumedAt())
                : calendar.due(deadline.startedAt(), deadline.amount(), unit);
        return due.at().equals(deadline.due())
                ? deadline
                : deadline.moved(due.at(), resumed ? explanation(due) : withWarning(due));
    }

    /** @return when so much of the limit has passed; after a pause, of what was left then */
    Instant part(Deadline deadline, int percent) {
        Instant from = deadline.course().resumedAt() == null
                ? deadline.startedAt()
                : deadline.course().resumedAt();
        if (!from.isBefore(deadline.due())) {
            return deadline.due();
        }
        Duration passed =
                between(deadline, from, deadline.due()).multipliedBy(percent).dividedBy(100);
        return isWorkingTime(deadline) ? calendar.plusWorkingTime(from, passed) : from.plus(passed);
    }

    /** What was left counts in minutes, as people read it. */
    private Due counted(Deadline deadline, Instant from) {
        int minutes = (int) deadline.course().left().plusSeconds(59).toMinutes();
        return calendar.due(from, minutes, isWorkingTime(deadline) ? WorkUnit.WORKMINUTE : WorkUnit.MINUTE);
    }

    private Duration between(Deadline deadline, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Duration.ZERO;
        }
        return isWorkingTime(deadline) ? calendar.workingTimeBetween(from, to) : Duration.between(from, to);
    }

    private static boolean hasNothingLeft(Deadline deadline) {
        Duration left = deadline.course().left();
        return left == null || left.isZero();
    }

    private static boolean isWorkingTime(Deadline deadline) {
        return WorkUnit.valueOf(deadline.unit()).isWorkingTime();
    }

    private static String explanation(Due due) {
        return "暂停后继续计时：" + withWarning(due);
    }

    static String withWarning(Due due) {
        return due.warning() == null ? due.explanation() : due.explanation() + "（" + due.warning() + "）";
    }
}
