package org.shouwen.bench;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @return whether it came true in time */
    static boolean until(Duration atMost, long everyMillis, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            millis(everyMillis);
        }
        return true;
    }
}
