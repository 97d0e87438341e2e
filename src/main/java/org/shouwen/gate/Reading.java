package org.shouwen.gate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;

/**
 * A paper as the guard sees it.
 *
 * @param site whose gates it is for
 * @param verdict whether it holds and why; its facts are the guard's, who reads names
 * @param look the same in one look
 * @param alarms what he has to mind besides
 * @param byNumber what he compares where only the number was typed in, so that it may be another's paper
 * @param insideSince since when the holder is inside; empty: he is not, or nobody is meant
 * @param goods what is counted; empty: nothing
 * @param moves what he can confirm, the usual one first
 */
public record Reading(
        String number,
        int issue,
        String site,
        Verdict verdict,
        Look look,
        List<String> alarms,
        String byNumber,
        Optional<Instant> insideSince,
        List<Goods> goods,
        List<Move> moves) {

    /** @param words what the guard does: 可以进场 */
    public record Look(Light light, String words) {}

    /** What is seen from afar. */
    public enum Light {
        GO,
        WAIT,
        STOP
    }

    /**
     * @param label what is recorded by it: 登记进场
     * @param usual whether it is what the paper is for, and no refusal
     */
    public record Move(GatePaper.Way way, String label, boolean usual) {}

    public Reading {
        alarms = List.copyOf(alarms);
        goods = List.copyOf(goods);
        moves = List.copyOf(moves);
    }
}
