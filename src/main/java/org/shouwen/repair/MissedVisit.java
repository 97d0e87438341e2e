package org.shouwen.repair;

import java.time.Instant;

/**
 * A visit that came to nothing.
 *
 * @param findings what the technician met with
 * @param next beginning of the slot agreed on the spot, or null
 */
public record MissedVisit(Instant at, Kind kind, String findings, Instant next) {

    /** Why nobody could begin. */
    public enum Kind {
        ABSENT("业主不在家"),
        REFUSED("业主拒绝进入"),
        MOVED("业主要求改约");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
