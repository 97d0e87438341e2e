package org.shouwen.calendar.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingSlot;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;

/** The SQL of calendar_day and calendar_slot. */
final class CalendarRows {

    /** @param noticeYear year of the notice that names the day; a notice may reach into the December before */
    record Row(CalendarDay day, int noticeYear) {}

    private record Slot(String site, int weekday, WorkingSlot slot) {}

    private static final Columns<Row> DAY = Columns.of(Row.class).named("day.day", "on_date");

    private static final Columns<Slot> SLOT =
            Columns.of(Slot.class).named("slot.from", "starts").named("slot.to", "ends");

    private final Sql sql;

    CalendarRows(Sql sql) {
        this.sql = sql;
    }

    List<Row> days() {
        return sql.list(DAY, "SELECT * FROM calendar_day ORDER BY site, on_date");
    }

    /** Whoever changes a calendar at the same moment waits here. */
    void lock() {
        sql.list(Long.class, "SELECT version FROM calendar_version FOR UPDATE");
    }

    void nextVersion() {
        sql.update("UPDATE calendar_version SET version = version + 1");
    }

    /** Writes a day by hand; it goes on belonging to the notice that named it. */
    void put(CalendarDay day) {
        int noticeYear = sql.find(
                        Integer.class,
                        "SELECT notice_year FROM calendar_day WHERE site = ? AND on_date = ?",
                        day.site(),
                        day.day())
                .orElse(day.day().getYear());
        remove(day.site(), day.day());
        add(day, noticeYear);
    }

    void remove(String site, LocalDate day) {
        sql.update("DELETE FROM calendar_day WHERE site = ? AND on_date = ?", site, day);
    }

    /** @return names of the national statutory days of a year, as they stand now */
    Map<LocalDate, String> statutoryDays(int noticeYear) {
        return days().stream()
                .filter(row -> row.noticeYear() == noticeYear)
                .map(Row::day)
                .filter(day -> day.isNational() && day.statutory())
                .collect(Collectors.toMap(CalendarDay::day, CalendarDay::name));
    }

    /** @return national days that belong to the notice of that year, by date */
    List<CalendarDay> ofNotice(int noticeYear) {
        return days().stream()
                .filter(row -> row.noticeYear() == noticeYear)
                .map(Row::day)
                .filter(CalendarDay::isNational)
                .toList();
    }

    /** Puts the days of a notice in place of those the year had. */
    void replace(int noticeYear, List<CalendarDay> days) {
        sql.update("DELETE FROM calendar_day WHERE site = '' AND notice_year = ?", noticeYear);
        for (CalendarDay day : days) {
            remove("", day.day());
            add(day, noticeYear);
        }
    }

    private void add(CalendarDay day, int noticeYear) {
        sql.insert("calendar_day", DAY.values(new Row(day, noticeYear)));
    }

    /** @return working weeks by site; empty site: the common one */
    Map<String, WeeklySlots> slots() {
        Map<String, Map<DayOfWeek, List<WorkingSlot>>> weeks = new HashMap<>();
        sql.list(SLOT, "SELECT site, weekday, starts, ends FROM calendar_slot")
                .forEach(row -> weeks.computeIfAbsent(row.site(), site -> new EnumMap<>(DayOfWeek.class))
                        .computeIfAbsent(DayOfWeek.of(row.weekday()), weekday -> new ArrayList<>())
                        .add(row.slot()));
        return weeks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, week -> new WeeklySlots(week.getValue())));
    }

    void removeSlots(String site) {
        sql.update("DELETE FROM calendar_slot WHERE site = ?", site);
    }

    void addSlots(String site, WeeklySlots week) {
        week.byWeekday()
                .forEach((weekday, slots) -> slots.forEach(
                        slot -> sql.insert("calendar_slot", SLOT.values(new Slot(site, weekday.getValue(), slot)))));
    }
}
