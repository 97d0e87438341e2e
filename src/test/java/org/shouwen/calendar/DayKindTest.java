package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.calendar.Holidays.NATIONAL;
import static org.shouwen.calendar.Holidays.SHANGHAI;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kind of day the law sees in a date. */
class DayKindTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-09-18, WORKING_DAY
            2026-09-19, REST_DAY
            # Sunday, worked for 国庆
            2026-09-20, WORKING_DAY
            2026-09-27, REST_DAY
            # 国庆: three statutory days, four moved ones
            2026-10-01, HOLIDAY
            2026-10-03, HOLIDAY
            2026-10-04, REST_DAY
            2026-10-07, REST_DAY
            2026-10-10, WORKING_DAY
            # 春节: a Sunday before the first statutory day, a Monday after the last
            2026-02-14, WORKING_DAY
            2026-02-15, REST_DAY
            2026-02-17, HOLIDAY
            2026-02-23, REST_DAY
            2026-02-24, WORKING_DAY
            # a statutory day on a Saturday is one all the same
            2026-05-02, HOLIDAY
            """)
    void kindOf(LocalDate day, DayKind kind) {
        assertThat(NATIONAL.kindOf(day)).isEqualTo(kind);
    }

    @Test
    void aHouseThatWorksOnSundaysDoesNotMakeThemWorkingDays() {
        Map<DayOfWeek, List<WorkingSlot>> everyDay = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), day -> List.of(WorkingSlot.of("08:30", "18:00"))));
        WorkingCalendar calendar = new WorkingCalendar(SHANGHAI, new WeeklySlots(everyDay), List.of(), Set.of(2026));

        LocalDate sunday = LocalDate.of(2026, 9, 13);
        assertThat(calendar.isWorkingDay(sunday)).isTrue();
        assertThat(calendar.kindOf(sunday)).isEqualTo(DayKind.REST_DAY);
    }
}
