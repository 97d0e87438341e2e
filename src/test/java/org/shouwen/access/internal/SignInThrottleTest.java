package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void tenFailuresShutTheAccountFromEveryAddress() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertThat(fail("wang", "10.0.0." + i)).isTrue();
        }

        assertThat(throttle.begin("wang", "10.0.0.99")).isFalse();
        assertThat(throttle.begin("lily", "10.0.0.99")).isTrue();
    }

    @Test
    void tenFailuresShutTheAddressForEveryAccount() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertThat(fail("guess" + i, "10.0.0.1")).isTrue();
        }

        assertThat(throttle.begin("lily", "10.0.0.1")).isFalse();
        assertThat(throttle.begin("lily", "10.0.0.2")).isTrue();
    }

    @Test
    void aQuarterOfAnHourLaterTheDoorIsOpenAgain() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            fail("wang", "10.0.0.1");
        }
        clock.move(SignInThrottle.WINDOW.minusSeconds(1));
        assertThat(throttle.begin("wang", "10.0.0.1")).isFalse();

        clock.move(Duration.ofSeconds(1));
        assertThat(throttle.begin("wang", "10.0.0.1")).isTrue();
    }

    @Test
    void successForgetsTheAccountsFailures() {
        for (int i = 0; i < SignInThrottle.FAILURES - 1; i++) {
            fail("wang", "10.0.0." + i);
        }
        assertThat(throttle.begin("wang", "10.0.0.9")).isTrue();
        throttle.succeeded("wang");

        assertThat(fail("wang", "10.0.0.9")).isTrue();
        assertThat(throttle.begin("wang", "10.0.0.9")).isTrue();
    }

    @Test
    void guessesAtTheSameTimeAreCountedBeforeTheyFail() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertThat(throttle.begin("wang", "10.0.0." + i)).isTrue();
        }

        assertThat(throttle.begin("wang", "10.0.0.99")).isFalse();
    }

    @Test
    void peopleWhoSignInFromOneOfficeDoNotShutEachOtherOut() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.begin("person" + i, "10.0.0.1")).isTrue();
            throttle.succeeded("person" + i);
        }
    }

    private boolean fail(String account, String address) {
        boolean mayTry = throttle.begin(account, address);
        throttle.failed(account, address);
        return mayTry;
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-23T08:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
