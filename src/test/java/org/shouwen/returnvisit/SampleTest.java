package org.shouwen.returnvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample is told by the number alone. */
class SampleTest {

    private static List<String> numbers() {
        return IntStream.rangeClosed(1, 10_000)
                .mapToObj("BX-26-%06d"::formatted)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 30, 50, 90, 100})
    void drawsAboutTheRate(int rate) {
        long drawn =
                numbers().stream().filter(number -> Sample.draws(number, rate)).count();
        // 10,000 draws scatter by at most 50 either way; four times that is never seen
        assertThat(drawn).isCloseTo(rate * 100L, Offset.offset(rate == 0 || rate == 100 ? 0L : 200L));
    }

    @Test
    void drawsTheSameOnesAgain() {
        assertThat(numbers().subList(0, 20).stream().filter(number -> Sample.draws(number, 30)))
                .containsExactly("BX-26-000004", "BX-26-000006", "BX-26-000009", "BX-26-000010", "BX-26-000016");
    }

    @Test
    void whoIsDrawnAtALowRateIsDrawnAtAHighOne() {
        assertThat(numbers().stream().filter(number -> Sample.draws(number, 10)))
                .allMatch(number -> Sample.draws(number, 30));
    }
}
