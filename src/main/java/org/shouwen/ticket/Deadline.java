package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;

/**
 * A promise with its limit frozen when the clock started; the date itself may be recomputed. A promise that is given
 * anew (a later time, another category, a reopening) is the next cycle of the same clock; the earlier one stays as
 * history with the reason.
 *
 * @param cycle 0 for the first promise of this clock
 * @param amount of {@code unit}s; 0 where the unit says all
 * @param unit unit of the limit (WORKDAY, WORKHOUR, WORKMINUTE, HOUR, MINUTE, SAME_DAY, NONE)
 * @param source where the limit comes from (table row, article, standard), in Chinese
 * @param startedAt when the clock started
 * @param due when it is kept at the latest; null: there is no limit; while the clock is paused, the date before the pause
 * @param explanation why it is that moment, in Chinese
 * @param stoppedAt when the clock stopped; null: it did not
 * @param course what happened to it on the way
 */
public record Deadline(
        ClockKind clock,
        int cycle,
        int amount,
        String unit,
        String source,
        Instant startedAt,
        Instant due,
        String explanation,
        Instant stoppedAt,
        Course course) {

    /**
     * @param pausedAt since when the clock stands still; null: it does not
     * @param resumedAt when the last pause ended; null: there was none
     * @param left what was left of the limit when the last pause began, in the limit's own time; null: there was none
     * @param promised whether a person gave the date, so that no calendar moves it
     * @param watched whether the timer of the running flow was used up, so that the clock's ladder is started directly
     * @param dropped whether it stopped because nobody waits for it any more; else it stopped because it was kept, in time or
     *     late
     * @param replaced why a later cycle took its place; null: it is the current one
     */
    public record Course(
            Instant pausedAt,
            Instant resumedAt,
            Duration left,
            boolean promised,
            boolean watched,
            boolean dropped,
            String replaced) {

        static final Course NEW = new Course(null, null, null, false, false, false, null);

        private Course ended(boolean dropped) {
            return new Course(null, resumedAt, left, promised, watched, dropped, replaced);
        }

        private Course paused(Instant at, Duration left) {
            return new Course(at, resumedAt, left, promised, watched, dropped, null);
        }

        private Course resumed(Instant at) {
            return new Course(null, at, left, promised, watched, dropped, null);
        }

        private Course watchedNow() {
            return new Course(pausedAt, resumedAt, left, promised, true, dropped, replaced);
        }

        private Course replaced(String why) {
            return new Course(pausedAt, resumedAt, left, promised, watched, dropped, why);
        }
    }

    /** The first promise of a clock. */
    public Deadline(
            ClockKind clock,
            int amount,
            String unit,
            String source,
            Instant startedAt,
            Instant due,
            String explanation,
            Instant stoppedAt) {
        this(clock, 0, amount, unit, source, startedAt, due, explanation, stoppedAt, Course.NEW);
    }

    public boolean runs() {
        return stoppedAt == null && course.pausedAt() == null && course.replaced() == null;
    }

    public boolean paused() {
        return stoppedAt == null && course.pausedAt() != null && course.replaced() == null;
    }

    /** @return whether the promise was, or by {@code now} is, broken */
    public boolean missed(Instant now) {
        if (due == null) {
            return false;
        }
        Instant until = stoppedAt != null ? stoppedAt : course.pausedAt() != null ? course.pausedAt() : now;
        return until.isAfter(due);
    }

    /** @return whether what was promised came, in time or late */
    public boolean kept() {
        return stoppedAt != null && !course.dropped();
    }

    Deadline stopped(Instant at) {
        return ended(at, false);
    }

    /** Nobody waits for it any more. */
    Deadline dropped(Instant at) {
        return ended(at, true);
    }

    private Deadline ended(Instant at, boolean dropped) {
        return new Deadline(clock, cycle, amount, unit, source, startedAt, due, explanation, at, course.ended(dropped));
    }

    /** It was not kept after all: it runs on, as if it had never stopped. */
    Deadline restarted() {
        return new Deadline(clock, cycle, amount, unit, source, startedAt, due, explanation, null, course);
    }

    /** @param left what is left of the limit, in the limit's own time; zero where it is overdue */
    public Deadline paused(Instant at, Duration left) {
        return with(due, explanation, course.paused(at, left));
    }

    /** @param due counted from {@code at} with what was left */
    public Deadline resumed(Instant at, Instant due, String explanation) {
        return with(due, explanation, course.resumed(at));
    }

    /** The calendar was edited. */
    public Deadline moved(Instant due, String explanation) {
        return with(due, explanation, course);
    }

    /**
     * The next cycle: the promise is given anew.
     *
     * @param promised whether a person gave the date, so that no calendar moves it
     */
    public Deadline again(
            int amount,
            String unit,
            String source,
            Instant startedAt,
            Instant due,
            String explanation,
            boolean promised) {
        return new Deadline(
                clock,
                cycle + 1,
                amount,
                unit,
                source,
                startedAt,
                due,
                explanation,
                null,
                new Course(null, null, null, promised, course.watched(), false, null));
    }

    /** The next cycle, with the same limit: a person gave the date. */
    Deadline promisedFor(Instant date, String why, Instant at) {
        return again(amount, unit, source, at, date, why, true);
    }

    Deadline watchedNow() {
        return with(due, explanation, course.watchedNow());
    }

    Deadline replaced(String why) {
        return with(due, explanation, course.replaced(why));
    }

    private Deadline with(Instant due, String explanation, Course course) {
        return new Deadline(clock, cycle, amount, unit, source, startedAt, due, explanation, stoppedAt, course);
    }
}
