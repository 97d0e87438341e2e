package org.shouwen.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final Moments moments = new Moments(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

    @Test
    void saysDayWeekdayAndLocalTime() {
        assertThat(moments.text(Instant.parse("2026-11-25T02:05:00Z"))).isEqualTo("11月25日（周三）10:05");
    }

    @Test
    void saysTheYearWhereItIsAnotherOne() {
        // 2026-12-31 16:00 UTC is the new year already
        assertThat(moments.text(Instant.parse("2026-12-31T16:00:00Z"))).isEqualTo("2027年1月1日（周五）00:00");
    }

    @Test
    void theMidnightThatEndsALimitIsStillItsDays() {
        Instant midnight = Instant.parse("2026-11-24T16:00:00Z");
        assertThat(moments.limit(midnight)).isEqualTo("11月24日（周二）24:00");
        assertThat(moments.limitOnPaper(midnight)).isEqualTo("2026年11月24日 24:00");
        assertThat(moments.limit(midnight.plusSeconds(60))).isEqualTo("11月25日（周三）00:01");
        assertThat(moments.limitOnPaper(midnight.plusSeconds(60))).isEqualTo("2026年11月25日 00:01");
        assertThat(moments.limit(null)).isEmpty();
    }

    @Test
    void saysNothingWhereThereIsNoMoment() {
        assertThat(moments.text(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T02:00:00Z, 还剩不到 1 分钟",
        "2026-11-23T02:00:59Z, 还剩不到 1 分钟",
        "2026-11-23T02:01:00Z, 还剩 1 分钟",
        "2026-11-23T02:59:59Z, 还剩 59 分钟",
        "2026-11-23T04:00:00Z, 还剩 2 小时",
        "2026-11-23T04:05:00Z, 还剩 2 小时 5 分钟",
        "2026-11-23T12:30:00Z, 还剩 10 小时",
        "2026-11-25T01:59:00Z, 还剩 47 小时",
        "2026-11-25T02:00:00Z, 还剩 2 天",
        "2026-11-26T05:00:00Z, 还剩 3 天 3 小时",
        "2026-11-23T01:59:30Z, 已超时不到 1 分钟",
        "2026-11-22T23:00:00Z, 已超时 3 小时",
        "2026-11-20T01:00:00Z, 已超时 3 天 1 小时",
    })
    void saysHowLongItIs(Instant due, String words) {
        assertThat(moments.remaining(due)).isEqualTo(words);
    }
}
