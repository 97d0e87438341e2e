package org.shouwen.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;

/** Which promises a row of the table makes. */
class TimeLimitsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final TimeLimits.Facts FACTS =
            new TimeLimits.Facts("COMPLAINT", Priority.P2, Area.PUBLIC, Hazard.NONE);

    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(SHANGHAI, WeeklySlots.STANDARD, List.of(), Set.of(2026));

    /** Monday 09:00. */
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final Map<String, Object> row = new HashMap<>(Map.of("slotMinutes", 0, "source", "测试"));

    @Test
    void anEmptyCellIsNoPromiseAndNoneIsAPromiseWithoutLimit() {
        limit("respond", 30, "MINUTE");
        limit("answer", 24, "HOUR");
        limit("finish", 0, "NONE");

        List<Deadline> deadlines = limits().deadlines(FACTS, "east", null, NINE);

        assertThat(deadlines)
                .extracting(Deadline::clock)
                .containsExactly(ClockKind.RESPOND, ClockKind.ANSWER, ClockKind.FINISH);
        assertThat(deadlines)
                .extracting(Deadline::due)
                .containsExactly(NINE.plusSeconds(1800), NINE.plusSeconds(86400), null);
    }

    @Test
    void aSameDayFinishWithoutArrivalCountsFromNow() {
        limit("finish", 1, "SAME_DAY");

        assertThat(limits().deadlines(FACTS, "east", null, NINE))
                .singleElement()
                .satisfies(finish -> assertThat(finish.due()).isEqualTo("2026-11-23T16:00:00Z"));
    }

    /** Every hour of a week, with its nights and its Sunday: the first answer may only come the next working day. */
    @ParameterizedTest
    @ValueSource(ints = {15, 30, 60, 240})
    void aSameDayFinishWithoutArrivalNeverComesBeforeTheFirstAnswer(int minutes) {
        limit("respond", minutes, "WORKMINUTE");
        limit("finish", 1, "SAME_DAY");

        for (int hour = 0; hour < 7 * 24; hour++) {
            Instant at = NINE.plus(Duration.ofHours(hour));
            List<Deadline> deadlines = limits().deadlines(FACTS, "east", null, at);
            assertThat(deadlines).extracting(Deadline::clock).containsExactly(ClockKind.RESPOND, ClockKind.FINISH);
            assertThat(deadlines.get(1).due())
                    .as("told at %s", at)
                    .isAfterOrEqualTo(deadlines.get(0).due());
        }
    }

    /** Whatever the row says and whenever it is told: taken, then come, then done. */
    @ParameterizedTest
    @CsvSource({
        "30, MINUTE, 20, MINUTE, 5, MINUTE",
        "2, WORKHOUR, 1, WORKDAY, 24, HOUR",
        "30, WORKMINUTE, 4, WORKHOUR, 24, HOUR",
        "1, WORKDAY, 3, WORKDAY, 1, SAME_DAY",
        "1, WORKDAY, 2, HOUR, 2, HOUR",
    })
    void nothingIsPromisedBeforeWhatItFollows(
            int respond, String respondUnit, int arrive, String arriveUnit, int finish, String finishUnit) {
        limit("respond", respond, respondUnit);
        limit("arrive", arrive, arriveUnit);
        limit("finish", finish, finishUnit);

        for (int hour = 0; hour < 7 * 24; hour++) {
            assertInOrder(limits().deadlines(FACTS, "east", null, NINE.plus(Duration.ofHours(hour))));
        }
    }

    /** Nobody takes the work after the slot at which somebody is to come. */
    @Test
    void whoeverComesAtAnAgreedTimeHasTakenTheWorkBefore() {
        limit("respond", 1, "WORKDAY");
        limit("arrive", 2, "WORKDAY");
        limit("finish", 1, "HOUR");
        row.put("slotMinutes", 15);

        List<Deadline> promised = limits().deadlines(FACTS, "east", Slot.of(NINE.plusSeconds(3600)), NINE);

        assertInOrder(promised);
        assertThat(promised.get(1).due()).isEqualTo(NINE.plusSeconds(3600 + 900));
        assertThat(promised.get(0).explanation()).contains("不晚于已经答应的到场时间");
    }

    private static void assertInOrder(List<Deadline> promised) {
        assertThat(promised).extracting(Deadline::clock).isSorted();
        assertThat(promised).extracting(Deadline::due).isSorted();
    }

    private void limit(String clock, int amount, String unit) {
        row.put(clock + "Amount", amount);
        row.put(clock + "Unit", unit);
    }

    private TimeLimits limits() {
        Decisions decisions = Mockito.mock(Decisions.class);
        Mockito.when(decisions.row(Mockito.anyString(), Mockito.anyMap())).thenReturn(Optional.of(row));
        Calendars calendars = Mockito.mock(Calendars.class);
        Mockito.when(calendars.of("east")).thenReturn(CALENDAR);
        return new TimeLimits(
                decisions,
                calendars,
                Mockito.mock(Categories.class),
                new Moments(Clock.fixed(NINE, SHANGHAI), SHANGHAI),
                3);
    }
}
