package org.shouwen.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.TimeMachine;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMachine time = new TimeMachine();
    private final Pace pace = new Pace(time);

    @Test
    void soOftenWithinAWhileAndNotOnceMore() {
        assertThat(pace.allows("a", 2, MINUTE)).isTrue();
        time.pass(Duration.ofSeconds(30));
        assertThat(pace.allows("a", 2, MINUTE)).isTrue();
        assertThat(pace.allows("a", 2, MINUTE)).isFalse();
        assertThat(pace.allows("b", 2, MINUTE)).isTrue();
        // What was refused does not count: the first is a minute old after 30 seconds more
        time.pass(Duration.ofSeconds(30));
        assertThat(pace.allows("a", 2, MINUTE)).isTrue();
        assertThat(pace.allows("a", 2, MINUTE)).isFalse();
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() {
        assertThat(pace.allows("a", 1, MINUTE)).isTrue();
        time.pass(Duration.ofHours(-1));
        assertThat(pace.allows("a", 1, MINUTE)).isTrue();
        assertThat(pace.allows("a", 1, MINUTE)).isFalse();
    }

    @Test
    void whoeverComesInCrowdsForcesOutTheEldestOnly() {
        for (int i = 0; i < 20_001; i++) {
            pace.allows("address " + i, 1, MINUTE);
        }
        assertThat(pace.allows("address 20000", 1, MINUTE)).isFalse();
        assertThat(pace.allows("address 0", 1, MINUTE)).isTrue();
    }
}
