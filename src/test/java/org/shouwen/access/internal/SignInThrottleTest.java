package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void aFloodOfGuessesFromOneAddressKeepsNobodyElseOut() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(fail("wang", "10.0.0.1")).isEqualTo(i < SignInThrottle.FAILURES);
        }

        assertThat(begin("wang", "10.0.0.2")).isTrue();
        assertThat(throttle.begin("wang", "10.0.0.1", Optional.of("his telephone")))
                .isTrue();
    }

    @Test
    void aFloodFromManyAddressesKeepsNobodyOutWhoComesFromAnotherOrInHisOwnBrowser() {
        for (int i = 0; i < 10_000; i++) {
            fail("wang", "10.1." + i / 250 + "." + i % 250);
        }

        assertThat(begin("wang", "10.0.0.99")).isTrue();
        assertThat(throttle.begin("wang", "10.1.0.0", Optional.of("his telephone")))
                .isTrue();
    }

    @Test
    void afterAHundredGuessesEachAddressHasOneTryAMinuteForTheAccount() {
        for (int i = 0; i < SignInThrottle.FAILURES_OF_AN_ACCOUNT; i++) {
            assertThat(fail("wang", "10.0.1." + i)).isTrue();
        }

        assertThat(fail("wang", "10.0.0.99")).isTrue();
        assertThat(begin("wang", "10.0.0.99")).isFalse();
        assertThat(begin("lily", "10.0.0.99")).isTrue();
        clock.move(SignInThrottle.BETWEEN_TRIES);
        assertThat(begin("wang", "10.0.0.99")).isTrue();
    }

    @Test
    void whoSignsInDuringAFloodMayDoSoAgainAtOnce() {
        for (int i = 0; i < SignInThrottle.FAILURES_OF_AN_ACCOUNT; i++) {
            fail("wang", "10.0.1." + i);
        }
        for (int i = 0; i < 3; i++) {
            assertThat(begin("wang", "10.0.0.99")).isTrue();
            throttle.succeeded("wang", "10.0.0.99", Optional.empty());
        }
    }

    @Test
    void addressesOfTheSixthVersionAreOneWhereTheyHaveTheSameFirstHalf() {
        for (int i = 0; i < 20; i++) {
            assertThat(fail("wang" + i, "2001:db8:0:1:" + i + "::1")).isEqualTo(i < SignInThrottle.FAILURES);
        }

        assertThat(begin("wang", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void aDeviceThatKnowsAnAccountHasTenGuesses() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertThat(throttle.begin("wang", "10.0.0." + i, Optional.of("stolen")))
                    .isTrue();
        }

        assertThat(throttle.begin("wang", "10.0.0.99", Optional.of("stolen"))).isFalse();
        assertThat(begin("wang", "10.0.0.99")).isTrue();
    }

    @Test
    void tenFailuresShutTheAddressForEveryAccount() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            assertThat(fail("guess" + i, "10.0.0.1")).isTrue();
        }

        assertThat(begin("lily", "10.0.0.1")).isFalse();
        assertThat(begin("lily", "10.0.0.2")).isTrue();
    }

    @Test
    void aQuarterOfAnHourLaterTheDoorIsOpenAgain() {
        for (int i = 0; i < SignInThrottle.FAILURES; i++) {
            fail("wang", "10.0.0.1");
        }
        clock.move(SignInThrottle.WINDOW.minusSeconds(1));
        assertThat(begin("wang", "10.0.0.1")).isFalse();

        clock.move(Duration.ofSeconds(1));
        assertThat(begin("wang", "10.0.0.1")).isTrue();
    }

    @Test
    void guessesAtTheSameTimeAreCountedBeforeTheyFail() {
        AtomicInteger tried = new AtomicInteger();
        IntStream.range(0, 200).parallel().forEach(i -> {
            if (begin("wang" + i, "10.0.0.1")) {
                tried.incrementAndGet();
            }
        });

        assertThat(tried).hasValue(SignInThrottle.FAILURES);
    }

    @Test
    void peopleWhoSignInFromOneOfficeDoNotShutEachOtherOut() {
        for (int i = 0; i < 50; i++) {
            assertThat(begin("person" + i, "10.0.0.1")).isTrue();
            throttle.succeeded("person" + i, "10.0.0.1", Optional.empty());
        }
    }

    private boolean begin(String account, String address) {
        return throttle.begin(account, address, Optional.empty());
    }

    /** What does not succeed has failed. */
    private boolean fail(String account, String address) {
        return begin(account, address);
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
