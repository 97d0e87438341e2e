package org.shouwen.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T18:00, 2026-11-23T10:00:00Z",
        "2026-11-23T18:00:30, 2026-11-23T10:00:30Z",
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00Z",
        "2026-11-23T18:00:00+08:00, 2026-11-23T10:00:00Z"
    })
    void aMomentWithoutOffsetIsLocal(String written, Instant at) {
        assertThat(Written.moment(written, "until", "结束时间", ZONE)).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-11-23", "2026-13-01T00:00", "0001-01-01T00:00", "+9999-01-01T00:00"})
    void whatIsNoMomentIsRefusedWithTheField(String written) {
        assertThatThrownBy(() -> Written.moment(written, "until", "结束时间", ZONE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("结束时间（until）");
    }

    @Test
    void textsAreStrippedAndNeitherMissingNorTooLong() {
        assertThat(Written.text(" 发烧 ", "reason", "原因", 2)).isEqualTo("发烧");
        assertThat(Written.optional(null, "reason", "原因", 2)).isEmpty();
        assertThatThrownBy(() -> Written.text(" ", "reason", "原因", 2)).hasMessage("请填写原因（reason）");
        assertThatThrownBy(() -> Written.text("发烧了", "reason", "原因", 2)).hasMessage("原因（reason）最多 2 字");
        assertThatThrownBy(() -> Written.text("a\0", "reason", "原因", 2)).isInstanceOf(Refusal.class);
    }

    @Test
    void aMonthIsAYearAndAMonth() {
        assertThat(Written.month("2026-11", "month", "月份")).isEqualTo(YearMonth.of(2026, 11));
        assertThatThrownBy(() -> Written.month("11", "month", "月份")).hasMessageContaining("须为年月");
    }
}
