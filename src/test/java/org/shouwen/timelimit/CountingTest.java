package org.shouwen.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;

/** Pauses, parts and edited holidays; Monday to Friday 08:30-12:00 and 14:00-18:00, October 2026 with its make-up day. */
class CountingTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final List<CalendarDay> days = new ArrayList<>(LocalDate.parse("2026-10-01")
            .datesUntil(LocalDate.parse("2026-10-08"))
            .map(date -> day(date.toString(), CalendarDay.Kind.OFF))
            .collect(Collectors.toList()));

    CountingTest() {
        days.add(day("2026-10-10", CalendarDay.Kind.EXTRA_WORKING));
    }

    private static CalendarDay day(String date, CalendarDay.Kind kind) {
        return new CalendarDay("", LocalDate.parse(date), kind, "国庆节", false, true, "");
    }

    private Counting counting() {
        return new Counting(new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, days, Set.of(2026)));
    }

    private Deadline finish(String from, int amount, WorkUnit unit) {
        var due = counting().calendar().due(at(from), amount, unit);
        return new Deadline(ClockKind.FINISH, amount, unit.name(), "", at(from), due.at(), due.explanation(), null);
    }

    @Test
    void aPauseOverAMakeUpSaturdayKeepsWhatWasLeft() {
        // 3 working days from Thursday 10-08: Friday, make-up Saturday 10-10, Monday 18:00
        Deadline deadline = finish("2026-10-08T10:00", 3, WorkUnit.WORKDAY);
        assertThat(deadline.due()).isEqualTo(at("2026-10-12T18:00"));
        // Friday 14:00 on: 4 h on Friday, 7.5 h on Saturday, 7.5 h on Monday
        Deadline paused = counting().paused(deadline, at("2026-10-09T14:00"));
        assertThat(paused.course().left()).isEqualTo(Duration.ofHours(19));
        assertThat(paused.runs()).isFalse();
        assertThat(paused.due()).isEqualTo(deadline.due());
        // Saturday 14:00 on: 4 h on Saturday, 7.5 h on Monday, 7.5 h on Tuesday
        Deadline resumed = counting().resumed(paused, at("2026-10-10T14:00"));
        assertThat(resumed.due()).isEqualTo(at("2026-10-13T18:00"));
        assertThat(resumed.explanation()).startsWith("暂停后继续计时：").contains("1140 个工作分钟");
        assertThat(resumed.runs()).isTrue();
    }

    @Test
    void aLimitByTheWallClockKeepsItsHours() {
        // 24 h from Friday 20:00; 4 h passed, 20 are left
        Deadline paused = counting().paused(finish("2026-10-09T20:00", 24, WorkUnit.HOUR), at("2026-10-10T00:00"));
        assertThat(counting().resumed(paused, at("2026-10-12T08:00")).due()).isEqualTo(at("2026-10-13T04:00"));
    }

    @Test
    void whatWasLateBeforeThePauseStaysLate() {
        Deadline deadline = finish("2026-10-08T10:00", 1, WorkUnit.WORKDAY);
        Deadline paused = counting().paused(deadline, at("2026-10-12T09:00"));
        assertThat(paused.missed(at("2026-10-14T09:00"))).isTrue();
        assertThat(counting().resumed(paused, at("2026-10-14T09:00")).due()).isEqualTo(deadline.due());
    }

    @Test
    void whatHasNoLimitHasNoneAfterThePause() {
        Deadline paused = counting().paused(finish("2026-10-08T10:00", 0, WorkUnit.NONE), at("2026-10-09T09:00"));
        assertThat(counting().resumed(paused, at("2026-10-10T09:00")).due()).isNull();
    }

    @Test
    void aPartOfALimitIsCountedOnItsOwnCalendar() {
        // 75 % of 4 working hours from 16:00: 2 h that day, 1 h in the morning
        assertThat(counting().part(finish("2026-10-08T16:00", 4, WorkUnit.WORKHOUR), 75))
                .isEqualTo(at("2026-10-09T09:30"));
        // Thursday 10:00 to Friday 18:00 are 6 + 7.5 h; 75 % is 10 h 7 min 30 s: 4 h 7 min 30 s on Friday, 14:37:30
        assertThat(counting().part(finish("2026-10-08T10:00", 1, WorkUnit.WORKDAY), 75))
                .isEqualTo(at("2026-10-09T14:37:30"));
        // 50 % of 2 h at night
        assertThat(counting().part(finish("2026-10-02T03:00", 2, WorkUnit.HOUR), 50))
                .isEqualTo(at("2026-10-02T04:00"));
        // 75 % of the 8 h that are left until midnight
        assertThat(counting().part(finish("2026-10-08T16:00", 1, WorkUnit.SAME_DAY), 75))
                .isEqualTo(at("2026-10-08T22:00"));
    }

    @Test
    void anEditedHolidayMovesWhatCountsWorkingTime() {
        Deadline deadline = finish("2026-10-08T10:00", 1, WorkUnit.WORKDAY);
        Deadline byTheWall = finish("2026-10-08T10:00", 24, WorkUnit.HOUR);
        days.add(day("2026-10-09", CalendarDay.Kind.OFF));
        // Friday is off, so make-up Saturday is the first working day
        assertThat(counting().recounted(deadline).due()).isEqualTo(at("2026-10-10T18:00"));
        assertThat(counting().recounted(byTheWall)).isSameAs(byTheWall);
    }

    @Test
    void anEditThatMovesNothingChangesNothing() {
        Deadline deadline = finish("2026-10-08T10:00", 1, WorkUnit.WORKDAY);
        days.add(day("2026-10-20", CalendarDay.Kind.OFF));
        assertThat(counting().recounted(deadline)).isSameAs(deadline);
    }

    @Test
    void afterAPauseAnEditCountsFromTheResumption() {
        // 12.5 h of 18 are left: Thursday 16:00 on 2 h, Friday 7.5 h, Saturday 3 h, 11:30
        Deadline paused = counting().paused(finish("2026-10-08T08:30", 18, WorkUnit.WORKHOUR), at("2026-10-08T16:00"));
        Deadline resumed = counting().resumed(paused, at("2026-10-08T16:00"));
        assertThat(resumed.due()).isEqualTo(at("2026-10-10T11:30"));
        days.add(day("2026-10-09", CalendarDay.Kind.OFF));
        // Without Friday: 2 h on Thursday, 7.5 h on Saturday, 3 h on Monday
        assertThat(counting().recounted(resumed).due()).isEqualTo(at("2026-10-12T11:30"));
    }

    @Test
    void whatAPersonPromisedIsNotMoved() {
        Deadline promised = finish("2026-10-08T10:00", 1, WorkUnit.WORKDAY)
                .again(1, "WORKDAY", "", at("2026-10-08T10:00"), at("2026-10-09T12:00"), "", true);
        days.add(day("2026-10-09", CalendarDay.Kind.OFF));
        assertThat(counting().recounted(promised)).isSameAs(promised);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
