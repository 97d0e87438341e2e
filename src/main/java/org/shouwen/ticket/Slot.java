package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;

/** An agreed time at the resident's home (约修); {@code to} is after {@code from}. */
public record Slot(Instant from, Instant to) {

    private static final Duration USUAL = Duration.ofHours(2);

    /** @return the slot of usual length, where only its beginning was asked */
    public static Slot of(Instant from) {
        return new Slot(from, from.plus(USUAL));
    }
}
