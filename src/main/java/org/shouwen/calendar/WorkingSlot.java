package org.shouwen.calendar;

import java.time.LocalTime;
import org.shouwen.problem.Refusal;

/**
 * A stretch of a day in which people work.
 *
 * @param to not itself working time; 00:00 is the end of the day (24:00)
 */
public record WorkingSlot(LocalTime from, LocalTime to) {

    public WorkingSlot {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw Refusal.invalid("slot-invalid", "slots", "工作时段 " + from + "-" + to + " 的结束时间须晚于开始时间");
        }
    }

    /** @param from such as 08:30 */
    public static WorkingSlot of(String from, String to) {
        return new WorkingSlot(LocalTime.parse(from), LocalTime.parse(to));
    }

    /** @return 08:30-12:00; 24:00 for the end of the day */
    public String words() {
        return from + "-" + (endsAtMidnight() ? "24:00" : to);
    }

    public boolean endsAtMidnight() {
        return to.equals(LocalTime.MIDNIGHT);
    }
}
