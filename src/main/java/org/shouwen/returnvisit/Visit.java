package org.shouwen.returnvisit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.problem.Refusal;

/**
 * A return visit (回访) of a ticket: planned by the rule that held then, tried on different days, ended once.
 *
 * @param round counts the ticket's visits, from 1
 * @param rated what the resident had said before, or {@code NONE}
 * @param drawn whether it is made at all
 * @param due null where it is not made
 * @param explanation why it is due then, in Chinese
 * @param nextAttempt when to try again; null: nothing was tried in vain yet
 * @param outcome null while it is open
 */
public record Visit(
        String ticket,
        int round,
        Occasion occasion,
        String site,
        String rated,
        VisitRule rule,
        boolean drawn,
        Instant plannedAt,
        Instant due,
        String explanation,
        Instant nextAttempt,
        Outcome outcome,
        Instant endedAt,
        List<Attempt> attempts) {

    /** What the visit follows. */
    public enum Occasion {
        CLOSING("办结前"),
        RAIN("雨后");

        private final String label;

        Occasion(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** How a visit ended. {@code UNREACHED} counts as not visited; {@code NOT_DRAWN} counts nowhere. */
    public enum Outcome {
        SATISFIED("满意"),
        FAIR("一般"),
        DISSATISFIED("不满意"),
        UNREACHED("联系不上"),
        NOT_DRAWN("未抽中");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean open() {
        return outcome == null;
    }

    /** @return whether the resident said something */
    public boolean reached() {
        return !open() && outcome != Outcome.UNREACHED && outcome != Outcome.NOT_DRAWN;
    }

    /** @return whether the answer opens the ticket again */
    public boolean reopens() {
        return outcome == Outcome.DISSATISFIED && rule.reopens();
    }

    /**
     * @param tomorrow when the next attempt may be made, should this one have been in vain
     * @throws Refusal where the visit has ended
     */
    public Visit tried(Attempt attempt, Instant tomorrow) {
        if (!open()) {
            throw Refusal.notPossibleNow(
                    "visit-ended", "工单 " + ticket + " 的第 " + round + " 次回访已经结束（" + outcome.label() + "）");
        }
        List<Attempt> all = Stream.concat(attempts.stream(), Stream.of(attempt)).toList();
        if (attempt.reached()) {
            return with(all, null, Outcome.valueOf(attempt.satisfaction().name()), attempt.at());
        }
        return all.size() >= rule.attempts()
                ? with(all, null, Outcome.UNREACHED, attempt.at())
                : with(all, tomorrow, null, null);
    }

    /** The calendar was edited: the same limit ends, and the next attempt is made, at another moment. */
    Visit moved(Instant due, String explanation, Instant nextAttempt) {
        return new Visit(
                ticket,
                round,
                occasion,
                site,
                rated,
                rule,
                drawn,
                plannedAt,
                due,
                explanation,
                nextAttempt,
                outcome,
                endedAt,
                attempts);
    }

    Visit with(List<Attempt> all) {
        return with(all, nextAttempt, outcome, endedAt);
    }

    private Visit with(List<Attempt> attempts, Instant nextAttempt, Outcome outcome, Instant endedAt) {
        return new Visit(
                ticket,
                round,
                occasion,
                site,
                rated,
                rule,
                drawn,
                plannedAt,
                due,
                explanation,
                nextAttempt,
                outcome,
                endedAt,
                attempts);
    }
}
