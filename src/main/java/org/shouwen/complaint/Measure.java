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

    /** @param result what was done, or why it was given up; null: it was dropped with its complaint */
    public record Outcome(Instant at, String by, Ending ending, String result) {}

    /** How a measure ends. */
    public enum Ending {
        DONE("已落实"),
        GIVEN_UP("已放弃"),
        CANCELLED("已取消");

        private final String label;

        Ending(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

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
        return outcome.ending().label();
    }
}
