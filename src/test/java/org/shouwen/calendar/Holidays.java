package org.shouwen.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The State Council's days of 2026 and the statutory days of 2027, copied by hand from the notice and from the law. */
final class Holidays {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Set<String> STATUTORY_2026 = Set.of(
            "2026-01-01",
            "2026-02-16",
            "2026-02-17",
            "2026-02-18",
            "2026-02-19",
            "2026-04-05",
            "2026-05-01",
            "2026-05-02",
            "2026-06-19",
            "2026-09-25",
            "2026-10-01",
            "2026-10-02",
            "2026-10-03");

    /** Standard week, 2026 announced, 2027 not. */
    static final WorkingCalendar NATIONAL =
            new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, nationalDays(), Set.of(2026));

    private Holidays() {}

    static List<CalendarDay> nationalDays() {
        List<CalendarDay> days = new ArrayList<>();
        off(days, "元旦", "2026-01-01", "2026-01-03", true);
        off(days, "春节", "2026-02-15", "2026-02-23", true);
        off(days, "清明节", "2026-04-04", "2026-04-06", true);
        off(days, "劳动节", "2026-05-01", "2026-05-05", true);
        off(days, "端午节", "2026-06-19", "2026-06-21", true);
        off(days, "中秋节", "2026-09-25", "2026-09-27", true);
        off(days, "国庆节", "2026-10-01", "2026-10-07", true);
        makeUp(days, "元旦", "2026-01-04");
        makeUp(days, "春节", "2026-02-14");
        makeUp(days, "春节", "2026-02-28");
        makeUp(days, "劳动节", "2026-05-09");
        makeUp(days, "国庆节", "2026-09-20");
        makeUp(days, "国庆节", "2026-10-10");
        off(days, "元旦", "2027-01-01", "2027-01-01", false);
        off(days, "春节", "2027-02-05", "2027-02-08", false);
        off(days, "清明节", "2027-04-05", "2027-04-05", false);
        off(days, "劳动节", "2027-05-01", "2027-05-02", false);
        off(days, "端午节", "2027-06-09", "2027-06-09", false);
        off(days, "中秋节", "2027-09-15", "2027-09-15", false);
        off(days, "国庆节", "2027-10-01", "2027-10-03", false);
        return days;
    }

    private static boolean isStatutory(LocalDate date) {
        return date.getYear() == 2027 || STATUTORY_2026.contains(date.toString());
    }

    private static void off(List<CalendarDay> days, String name, String first, String last, boolean published) {
        LocalDate.parse(first)
                .datesUntil(LocalDate.parse(last).plusDays(1))
                .forEach(date -> days.add(
                        new CalendarDay("", date, CalendarDay.Kind.OFF, name, isStatutory(date), published, "")));
    }

    private static void makeUp(List<CalendarDay> days, String name, String date) {
        days.add(new CalendarDay("", LocalDate.parse(date), CalendarDay.Kind.EXTRA_WORKING, name, false, true, ""));
    }
}
