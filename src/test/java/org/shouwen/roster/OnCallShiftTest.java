package org.shouwen.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnCallShiftTest {

    @ParameterizedTest
    @CsvSource({
        // within a day
        "08:00, 20:00, 07:59:59, false",
        "08:00, 20:00, 08:00, true",
        "08:00, 20:00, 19:59:59, true",
        "08:00, 20:00, 20:00, false",
        // over midnight
        "20:00, 08:00, 19:59:59, false",
        "20:00, 08:00, 20:00, true",
        "20:00, 08:00, 00:00, true",
        "20:00, 08:00, 07:59:59, true",
        "20:00, 08:00, 08:00, false",
        // to midnight
        "16:00, 00:00, 23:59:59, true",
        "16:00, 00:00, 00:00, false",
        // all day
        "08:00, 08:00, 07:59:59, true",
        "08:00, 08:00, 08:00, true",
    })
    void coversItsPartOfTheDay(LocalTime from, LocalTime to, LocalTime time, boolean covered) {
        assertThat(new OnCallShift("east", "li", from, to, 1).covers(time)).isEqualTo(covered);
    }
}
