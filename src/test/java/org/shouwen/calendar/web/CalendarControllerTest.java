package org.shouwen.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.calendar.WorkingSlot;
import org.shouwen.problem.Refusal;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

    private static final WorkingCalendar NATIONAL = calendar(WeeklySlots.STANDARD);
    private static final WorkingCalendar SITE = calendar(WeeklySlots.monToFri(WorkingSlot.of("09:00", "20:00")));

    private final MockMvc http = MockMvcBuilders.standaloneSetup(new CalendarController(new TwoCalendars()))
            .build();

    @Test
    void answersWithTheDueDateAndTheReason() throws Exception {
        http.perform(get(URI.create("/api/calendar/deadline?from=2026-02-13T16:00:00%2B08:00&amount=3&unit=WORKDAY")))
                .andExpect(status().isOk())
                .andExpect(content().encoding("UTF-8"))
                .andExpect(content().json("""
                        {"due": "2026-02-25T18:00:00+08:00",
                         "explanation": "2月13日周五 16:00 起 3 个工作日 = 2月25日周三 18:00：当天不计，2月14日周六调休上班为第 1 天，\
                        2月15日至23日春节休假，2月24日周二为第 2 天，2月25日周三为第 3 天，18:00 下班截止"}""", JsonCompareMode.STRICT));
    }

    @Test
    void warnsOfAYearThatIsNotAnnounced() throws Exception {
        http.perform(get("/api/calendar/deadline?from=2026-12-31T17:00:00&amount=90&unit=WORKMINUTE"))
                .andExpect(content().json("""
                        {"due": "2027-01-01T09:00:00+08:00",
                         "warning": "2027 年放假安排尚未公布，只按周末推算，日期可能变动"}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-04T11:30:00%2B08:00",
                "2026-03-04T11:30:00+08:00",
                "2026-03-04T11:30+08:00",
                // what a server makes of an unencoded plus
                "2026-03-04T11:30:00%2008:00",
                "2026-03-04T11:30%2008:00",
                "2026-03-04T11:30:00%2008:00%5BAsia/Shanghai%5D",
                "2026-03-04T03:30:00Z",
                "2026-03-04T03:30:00.000Z",
                "2026-03-03T22:30:00-05:00",
                "2026-03-04T11:30:00",
                "2026-03-04T11:30",
                "2026-03-04T11:30:00%2B08:00%5BAsia/Shanghai%5D",
                "2026-03-04T11:30:00+08:00%5BAsia/Shanghai%5D",
            })
    void understandsTheStart(String from) throws Exception {
        http.perform(get(URI.create("/api/calendar/deadline?amount=2&unit=WORKHOUR&from=" + from)))
                .andExpect(content().json("{\"due\": \"2026-03-04T15:30:00+08:00\"}"));
    }

    @Test
    void countsByTheSite() throws Exception {
        http.perform(get("/api/calendar/deadline?from=2026-03-04T11:30:00&amount=2&unit=WORKHOUR&site=XY"))
                .andExpect(content().json("{\"due\": \"2026-03-04T13:30:00+08:00\"}"));
    }

    @Test
    void countsByTheClock() throws Exception {
        http.perform(get("/api/calendar/deadline?from=2026-02-17T03:00:00&amount=30&unit=MINUTE"))
                .andExpect(content().json("{\"due\": \"2026-02-17T03:30:00+08:00\"}"));
        http.perform(get("/api/calendar/deadline?from=2026-02-17T03:00:00&amount=10000&unit=HOUR"))
                .andExpect(content().json("{\"due\": \"2027-04-09T19:00:00+08:00\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | 3 | WORKDAY | from | parameter-missing | 请写明起算时间（from），例如 2026-02-13T16:00:00+08:00",
                "' ' | 3 | WORKDAY | from | parameter-missing | 请写明起算时间（from），例如 2026-02-13T16:00:00+08:00",
                "2026-02-30T16:00:00 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "2026-02-13 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "2026-02-13 16:00 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "2026-02-13T16:00+25:00 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "2026-02-13T16:00+08:00[Mars/Base] | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "明天 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "1999-12-31T23:59:59 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）的年份须在 2000 至 2100 之间",
                "2101-01-01T00:00:00 | 3 | WORKDAY | from | parameter-invalid | 起算时间（from）的年份须在 2000 至 2100 之间",
                "+999999999-12-31T23:59:59-18:00 | 3 | HOUR | from | parameter-invalid | 起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00",
                "2026-02-13T16:00 | - | WORKDAY | amount | parameter-missing | 请写明时限的数量（amount），例如 3",
                "2026-02-13T16:00 | 0 | WORKDAY | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | -1 | WORKDAY | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | 10001 | WORKDAY | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | 1.5 | WORKHOUR | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | 三 | WORKDAY | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | 99999999999999999999 | WORKDAY | amount | parameter-invalid | 时限的数量（amount）须为 1 至 10000 的整数",
                "2026-02-13T16:00 | 3 | - | unit | parameter-missing | 请写明时限的单位（unit）：WORKDAY、WORKHOUR、WORKMINUTE、HOUR、MINUTE",
                "2026-02-13T16:00 | 3 | DAY | unit | parameter-invalid | 时限的单位（unit）须为 WORKDAY、WORKHOUR、WORKMINUTE、HOUR、MINUTE 之一",
                "2026-02-13T16:00 | 3 | NONE | unit | parameter-invalid | 时限的单位（unit）须为 WORKDAY、WORKHOUR、WORKMINUTE、HOUR、MINUTE 之一",
            })
    void wrongInputIsRefusedInOneSentence(
            String from, String amount, String unit, String field, String name, String sentence) {
        CalendarController controller = new CalendarController(new TwoCalendars());

        assertThatThrownBy(() -> controller.deadline(from, amount, unit, null))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.getMessage()).isEqualTo(sentence);
                    assertThat(refusal.name()).isEqualTo(name);
                    assertThat(refusal.field()).contains(field);
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
                });
    }

    @Test
    void largestLimitsAreCounted() throws Exception {
        for (String unit : List.of("WORKDAY", "WORKHOUR", "WORKMINUTE", "HOUR", "MINUTE")) {
            http.perform(get("/api/calendar/deadline?from=2100-12-31T23:59:59&amount=10000&unit=" + unit))
                    .andExpect(status().isOk());
        }
    }

    private static WorkingCalendar calendar(WeeklySlots week) {
        List<CalendarDay> days = Stream.concat(
                        LocalDate.parse("2026-02-15")
                                .datesUntil(LocalDate.parse("2026-02-24"))
                                .map(date -> day(date, CalendarDay.Kind.OFF)),
                        Stream.of(day(LocalDate.parse("2026-02-14"), CalendarDay.Kind.EXTRA_WORKING)))
                .toList();
        return new WorkingCalendar(ZoneId.of("Asia/Shanghai"), week, days, Set.of(2026));
    }

    private static CalendarDay day(LocalDate date, CalendarDay.Kind kind) {
        return new CalendarDay("", date, kind, "春节", false, true, "");
    }

    /** A national calendar, and a site's with a longer day. */
    private static final class TwoCalendars implements Calendars {

        @Override
        public WorkingCalendar of(String site) {
            return "XY".equals(site) ? SITE : NATIONAL;
        }

        @Override
        public List<CalendarDay> days(String site, int year) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(CalendarDay day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String site, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putSlots(String site, WeeklySlots slots) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void removeSlots(String site) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HolidayList holidays(int year) {
            throw new UnsupportedOperationException();
        }

        @Override
        public HolidayList readHolidays(String content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void mustBeWhole(HolidayList list) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void mustBeOfNoOther(HolidayList list) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putHolidays(HolidayList list) {
            throw new UnsupportedOperationException();
        }
    }
}
