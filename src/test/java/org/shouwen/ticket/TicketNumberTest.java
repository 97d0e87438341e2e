package org.shouwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BX-26-000001",
                "bx-26-000001",
                " BX-26-000001 ",
                "ＢＸ－２６－０００００１",
                "BX26000001",
                "bx 26 000001",
                "BX—26—000001"
            })
    void isReadAsPeopleTypeIt(String typed) {
        assertThat(TicketNumber.find(typed)).contains("BX-26-000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BX", "BX-26-1", "1-1-101", "13853110001", "BX-26-0000010000", "张三"})
    void isNoneOtherwise(String typed) {
        assertThat(TicketNumber.find(typed)).isEmpty();
    }
}
