package org.shouwen.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;

class PlainTest {

    @Test
    void leavesOutTheNamesOfFields() {
        Refusal refusal = Refusal.invalid("x", "to", "预约的结束时间（appointment.to）须晚于开始时间（周三）");

        assertThat(Plain.sentence(refusal)).isEqualTo("预约的结束时间须晚于开始时间（周三）");
    }

    @Test
    void takesFromASearchOnlyWhatADatabaseCanTake() {
        assertThat(Plain.search(" 1-1-\u0000101 ", 60)).isEqualTo("1-1-101");
        assertThat(Plain.search("123456", 3)).isEqualTo("123");
        assertThat(Plain.search(" \u0000 ", 60)).isNull();
        assertThat(Plain.search(null, 60)).isNull();
    }
}
