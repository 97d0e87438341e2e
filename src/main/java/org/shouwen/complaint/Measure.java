package org.shouwen.complaint;

import java.time.Instant;

/**
 * Something that an answer promised to put right.
 *
 * @param round the answer's
 * @param staff code of who does it
 * @param outcome what became of it, or null while it is open
 */
public record Measure(long id, String ticket, int round, String what, String staff, Instant dueAt, Outcome outcome) {

    /** @param result what was done; null: it was dropped with its complaint */
    public record Outcome(Instant at, String by, String result) {}

    /** A measure that is being promised. */
    public record Promised(String what, String staff, Instant dueAt) {}

    public boolean open() {
        return outcome == null;
    }

    public boolean late(Instant now) {
        return open() && now.isAfter(dueAt);
    }

    /** @return what people read */
    public String state(Instant now) {
        if (open()) {
            return late(now) ? "已超期" : "办理中";
        }
        return outcome.result() == null ? "已取消" : "已落实";
    }
}
