package org.shouwen.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwen.studio.Tried.Result;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;

/** What a trial tells, and which promises it counts. */
class TrialTest {

    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");
    private static final Line ARRIVAL =
            new Line(What.CHANGED, "r6", "第 6 行", "报修", List.of(new Cell("到场时限", "4 个工作小时", "2 个工作小时")));
    private static final Line ANSWER =
            new Line(What.CHANGED, "r10", "第 10 行", "投诉", List.of(new Cell("答复时限", "1 天", "2 天")));

    private static Instant hour(int hours) {
        return NINE.plus(Duration.ofHours(hours));
    }

    private static Tried tried(int number, boolean named, Line... lines) {
        return new Tried("BX-" + number, named, Result.TRIED, List.of(lines), List.of(), false);
    }

    private static List<String> examples(Trial.Group group) {
        return group.examples().stream().map(Tried::ticket).toList();
    }

    @Test
    void ticketsAreGroupedByRowAndChange() {
        List<Tried> all = List.of(
                tried(9, true, ANSWER),
                tried(8, true, ARRIVAL),
                tried(7, true),
                tried(6, true, ARRIVAL, ANSWER),
                tried(5, true, ARRIVAL),
                new Tried("BX-4", true, Result.UNKNOWN),
                new Tried("BX-3", true, Result.NOT_ASKED));
        Trial trial = Trial.of(30, null, all, UnaryOperator.identity());
        assertThat(List.of(trial.tried(), trial.same(), trial.unknown(), trial.notAsked()))
                .containsExactly(5L, 1L, 1L, 1L);
        assertThat(trial.groups()).extracting(Trial.Group::line).containsExactly(ARRIVAL, ANSWER);
        assertThat(trial.groups()).extracting(Trial.Group::count).containsExactly(3, 2);
        assertThat(examples(trial.groups().get(0))).containsExactly("BX-8", "BX-6", "BX-5");
    }

    @Test
    void tenAreNamedAndOnlyWhatTheReaderSees() {
        List<Tried> all =
                IntStream.range(0, 40).mapToObj(i -> tried(i, i != 3, ARRIVAL)).toList();
        Trial trial = Trial.of(30, null, all, asked -> asked.stream()
                .filter(number -> !number.equals("BX-4"))
                .collect(Collectors.toSet()));
        assertThat(trial.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(40);
            assertThat(examples(group)).hasSize(10).startsWith("BX-0", "BX-1", "BX-2", "BX-5");
        });
        assertThat(Trial.of(30, null, all, asked -> Set.of()).groups().get(0).examples())
                .isEmpty();
    }

    @Test
    void latenessIsToldBothWays() {
        Moved late = new Moved(ClockKind.ARRIVE, hour(4), hour(2), false, true);
        Moved inTime = new Moved(ClockKind.FINISH, hour(4), hour(9), true, false);
        Moved neither = new Moved(ClockKind.ARRIVE, hour(4), hour(2), false, false);
        List<Tried> all = List.of(
                new Tried("BX-1", true, Result.TRIED, List.of(ARRIVAL), List.of(late, inTime), false),
                new Tried("BX-2", true, Result.TRIED, List.of(ARRIVAL), List.of(late), true),
                new Tried("BX-3", true, Result.TRIED, List.of(ARRIVAL), List.of(neither), false));
        Trial trial = Trial.of(30, 5000, all, UnaryOperator.identity());
        assertThat(trial.lateness())
                .containsExactly(
                        new Trial.Lateness(ClockKind.ARRIVE, 2, 0), new Trial.Lateness(ClockKind.FINISH, 0, 1));
        assertThat(trial.loose()).isEqualTo(1);
    }

    private static Deadline arrival(Instant due, Instant stopped) {
        return new Deadline(ClockKind.ARRIVE, 4, "HOUR", "测试", NINE, due, "因为", stopped);
    }

    private static Moved moved(Deadline stands, Instant before, Instant after, int now) {
        return Moved.of(stands, arrival(hour(4), null), arrival(before, null), arrival(after, null), hour(now))
                .orElseThrow();
    }

    @Test
    void aPromiseIsLateByItsOwnMoment() {
        assertThat(moved(arrival(hour(4), hour(3)), hour(4), hour(2), 90))
                .isEqualTo(new Moved(ClockKind.ARRIVE, hour(4), hour(2), false, true));
        assertThat(moved(arrival(hour(4), hour(6)), hour(4), hour(8), 90))
                .isEqualTo(new Moved(ClockKind.ARRIVE, hour(4), hour(8), true, false));
        // One that runs on is late by now
        assertThat(moved(arrival(hour(4), null), hour(4), hour(2), 3).lateAfter())
                .isTrue();
        assertThat(moved(arrival(hour(4), null), hour(4), hour(2), 1).lateAfter())
                .isFalse();
        // Without a limit nothing is late
        assertThat(moved(arrival(hour(4), hour(6)), hour(4), null, 90))
                .isEqualTo(new Moved(ClockKind.ARRIVE, hour(4), null, true, false));
    }

    @Test
    void onlyWhatIsTheTablesOwnDateIsCounted() {
        Deadline given = arrival(hour(4), null);
        Deadline before = arrival(hour(4), null);
        Deadline after = arrival(hour(2), null);
        Deadline paused = given.paused(hour(1), Duration.ofHours(3));
        for (Deadline stands : List.of(
                paused,
                paused.resumed(hour(2), hour(5), "暂停后继续计时"),
                given.moved(hour(5), "日历改了"),
                given.again(4, "HOUR", "测试", NINE, hour(4), "更正", false))) {
            assertThat(Moved.of(stands, given, before, after, hour(9)))
                    .as("%s", stands)
                    .isEmpty();
        }
        assertThat(Moved.of(null, given, before, after, hour(9))).isEmpty();
        assertThat(Moved.of(given, null, before, after, hour(9))).isEmpty();
        assertThat(Moved.of(given, given, null, after, hour(9))).isEmpty();
        assertThat(Moved.of(given, given, before, null, hour(9)))
                .hasValue(new Moved(ClockKind.ARRIVE, hour(4), null, true, false));
    }
}
