package org.shouwen.notification.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How long to wait after a failed attempt: soon at first, a day at last, then never. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60),
            Duration.ofHours(24));
    /** Up to a fifth longer, so that what failed together does not come back together. */
    private static final double JITTER = 0.2;

    private final DoubleSupplier random;

    /** @param random from 0 to 1 */
    Backoff(DoubleSupplier random) {
        this.random = random;
    }

    /** @return the pause after so many failed attempts (1 or more); empty: give up */
    Optional<Duration> after(int failures) {
        if (failures > PAUSES.size()) {
            return Optional.empty();
        }
        long millis = PAUSES.get(failures - 1).toMillis();
        return Optional.of(Duration.ofMillis(millis + (long) (millis * JITTER * random.getAsDouble())));
    }
}
