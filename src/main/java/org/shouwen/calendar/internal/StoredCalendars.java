package org.shouwen.calendar.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rows.Marks;
import org.shouwen.rows.Marks.Mark;
import org.shouwen.rows.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The calendars as they stand in the database, kept in memory while their version stays; the version is asked each time,
 * because another node may have changed them.
 */
@Component
public class StoredCalendars implements Calendars {

    /** Goes up with every change. */
    public static final Mark VERSION = new Mark("SELECT version FROM calendar_version");

    private final CalendarRows rows;
    private final Marks marks;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final ApplicationEventPublisher events;

    private volatile Known known = new Known(-1, Map.of());

    /** How it is seen that another node has changed them. */
    @Configuration(proxyBeanMethods = false)
    static class Declared {

        @Bean
        static Mark versionOfCalendars() {
            return VERSION;
        }
    }

    /** What was read, not before the version was. */
    private record Known(long version, Map<String, WorkingCalendar> calendars) {}

    public StoredCalendars(
            Sql sql,
            Marks marks,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.rows = new CalendarRows(sql);
        this.marks = marks;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.zone = zone;
    }

    @Override
    public WorkingCalendar of(String site) {
        Map<String, WorkingCalendar> calendars = calendars();
        WorkingCalendar own = calendars.get(bare(site));
        return own == null ? calendars.get("") : own;
    }

    @Override
    public List<CalendarDay> days(String site, int year) {
        return rows.days().stream()
                .map(CalendarRows.Row::day)
                .filter(day -> day.site().equals(bare(site)) && day.day().getYear() == year)
                .toList();
    }

    @Override
    public void put(CalendarDay day) {
        change(day.site(), () -> rows.put(day));
    }

    @Override
    public void remove(String site, LocalDate day) {
        change(bare(site), () -> rows.remove(bare(site), day));
    }

    @Override
    public void putSlots(String site, WeeklySlots slots) {
        change(bare(site), () -> {
            rows.removeSlots(bare(site));
            rows.addSlots(bare(site), slots);
        });
    }

    @Override
    public void removeSlots(String site) {
        change(bare(site), () -> rows.removeSlots(bare(site)));
    }

    @Override
    public HolidayList holidays(int year) {
        return new HolidayList(year, rows.ofNotice(year));
    }

    @Override
    public HolidayList readHolidays(String content) {
        HolidayNotice notice = HolidayFile.read(content);
        return new HolidayList(notice.year(), notice.calendarDays(rows.statutoryDays(notice.year())));
    }

    @Override
    public void mustBeWhole(HolidayList list) {
        HolidayNotice.mustBeWhole(list, rows.statutoryDays(list.year()));
    }

    @Override
    public void mustBeOfNoOther(HolidayList list) {
        rows.days().stream()
                .filter(row -> row.day().isNational() && row.noticeYear() != list.year())
                .filter(row -> list.days().stream()
                        .anyMatch(day -> day.day().equals(row.day().day())))
                .findFirst()
                .ifPresent(row -> {
                    throw Refusal.invalid(
                            "holiday-notice-invalid",
                            "days",
                            row.day().day() + " 已经写在 " + row.noticeYear() + " 年的放假安排里，一天只能由一年的安排说");
                });
    }

    @Override
    public void putHolidays(HolidayList list) {
        transaction.executeWithoutResult(status -> {
            if (!list.equals(holidays(list.year()))) {
                change("", () -> rows.replace(list.year(), list.days()));
            }
        });
    }

    private void change(String site, Runnable work) {
        transaction.executeWithoutResult(status -> {
            if (!hasUncommittedChanges()) {
                TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
                TransactionSynchronizationManager.registerSynchronization(new Forgetting());
            }
            rows.lock();
            work.run();
            rows.nextVersion();
            events.publishEvent(new Calendars.Changed(site));
        });
    }

    /** Until a change is committed, only its own transaction may see it. */
    private boolean hasUncommittedChanges() {
        return TransactionSynchronizationManager.hasResource(this);
    }

    private final class Forgetting implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(StoredCalendars.this);
        }
    }

    private Map<String, WorkingCalendar> calendars() {
        if (hasUncommittedChanges()) {
            return read();
        }
        long version = marks.of(VERSION);
        Known kept = known;
        if (kept.version() != version) {
            kept = new Known(version, read());
            known = kept;
        }
        return kept.calendars();
    }

    private Map<String, WorkingCalendar> read() {
        List<CalendarRows.Row> stored = rows.days();
        Map<String, WeeklySlots> weeks = rows.slots();
        Map<String, List<CalendarDay>> days =
                stored.stream().map(CalendarRows.Row::day).collect(Collectors.groupingBy(CalendarDay::site));
        List<CalendarDay> national = days.getOrDefault("", List.of());
        WeeklySlots common = weeks.getOrDefault("", WeeklySlots.STANDARD);
        Set<Integer> published = publishedYears(stored);

        Set<String> sites = new HashSet<>(days.keySet());
        sites.addAll(weeks.keySet());
        sites.add("");
        Map<String, WorkingCalendar> calendars = new HashMap<>();
        for (String site : sites) {
            List<CalendarDay> own = site.isEmpty() ? List.of() : days.getOrDefault(site, List.of());
            List<CalendarDay> all =
                    Stream.concat(national.stream(), own.stream()).toList();
            calendars.put(site, new WorkingCalendar(zone, weeks.getOrDefault(site, common), all, published));
        }
        return Map.copyOf(calendars);
    }

    /** @return years with national days, none of which is only worked out */
    private static Set<Integer> publishedYears(List<CalendarRows.Row> stored) {
        Map<Integer, List<CalendarDay>> byYear = new HashMap<>();
        for (CalendarRows.Row row : stored) {
            if (row.day().isNational()) {
                byYear.computeIfAbsent(row.noticeYear(), year -> new ArrayList<>())
                        .add(row.day());
            }
        }
        return byYear.entrySet().stream()
                .filter(year -> year.getValue().stream().allMatch(CalendarDay::published))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String bare(String site) {
        return Typed.plain(site);
    }
}
