package org.shouwen.onetimenotice;

import java.time.Instant;

/**
 * That a notice reached whom it is for.
 *
 * @param receiver who received it, as written down
 * @param at when
 * @param by code of who recorded it; the system where the resident confirmed by link
 */
public record Receipt(String receiver, How how, Instant at, String by) {

    /** How it reached him. */
    public enum How {
        SIGNED("当面签收"),
        LINK("网页确认"),
        POSTED("邮寄送达");

        private final String label;

        How(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
