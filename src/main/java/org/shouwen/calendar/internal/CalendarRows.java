package org.shouwen.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingSlot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of calendar_day and calendar_slot. */
final class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param noticeYear year of the notice that names the day; a notice may reach into the December before */
    record Row(CalendarDay day, int noticeYear) {}

    List<Row> days() {
        return jdbc.sql("""
                        SELECT site, on_date, kind, name, statutory, published, source, notice_year
                          FROM calendar_day
                         ORDER BY site, on_date""").query(CalendarRows::row).list();
    }

    /** @return goes up with every change */
    long version() {
        return jdbc.sql("SELECT version FROM calendar_version")
                .query(Long.class)
                .single();
    }

    void nextVersion() {
        jdbc.sql("UPDATE calendar_version SET version = version + 1").update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        CalendarDay day = new CalendarDay(
                row.getString("site"),
                row.getObject("on_date", LocalDate.class),
                CalendarDay.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBoolean("statutory"),
                row.getBoolean("published"),
                row.getString("source"));
        return new Row(day, row.getInt("notice_year"));
    }

    /** Writes a day by hand; it goes on belonging to the notice that named it. */
    void put(CalendarDay day) {
        int noticeYear = jdbc.sql("SELECT notice_year FROM calendar_day WHERE site = :site AND on_date = :day")
                .param("site", day.site())
                .param("day", day.day())
                .query(Integer.class)
                .optional()
                .orElse(day.day().getYear());
        remove(day.site(), day.day());
        add(day, noticeYear);
    }

    void remove(String site, LocalDate day) {
        jdbc.sql("DELETE FROM calendar_day WHERE site = :site AND on_date = :day")
                .param("site", site)
                .param("day", day)
                .update();
    }

    /** @return names of the national statutory days of a year, as they stand now */
    Map<LocalDate, String> statutoryDays(int noticeYear) {
        return days().stream()
                .filter(row -> row.noticeYear() == noticeYear)
                .map(Row::day)
                .filter(day -> day.isNational() && day.statutory())
                .collect(Collectors.toMap(CalendarDay::day, CalendarDay::name));
    }

    /** Puts the days of a notice in place of those the year had. */
    void replace(int noticeYear, List<CalendarDay> days) {
        jdbc.sql("DELETE FROM calendar_day WHERE site = '' AND notice_year = :year")
                .param("year", noticeYear)
                .update();
        for (CalendarDay day : days) {
            remove("", day.day());
            add(day, noticeYear);
        }
    }

    private void add(CalendarDay day, int noticeYear) {
        jdbc.sql("""
                        INSERT INTO calendar_day
                               (site, on_date, kind, name, statutory, published, source, notice_year)
                        VALUES (:site, :day, :kind, :name, :statutory, :published, :source, :noticeYear)""")
                .param("site", day.site())
                .param("day", day.day())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("statutory", day.statutory())
                .param("published", day.published())
                .param("source", day.source())
                .param("noticeYear", noticeYear)
                .update();
    }

    /** @return working weeks by site; empty site: the common one */
    Map<String, WeeklySlots> slots() {
        Map<String, Map<DayOfWeek, List<WorkingSlot>>> weeks = new HashMap<>();
        jdbc.sql("SELECT site, weekday, starts, ends FROM calendar_slot").query(row -> {
            weeks.computeIfAbsent(row.getString("site"), site -> new EnumMap<>(DayOfWeek.class))
                    .computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), weekday -> new ArrayList<>())
                    .add(new WorkingSlot(
                            row.getObject("starts", LocalTime.class), row.getObject("ends", LocalTime.class)));
        });
        return weeks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, week -> new WeeklySlots(week.getValue())));
    }

    void removeSlots(String site) {
        jdbc.sql("DELETE FROM calendar_slot WHERE site = :site")
                .param("site", site)
                .update();
    }

    void addSlots(String site, WeeklySlots week) {
        week.byWeekday()
                .forEach((weekday, slots) -> slots.forEach(slot -> jdbc.sql(
                                "INSERT INTO calendar_slot (site, weekday, starts, ends) VALUES (:site, :weekday, :starts, :ends)")
                        .param("site", site)
                        .param("weekday", weekday.getValue())
                        .param("starts", slot.from())
                        .param("ends", slot.to())
                        .update()));
    }
}
