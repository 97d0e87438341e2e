package org.shouwen.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.wording.Moments;

class PromiseTest {

    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-23T04:00:00Z");

    @Test
    void runs() {
        Promise promise = promise(DUE, null, "2026-11-23T02:00:00Z");

        assertThat(promise.style()).isEqualTo("runs");
        assertThat(promise.due()).isEqualTo("11月23日（周一）12:00");
        assertThat(promise.state()).isEqualTo("还剩 2 小时");
    }

    @Test
    void isLate() {
        Promise promise = promise(DUE, null, "2026-11-23T05:00:00Z");

        assertThat(promise.style()).isEqualTo("late");
        assertThat(promise.state()).isEqualTo("已超时 1 小时");
    }

    @Test
    void wasKept() {
        Promise promise = promise(DUE, DUE, "2026-11-24T00:00:00Z");

        assertThat(promise.style()).isEqualTo("kept");
        assertThat(promise.state()).isEqualTo("按时，11月23日（周一）12:00");
    }

    @Test
    void wasMissed() {
        Promise promise = promise(DUE, DUE.plusSeconds(1800), "2026-11-24T00:00:00Z");

        assertThat(promise.style()).isEqualTo("missed");
        assertThat(promise.state()).isEqualTo("超时 30 分钟");
    }

    @Test
    void isNotKeptByAWithdrawal() {
        assertThat(promise(dropped(DUE), "2026-11-24T00:00:00Z").state()).isEqualTo("已停止");
        assertThat(promise(dropped(null), "2026-11-24T00:00:00Z").state()).isEqualTo("已停止");
    }

    @Test
    void isKeptAlsoWithoutALimit() {
        Promise promise = promise(null, START, "2026-11-24T00:00:00Z");

        assertThat(promise.style()).isEqualTo("kept");
        assertThat(promise.state()).isEqualTo("已做到，11月23日（周一）08:00");
    }

    @Test
    void hasNoLimit() {
        Promise promise = promise(null, null, "2026-11-24T00:00:00Z");

        assertThat(promise.due()).isEqualTo("不限时");
        assertThat(promise.style()).isEqualTo("none");
    }

    @Test
    void aDayThatEndsAtMidnightIsStillThatDay() {
        assertThat(promise(Instant.parse("2026-11-23T16:00:00Z"), null, "2026-11-23T02:00:00Z")
                        .due())
                .isEqualTo("11月23日（周一）24:00");
    }

    private static Promise promise(Instant due, Instant stoppedAt, String now) {
        return promise(new Deadline(ClockKind.ARRIVE, 4, "WORKHOUR", "source", START, due, "why", stoppedAt), now);
    }

    private static Promise promise(Deadline deadline, String now) {
        return Promise.of(
                deadline.clock().label(),
                deadline,
                new Moments(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai")));
    }

    private static Deadline dropped(Instant due) {
        Deadline.Course course = new Deadline.Course(null, null, null, false, false, true, null);
        return new Deadline(ClockKind.ARRIVE, 0, 4, "WORKHOUR", "source", START, due, "why", START, course);
    }
}
