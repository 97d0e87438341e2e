package org.shouwen.citypack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;

class DayHoursTest {

    @ParameterizedTest(name = "{0} -> {1}; the rest: {2}")
    @CsvSource(textBlock = """
            08:00-12:00 14:00-18:00,      08:00-12:00、14:00-18:00,           00:00-08:00、12:00-14:00、18:00-24:00
            '14:00-18:00,8:00-12:00',     08:00-12:00、14:00-18:00,           00:00-08:00、12:00-14:00、18:00-24:00
            8：00—12：00、14：00至18：00, 08:00-12:00、14:00-18:00,           00:00-08:00、12:00-14:00、18:00-24:00
            18:00-08:00,                  00:00-08:00、18:00-24:00,           08:00-18:00
            12:00-14:00 18:00-08:00,      00:00-08:00、12:00-14:00、18:00-24:00, 08:00-12:00、14:00-18:00
            08:00-12:00 11:00-13:30,      08:00-13:30,                        00:00-08:00、13:30-24:00
            00:00-24:00,                  全天,                               ''
            22:00-24:00,                  22:00-24:00,                        00:00-22:00
            '',                           '',                                 全天
            """)
    void readsWhatPeopleWrite(String written, String words, String rest) {
        DayHours hours = DayHours.of(written, "hours");
        assertThat(hours.words()).isEqualTo(words);
        assertThat(hours.complement().words()).isEqualTo(rest);
        assertThat(DayHours.of(hours.written(), "hours")).isEqualTo(hours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "早上",
                "08:00",
                "8-12",
                "08:00-08:00",
                "24:30-25:00",
                "08:60-12:00",
                "08:00-24:01",
                "12:00-14:00 随时"
            })
    void refusesWhatIsNoSpan(String written) {
        assertThatThrownBy(() -> DayHours.of(written, "workingDay"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("08:00-12:00 14:00-18:00")
                .satisfies(refusal -> assertThat(((Refusal) refusal).field()).contains("workingDay"));
    }

    @Test
    void aSpanBeginsWithItsFirstMinuteAndEndsBeforeItsLast() {
        DayHours hours = DayHours.of("08:00-12:00", "hours");
        assertThat(hours.include(LocalTime.of(7, 59, 59))).isFalse();
        assertThat(hours.include(LocalTime.of(8, 0))).isTrue();
        assertThat(hours.include(LocalTime.of(11, 59, 59))).isTrue();
        assertThat(hours.include(LocalTime.of(12, 0))).isFalse();
    }

    @Test
    void theStricterWins() {
        assertThat(DayHours.of("08:00-12:00 14:00-20:00", "")
                        .within(DayHours.of("09:00-17:30", ""))
                        .words())
                .isEqualTo("09:00-12:00、14:00-17:30");
        assertThat(DayHours.of("08:00-12:00", "").within(DayHours.NONE).isEmpty())
                .isTrue();
    }

    @Test
    void knowsWhenItGoesOn() {
        DayHours hours = DayHours.of("08:00-12:00 14:00-18:00", "");
        assertThat(hours.nextAfter(LocalTime.of(13, 0))).contains(LocalTime.of(14, 0));
        assertThat(hours.nextAfter(LocalTime.of(18, 0))).isEmpty();
    }
}
