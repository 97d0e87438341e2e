package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.calendar.Holidays.SHANGHAI;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** 10,000 random limits against a calendar that looks at every single minute. */
class WorkingCalendarReferenceTest {

    private static final int SITES = 50;
    private static final int CASES_PER_SITE = 200;
    private static final LocalDateTime FIRST_START = LocalDateTime.parse("2025-12-01T00:00");
    private static final int MINUTES_OF_STARTS = 427 * 1440;

    private static final Pattern AMOUNT = Pattern.compile("([0-9.]+) (小时|分钟)");

    private final Random random = new Random(20260213);

    @Test
    void agreesWithCountingEveryMinute() {
        for (int site = 0; site < SITES; site++) {
            WeeklySlots week = site == 0 ? WeeklySlots.STANDARD : randomWeek();
            List<CalendarDay> days = new ArrayList<>(Holidays.nationalDays());
            days.addAll(site == 0 ? List.of() : randomDays());
            WorkingCalendar calendar = new WorkingCalendar(SHANGHAI, week, days, Set.of(2026));
            MinuteCalendar reference = new MinuteCalendar(week, days);
            for (int i = 0; i < CASES_PER_SITE; i++) {
                check(calendar, reference, "site " + site + " case " + i);
            }
        }
    }

    private void check(WorkingCalendar calendar, MinuteCalendar reference, String name) {
        int start = random.nextInt(MINUTES_OF_STARTS);
        Instant from = instant(start);
        WorkUnit unit = WorkUnit.values()[random.nextInt(WorkUnit.values().length)];
        int amount = 1 + random.nextInt(random.nextBoolean() ? 5 : unit == WorkUnit.WORKMINUTE ? 3000 : 40);
        String which = name + ": " + amount + " " + unit + " from " + LocalDateTime.ofInstant(from, SHANGHAI);

        Due due = calendar.due(from, amount, unit);

        Integer expected = reference.due(start, amount, unit);
        assertThat(due.at()).as(which).isEqualTo(expected == null ? null : instant(expected));
        if (expected == null) {
            return;
        }
        checkExplanation(due.explanation(), amount, unit, which);
        // what lies between start and due is working time, minute by minute
        assertThat(calendar.workingTimeBetween(from, due.at()))
                .as(which)
                .isEqualTo(Duration.ofMinutes(reference.workingMinutes(start, expected)));
        assertThat(calendar.isWorkingTime(from)).as(which).isEqualTo(reference.works[start]);
        // there and back, with seconds that no minute grid knows
        Instant odd = from.plusSeconds(random.nextInt(60));
        Duration time = Duration.ofSeconds(random.nextInt(400_000));
        Instant reached = calendar.plusWorkingTime(odd, time);
        assertThat(calendar.workingTimeBetween(odd, reached)).as(which).isEqualTo(time);
        // two steps are one
        Duration half = time.dividedBy(2);
        assertThat(calendar.plusWorkingTime(calendar.plusWorkingTime(odd, half), time.minus(half)))
                .as(which)
                .isEqualTo(reached);
        // later start, not earlier due
        assertThat(calendar.plusWorkingTime(odd.plusSeconds(random.nextInt(100_000)), time))
                .as(which)
                .isAfterOrEqualTo(reached);
        assertThat(calendar.nextWorkingTime(from)).as(which).isEqualTo(instant(reference.nextWorking(start)));
    }

    /** The parts that the sentence names add up to the limit. */
    private static void checkExplanation(String explanation, int amount, WorkUnit unit, String which) {
        String parts = explanation.substring(explanation.indexOf('：') + 1);
        switch (unit) {
            case WORKDAY -> assertThat(parts).as(which).containsPattern("为第 " + amount + " 天，[0-9:]+ 下班截止$");
            case WORKHOUR -> assertThat(minutesNamed(parts)).as(which + parts).isEqualTo(60.0 * amount);
            case WORKMINUTE -> assertThat(minutesNamed(parts)).as(which + parts).isEqualTo(amount);
            default -> assertThat(parts).as(which).containsAnyOf("不分昼夜连续计算", "24:00 前完成");
        }
    }

    private static double minutesNamed(String parts) {
        return AMOUNT.matcher(parts)
                .results()
                .mapToDouble(found ->
                        Double.parseDouble(found.group(1)) * (found.group(2).equals("小时") ? 60 : 1))
                .sum();
    }

    private WeeklySlots randomWeek() {
        Map<DayOfWeek, List<WorkingSlot>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), randomSlots());
        for (DayOfWeek weekday : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                week.put(weekday, randomSlots());
            }
        }
        return new WeeklySlots(week);
    }

    private List<WorkingSlot> randomSlots() {
        TreeSet<Integer> bounds = new TreeSet<>();
        int count = 2 * (1 + random.nextInt(4));
        while (bounds.size() < count) {
            bounds.add(random.nextInt(10) == 0 ? random.nextInt(2) * 1440 : random.nextInt(1441));
        }
        List<WorkingSlot> slots = new ArrayList<>();
        while (!bounds.isEmpty()) {
            LocalTime from = LocalTime.MIDNIGHT.plusMinutes(bounds.pollFirst());
            slots.add(new WorkingSlot(from, LocalTime.MIDNIGHT.plusMinutes(bounds.pollFirst())));
        }
        return slots;
    }

    private List<CalendarDay> randomDays() {
        Set<LocalDate> dates = new TreeSet<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            dates.add(FIRST_START.toLocalDate().plusDays(random.nextInt(440)));
        }
        return dates.stream()
                .map(date -> new CalendarDay(
                        "S", date, CalendarDay.Kind.values()[random.nextInt(2)], "小区安排", false, true, ""))
                .toList();
    }

    private static Instant instant(int minute) {
        return FIRST_START.plusMinutes(minute).atZone(SHANGHAI).toInstant();
    }

    /** Slow and plain: one flag for each minute from the first start on. */
    private static final class MinuteCalendar {

        private static final int MINUTES = 1500 * 1440;
        private final boolean[] works = new boolean[MINUTES];

        MinuteCalendar(WeeklySlots week, List<CalendarDay> days) {
            Map<LocalDate, CalendarDay> exceptions = new HashMap<>();
            days.forEach(day -> exceptions.put(day.day(), day)); // the site's come last
            List<WorkingSlot> normal = null;
            for (int weekday = 7; weekday >= 1; weekday--) {
                List<WorkingSlot> slots = week.byWeekday().get(DayOfWeek.of(weekday));
                normal = slots == null ? normal : slots;
            }
            for (int minute = 0; minute < MINUTES; minute++) {
                LocalDate date = FIRST_START.toLocalDate().plusDays(minute / 1440);
                CalendarDay exception = exceptions.get(date);
                List<WorkingSlot> slots = week.byWeekday().getOrDefault(date.getDayOfWeek(), List.of());
                if (exception != null) {
                    slots = exception.kind() == CalendarDay.Kind.OFF ? List.of() : normal;
                }
                for (WorkingSlot slot : slots) {
                    int ends = slot.to().equals(LocalTime.MIDNIGHT) ? 1440 : minutes(slot.to());
                    works[minute] |= minutes(slot.from()) <= minute % 1440 && minute % 1440 < ends;
                }
            }
        }

        private static int minutes(LocalTime time) {
            return (int) ChronoUnit.MINUTES.between(LocalTime.MIDNIGHT, time);
        }

        Integer due(int start, int amount, WorkUnit unit) {
            return switch (unit) {
                case NONE -> null;
                case SAME_DAY -> (start / 1440 + 1) * 1440;
                case MINUTE -> start + amount;
                case HOUR -> start + 60 * amount;
                case WORKMINUTE -> afterWorking(start, amount);
                case WORKHOUR -> afterWorking(start, 60 * amount);
                case WORKDAY -> closingOfDay(start, amount);
            };
        }

        private int afterWorking(int start, int minutes) {
            int minute = start;
            for (int left = minutes; left > 0; minute++) {
                left -= works[minute] ? 1 : 0;
            }
            return minute;
        }

        private int closingOfDay(int start, int days) {
            int closing = 0;
            int day = start / 1440;
            for (int left = days; left > 0; ) {
                day++;
                boolean worked = false;
                for (int minute = day * 1440; minute < (day + 1) * 1440; minute++) {
                    worked |= works[minute];
                    closing = works[minute] ? minute + 1 : closing;
                }
                left -= worked ? 1 : 0;
            }
            return closing;
        }

        int workingMinutes(int from, int to) {
            int count = 0;
            for (int minute = from; minute < to; minute++) {
                count += works[minute] ? 1 : 0;
            }
            return count;
        }

        int nextWorking(int start) {
            int minute = start;
            while (!works[minute]) {
                minute++;
            }
            return minute;
        }
    }
}
