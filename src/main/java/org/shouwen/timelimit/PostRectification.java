package org.shouwen.timelimit;

import java.time.Instant;

/**
 * A post that broke its third promise of a month has to be put right by whoever is above it (D3).
 *
 * @param month as {@code 2026-11}
 * @param ticket number of the ticket with the third broken promise
 * @param person code of who has to see to it
 * @param outcome what was found and done, or null while it is open
 */
public record PostRectification(
        long id, String post, String month, String ticket, String person, Instant dueAt, Instant at, Outcome outcome) {

    /**
     * @param cause why the post was late so often
     * @param measures what is done against it
     */
    public record Outcome(Instant at, String by, String cause, String measures) {}
}
