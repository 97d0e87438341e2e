package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shouwen.calendar.Holidays.NATIONAL;
import static org.shouwen.calendar.Holidays.SHANGHAI;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.problem.Refusal;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        // Sat 14 works (1), 15-23 春节, Tue 24 (2), Wed 25 (3)
        "2026-02-13T16:00, 3, WORKDAY, 2026-02-25T18:00",
        // Thu 17-18 = 1 h; 1-5 May 劳动节; Wed 6 May 08:30-11:30 = 3 h
        "2026-04-30T17:00, 4, WORKHOUR, 2026-05-06T11:30",
        // Sun 20 September works for 国庆
        "2026-09-19T10:00, 1, WORKDAY, 2026-09-20T18:00",
        // 11:30-12:00 = 0.5 h, lunch, 14:00-15:30 = 1.5 h
        "2026-03-04T11:30, 2, WORKHOUR, 2026-03-04T15:30",
        // first day of the year of the horse, three at night: the clock on the wall
        "2026-02-17T03:00, 30, MINUTE, 2026-02-17T03:30",
        "2026-02-17T03:00, 2, HOUR, 2026-02-17T05:00",
        "2026-02-17T03:00, 24, HOUR, 2026-02-18T03:00",
        // Fri 16:30-18:00 = 1.5 h, Mon 3.5 h + 3 h = 8 h
        "2026-03-06T16:30, 8, WORKHOUR, 2026-03-09T17:00",
        // exactly to the end of a slot: stays there
        "2026-03-04T10:00, 2, WORKHOUR, 2026-03-04T12:00",
        "2026-03-04T16:00, 120, WORKMINUTE, 2026-03-04T18:00",
        // 11:45-12:00 = 15 min, 14:00-14:15 = 15 min
        "2026-03-04T11:45, 30, WORKMINUTE, 2026-03-04T14:15",
        // in the lunch break, at its start and after closing: begins with the next slot
        "2026-03-04T12:00, 30, WORKMINUTE, 2026-03-04T14:30",
        "2026-03-04T12:59, 30, WORKMINUTE, 2026-03-04T14:30",
        "2026-03-04T18:00, 30, WORKMINUTE, 2026-03-05T09:00",
        // Sun -> Mon 08:30-10:30
        "2026-03-08T09:00, 2, WORKHOUR, 2026-03-09T10:30",
        // after closing on Friday the next working day is still the first: Sat 14 works
        "2026-02-13T23:00, 1, WORKDAY, 2026-02-14T18:00",
        // before opening: the day of the start does not count
        "2026-03-04T07:00, 1, WORKDAY, 2026-03-05T18:00",
        // Sat 28 February works; Sun 1 March is free
        "2026-02-27T17:00, 2, WORKHOUR, 2026-02-28T09:30",
        // Thu 31 Dec 17:30-18:00 = 0.5 h; Fri 1 Jan 元旦, weekend; Mon 4 January 08:30-10:00
        "2026-12-31T17:30, 2, WORKHOUR, 2027-01-04T10:00",
        // end of the local day
        "2026-02-17T03:00, 1, SAME_DAY, 2026-02-18T00:00",
    })
    void dueDatesOfTheRules(LocalDateTime from, int amount, WorkUnit unit, LocalDateTime due) {
        assertThat(NATIONAL.due(at(from), amount, unit).at()).isEqualTo(at(due));
    }

    @Test
    void noLimitIsNeverDue() {
        Due due = NATIONAL.due(at("2026-03-04T10:00"), 0, WorkUnit.NONE);

        assertThat(due).isEqualTo(new Due(null, "不设时限", null));
    }

    @Test
    void secondsAreKept() {
        // 16:59:30 + 30 s = 17:00; the rest of the 2 h: 1 h to 18:00, then 59 min 30 s
        Instant due = NATIONAL.plusWorkingTime(at("2026-03-04T16:59:30"), Duration.ofHours(2));

        assertThat(due).isEqualTo(at("2026-03-05T09:29:30"));
    }

    @Test
    void zeroWorkingTimeMovesNothing() {
        assertThat(NATIONAL.plusWorkingTime(at("2026-03-07T10:00"), Duration.ZERO))
                .isEqualTo(at("2026-03-07T10:00"));
    }

    @Test
    void countsWorkingTimeBetweenTwoMoments() {
        // Fri 13 from 17:00: 1 h; Sat 14: 7.5 h; 春节 0; Tue 24 till 09:00: 0.5 h
        assertThat(NATIONAL.workingTimeBetween(at("2026-02-13T17:00"), at("2026-02-24T09:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(NATIONAL.workingTimeBetween(at("2026-02-24T09:00"), at("2026-02-13T17:00")))
                .isZero();
    }

    @Test
    void slotsBeginInsideAndEndOutsideWorkingTime() {
        assertThat(NATIONAL.isWorkingTime(at("2026-03-04T08:30"))).isTrue();
        assertThat(NATIONAL.isWorkingTime(at("2026-03-04T12:00"))).isFalse();
        assertThat(NATIONAL.isWorkingTime(at("2026-02-17T10:00"))).isFalse();
        assertThat(NATIONAL.nextWorkingTime(at("2026-03-04T12:00"))).isEqualTo(at("2026-03-04T14:00"));
        assertThat(NATIONAL.nextWorkingTime(at("2026-03-04T11:59"))).isEqualTo(at("2026-03-04T11:59"));
    }

    @Test
    void knowsWorkingDays() {
        assertThat(NATIONAL.isWorkingDay(LocalDate.parse("2026-09-20"))).isTrue();
        assertThat(NATIONAL.isWorkingDay(LocalDate.parse("2026-10-10"))).isTrue();
        assertThat(NATIONAL.isWorkingDay(LocalDate.parse("2026-10-11"))).isFalse();
        assertThat(NATIONAL.isWorkingDay(LocalDate.parse("2026-10-07"))).isFalse();
        assertThat(NATIONAL.isWorkingDay(LocalDate.parse("2026-10-08"))).isTrue();
    }

    @Test
    void siteIsRightWhereItContradictsTheCountry() {
        CalendarDay open = new CalendarDay(
                "A", LocalDate.parse("2026-02-17"), CalendarDay.Kind.EXTRA_WORKING, "值班", false, true, "");
        List<CalendarDay> days = new java.util.ArrayList<>(Holidays.nationalDays());
        days.add(0, open);
        WorkingCalendar site = new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, days, Set.of(2026));

        assertThat(site.plusWorkingDays(at("2026-02-14T10:00"), 1)).isEqualTo(at("2026-02-17T18:00"));
    }

    @Test
    void deskOpenAroundTheClockClosesAtMidnight() {
        WorkingSlot allDay = WorkingSlot.of("00:00", "00:00");
        WorkingCalendar desk = new WorkingCalendar(SHANGHAI, WeeklySlots.monToFri(allDay), List.of(), Set.of(2026));

        // Fri 22:00-24:00 = 2 h, Mon 00:00-01:00 = 1 h
        assertThat(desk.due(at("2026-03-06T22:00"), 3, WorkUnit.WORKHOUR).at()).isEqualTo(at("2026-03-09T01:00"));
        assertThat(desk.due(at("2026-03-06T22:00"), 2, WorkUnit.WORKHOUR).explanation())
                .isEqualTo("周五 22:00 起 2 个工作小时 = 周五 24:00：周五 2 小时");
    }

    @Test
    void makeUpDayWorksLikeANormalDayEvenWhereSaturdaysAreShort() {
        WorkingSlot morning = WorkingSlot.of("09:00", "12:00");
        WeeklySlots week = new WeeklySlots(Map.of(
                DayOfWeek.TUESDAY, List.of(WorkingSlot.of("10:00", "19:00")), DayOfWeek.SATURDAY, List.of(morning)));
        WorkingCalendar site = new WorkingCalendar(SHANGHAI, week, Holidays.nationalDays(), Set.of(2026));

        assertThat(site.plusWorkingDays(at("2026-02-13T10:00"), 1)).isEqualTo(at("2026-02-14T19:00"));
        assertThat(site.plusWorkingDays(at("2026-03-06T10:00"), 1)).isEqualTo(at("2026-03-07T12:00"));
    }

    @Test
    void refusesSlotsThatCannotBe() {
        assertThatThrownBy(() -> WorkingSlot.of("12:00", "12:00"))
                .isInstanceOf(Refusal.class)
                .hasMessage("工作时段 12:00-12:00 的结束时间须晚于开始时间");
        assertThatThrownBy(
                        () -> WeeklySlots.monToFri(WorkingSlot.of("13:00", "18:00"), WorkingSlot.of("08:00", "13:30")))
                .hasMessage("星期一的工作时段 08:00-13:30 与 13:00-18:00 重叠");
        assertThatThrownBy(() -> new WeeklySlots(Map.of())).hasMessage("一周内至少要有一个工作时段");
    }

    @Test
    void limitsOfNothingAreABug() {
        assertThatThrownBy(() -> NATIONAL.due(at("2026-03-04T10:00"), 0, WorkUnit.WORKHOUR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NATIONAL.plusWorkingDays(at("2026-03-04T10:00"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NATIONAL.plusWorkingTime(at("2026-03-04T10:00"), Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(SHANGHAI).toInstant();
    }
}
