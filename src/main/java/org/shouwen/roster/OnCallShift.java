package org.shouwen.roster;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.function.Predicate;

/**
 * Who is called, in which order, in a part of the day.
 *
 * @param site code of the site
 * @param staff code of the person
 * @param days on which the shift begins
 * @param from start of the shift, local time
 * @param to end of the shift, local time; not after {@code from} means it ends on the next day; equal means all day
 * @param order 1 is called first
 */
public record OnCallShift(String site, String staff, ShiftDays days, LocalTime from, LocalTime to, int order) {

    /** A shift of every day. */
    public OnCallShift(String site, String staff, LocalTime from, LocalTime to, int order) {
        this(site, staff, ShiftDays.EVERY_DAY, from, to, order);
    }

    /** @return for example 每天 08:00-20:00 第 1 位 */
    public String inWords() {
        return "%s %s-%s 第 %d 位".formatted(days.label(), from, to, order);
    }

    /** @return whether the shift covers this time of day; its end is no longer part of it */
    public boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }

    /**
     * @param workingDay whether a day is a working day at the site; the night after New Year's Eve belongs to the Eve
     * @return whether the shift covers this moment
     */
    public boolean covers(LocalDateTime at, Predicate<LocalDate> workingDay) {
        boolean begunYesterday = !from.isBefore(to) && at.toLocalTime().isBefore(to);
        LocalDate begun = begunYesterday ? at.toLocalDate().minusDays(1) : at.toLocalDate();
        return covers(at.toLocalTime()) && (days == ShiftDays.EVERY_DAY || days.include(workingDay.test(begun)));
    }
}
