package org.shouwen.gate;

import java.time.Instant;
import java.util.List;

/** A kind of paper that lets somebody or something through the gate; implemented by the feature that issues it. */
public interface GatePaper {

    /** @return the kind in its signed codes, as {@code Verifiable} has it */
    String kind();

    /** @return what a guard calls it: 施工人员出入证 */
    String label();

    /** @return the letters that its numbers begin with: CR of CR-26-000001 */
    String prefix();

    /**
     * Changes nothing.
     *
     * @param issue which copy is shown; 0: only its number is known, and the copy that counts is meant
     * @throws org.shouwen.problem.Refusal where there is no such paper
     */
    Reading read(String number, int issue, Instant at);

    /**
     * Somebody or something passes by the paper. Whether it may is asked again, while nobody else changes the paper, and what
     * passed is recorded, in a transaction of the feature's own: it may keep that it refused.
     *
     * @param by code of the guard
     * @return what the guard is told was recorded
     * @throws org.shouwen.problem.Refusal why it does not let through, in one sentence
     */
    String pass(Passage passage, String by, Instant at);

    /**
     * The guard lets nobody and nothing through, for a reason that the paper does not know; that is recorded.
     *
     * @return what the guard is told was recorded
     */
    String turnAway(String number, int issue, String reason, String by, Instant at);

    /** @return who came in by such a paper through the gates of a site and has not gone out */
    default List<Inside> inside(String site, Instant at) {
        return List.of();
    }

    /** @return what happened at the gates of a site, newest first */
    List<Event> events(String site, Instant since, int most);

    /** Which way something passes. */
    enum Way {
        IN,
        OUT
    }

    /**
     * Somebody inside.
     *
     * @param number of the paper
     * @param ticket that the paper belongs to
     * @param site where he is
     * @param trade what he does there
     * @param overdue why he ought to have gone, or ""
     */
    record Inside(
            String number,
            String ticket,
            String site,
            String name,
            String trade,
            String place,
            Instant since,
            String overdue) {}

    /**
     * Something that happened at the gate.
     *
     * @param what in a word or two: 进场
     * @param text what people read besides, or ""
     */
    record Event(Instant at, String number, String what, String text, boolean turnedAway) {}
}
