package org.shouwen.ticket;

import java.time.Instant;

/**
 * A promise with its limit frozen when the clock started; the date itself may be recomputed.
 *
 * @param amount of {@code unit}s; 0 where the unit says all
 * @param unit unit of the limit (WORKDAY, WORKHOUR, WORKMINUTE, HOUR, MINUTE, SAME_DAY, NONE)
 * @param source where the limit comes from (table row, article, standard), in Chinese
 * @param startedAt when the clock started
 * @param due when it is kept at the latest; null: there is no limit
 * @param explanation why it is that moment, in Chinese
 * @param stoppedAt when the clock stopped; null: it runs
 */
public record Deadline(
        ClockKind clock,
        int amount,
        String unit,
        String source,
        Instant startedAt,
        Instant due,
        String explanation,
        Instant stoppedAt) {

    public boolean runs() {
        return stoppedAt == null;
    }

    /** @return whether the promise was, or by {@code now} is, broken */
    public boolean missed(Instant now) {
        return due != null && (runs() ? now : stoppedAt).isAfter(due);
    }

    Deadline stopped(Instant at) {
        return new Deadline(clock, amount, unit, source, startedAt, due, explanation, at);
    }
}
