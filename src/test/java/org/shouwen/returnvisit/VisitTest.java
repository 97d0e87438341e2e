package org.shouwen.returnvisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;

/** A visit is tried until it ends, and ends once. */
class VisitTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

    private static Visit planned(boolean reopens) {
        VisitRule rule =
                new VisitRule(100, 3, WorkUnit.WORKDAY, Visitor.FRONT_DESK, true, VisitMethod.PHONE, reopens, false, 3);
        return new Visit(
                "BX-26-000001",
                1,
                Visit.Occasion.CLOSING,
                "east",
                "NONE",
                rule,
                true,
                NOW,
                NOW.plus(Duration.ofDays(3)),
                "3 个工作日",
                null,
                null,
                null,
                List.of());
    }

    private static Attempt unreached() {
        return Attempt.unreached("关机", VisitMethod.PHONE, "desk1", NOW);
    }

    private static Attempt answer(Satisfaction satisfaction) {
        return Attempt.answered(satisfaction, "还在滴", VisitMethod.PHONE, "desk1", NOW);
    }

    @Test
    void anAttemptInVainLeavesItOpenForTomorrow() {
        Visit visit = planned(true).tried(unreached(), TOMORROW);
        assertThat(visit.open()).isTrue();
        assertThat(visit.nextAttempt()).isEqualTo(TOMORROW);
        assertThat(visit.reached()).isFalse();
    }

    @Test
    void theThirdAttemptInVainEndsItUnvisited() {
        Visit visit = planned(true)
                .tried(unreached(), TOMORROW)
                .tried(unreached(), TOMORROW)
                .tried(unreached(), TOMORROW);
        assertThat(visit.outcome()).isEqualTo(Visit.Outcome.UNREACHED);
        assertThat(visit.reached()).isFalse();
        assertThat(visit.reopens()).isFalse();
        assertThat(visit.nextAttempt()).isNull();
    }

    @Test
    void anAnswerEndsIt() {
        Visit visit = planned(true).tried(unreached(), TOMORROW).tried(answer(Satisfaction.FAIR), TOMORROW);
        assertThat(visit.outcome()).isEqualTo(Visit.Outcome.FAIR);
        assertThat(visit.endedAt()).isEqualTo(NOW);
        assertThat(visit.reopens()).isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> visit.tried(answer(Satisfaction.SATISFIED), TOMORROW))
                .matches(refusal -> refusal.name().equals("visit-ended"));
    }

    @Test
    void aDissatisfiedAnswerReopensWhereTheRuleSaysSo() {
        assertThat(planned(true)
                        .tried(answer(Satisfaction.DISSATISFIED), TOMORROW)
                        .reopens())
                .isTrue();
        assertThat(planned(false)
                        .tried(answer(Satisfaction.DISSATISFIED), TOMORROW)
                        .reopens())
                .isFalse();
    }

    @Test
    void whatIsWrongMustBeSaid() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Attempt.answered(Satisfaction.DISSATISFIED, " ", VisitMethod.PHONE, "desk1", NOW))
                .matches(refusal -> refusal.name().equals("remark-missing"));
        assertThat(answer(Satisfaction.DISSATISFIED).words()).isEqualTo("电话回访：不满意；还在滴");
        assertThat(Attempt.answered(Satisfaction.SATISFIED, null, null, "desk1", NOW)
                        .words())
                .isEqualTo("业主自行答复：满意");
        assertThat(unreached().words()).isEqualTo("电话回访未联系上：关机");
    }

    @Test
    void ratesAreOfWhatCouldBeVisited() {
        // 7 of 9 visited: 77.7 %; 5 of 7 satisfied: 71.4 %
        VisitFigures figures = new VisitFigures("east", YearMonth.of(2026, 11), 9, 7, 2, 5, 1);
        assertThat(figures.visitedRate()).isEqualTo(77);
        assertThat(figures.satisfiedRate()).isEqualTo(71);
        VisitFigures none = new VisitFigures("east", YearMonth.of(2026, 11), 0, 0, 0, 0, 0);
        assertThat(none.visitedRate()).isNull();
        assertThat(none.satisfiedRate()).isNull();
    }
}
