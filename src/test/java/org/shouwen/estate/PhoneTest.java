package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problem.Refusal;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13853110001, 13853110001",
        "138 5311 0001, 13853110001",
        "１３８５３１１０００１, 13853110001",
        "138\u30005311\u20130001, 13853110001",
        "＋86（138）53110001, 13853110001",
        "138-5311-0001, 13853110001",
        "+86 13853110001, 13853110001",
        "0086-13853110001, 13853110001",
        "053188886666, 0531-88886666",
        "(0531)88886666, 0531-88886666",
        "01088886666, 010-88886666",
        "021-5888666, 021-5888666",
        "0531-88886666-12, 0531-88886666-12",
    })
    void isTakenAsPeopleWriteIt(String written, String normalised) {
        assertThat(Phone.normalise(written, "phone")).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "110", "1385311000", "138531100011", "12853110001", "88886666", "=13853110001"})
    void isRefusedWithItsFieldWhereItIsNone(String written) {
        assertThatThrownBy(() -> Phone.normalise(written, "reporter.phone"))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.field()).contains("reporter.phone"))
                .hasMessageContaining("reporter.phone");
    }

    @Test
    void nullIsNone() {
        assertThat(Phone.find(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"13853110001, 0001", "0531-88886666, 6666", "0531-88886666-12, 6666"})
    void endsWithWhatPeopleSay(String phone, String tail) {
        assertThat(Phone.tail(phone)).isEqualTo(tail);
    }

    @Test
    void isShownWithItsMiddleHidden() {
        assertThat(Phone.masked("13853110001")).isEqualTo("138****0001");
        assertThat(Phone.masked(null)).isEqualTo("****");
    }
}
