package org.shouwen.roster;

import java.time.LocalTime;

/**
 * Who is called, in which order, in a part of every day.
 *
 * @param site code of the site
 * @param staff code of the person
 * @param from start of the shift, local time
 * @param to end of the shift, local time; not after {@code from} means it ends on the next day; equal means all day
 * @param order 1 is called first
 */
public record OnCallShift(String site, String staff, LocalTime from, LocalTime to, int order) {

    /** @return whether the shift covers this time of day; its end is no longer part of it */
    public boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }
}
