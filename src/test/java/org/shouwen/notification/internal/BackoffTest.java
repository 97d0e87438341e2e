package org.shouwen.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsLongerEachTimeAndGivesUpAfterTheDay() {
        Backoff backoff = new Backoff(() -> 0);

        assertThat(IntStream.rangeClosed(1, 6)
                        .mapToObj(failures -> backoff.after(failures).orElseThrow()))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(60),
                        Duration.ofHours(24));
        assertThat(backoff.after(7)).isEmpty();
    }

    @Test
    void jitterAddsAFifthAtMost() {
        // 15 min + 20 % of 15 min = 18 min
        assertThat(new Backoff(() -> 1).after(4)).contains(Duration.ofMinutes(18));
    }
}
