package org.shouwen.citypack.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingSlot;
import org.shouwen.citypack.DayHours;
import org.shouwen.problem.Written;

/**
 * What a manager filled in about the hours of a site: spans of each weekday, 08:30-12:00 14:00-18:00; empty: nobody works.
 */
record SiteWeekForm(
        String monday,
        String tuesday,
        String wednesday,
        String thursday,
        String friday,
        String saturday,
        String sunday,
        String reason) {

    private static final int LONGEST_DAY = 80;
    private static final int LONGEST_REASON = 200;

    static SiteWeekForm of(WeeklySlots week) {
        List<String> days = List.of(DayOfWeek.values()).stream()
                .map(day -> week.on(day).stream().map(WorkingSlot::words).collect(Collectors.joining(" ")))
                .toList();
        return new SiteWeekForm(
                days.get(0), days.get(1), days.get(2), days.get(3), days.get(4), days.get(5), days.get(6), "");
    }

    /**
     * A weekday of the form.
     *
     * @param field name of its field, {@code monday}
     */
    record Day(DayOfWeek weekday, String field, String name, String hours) {

        private static Day of(DayOfWeek weekday, String hours) {
            return new Day(
                    weekday,
                    weekday.name().toLowerCase(Locale.ROOT),
                    weekday.getDisplayName(TextStyle.FULL, Locale.CHINA),
                    hours);
        }
    }

    /** @return as they were filled in, from Monday on */
    List<Day> days() {
        return List.of(
                Day.of(DayOfWeek.MONDAY, monday),
                Day.of(DayOfWeek.TUESDAY, tuesday),
                Day.of(DayOfWeek.WEDNESDAY, wednesday),
                Day.of(DayOfWeek.THURSDAY, thursday),
                Day.of(DayOfWeek.FRIDAY, friday),
                Day.of(DayOfWeek.SATURDAY, saturday),
                Day.of(DayOfWeek.SUNDAY, sunday));
    }

    WeeklySlots week() {
        Map<DayOfWeek, List<WorkingSlot>> week = new EnumMap<>(DayOfWeek.class);
        for (Day day : days()) {
            String hours = Written.optional(day.hours(), day.field(), day.name() + "的上班时间", LONGEST_DAY);
            week.put(day.weekday(), DayHours.of(hours, day.field()).slots());
        }
        return new WeeklySlots(week);
    }

    String why() {
        return Written.text(reason, "reason", "原因", LONGEST_REASON);
    }
}
