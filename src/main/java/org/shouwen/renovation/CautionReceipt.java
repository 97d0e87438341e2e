package org.shouwen.renovation;

import java.time.Instant;

/**
 * That the prohibited acts and cautions were received (物业管理条例 52, 110号 15): by the owner and by who does the work.
 *
 * @param by code of who recorded it; the system where the owner confirmed by link
 */
public record CautionReceipt(Party party, How how, Instant at, String by) {

    /** Who has to know. */
    public enum Party {
        OWNER("业主"),
        CONTRACTOR("施工方");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** How he confirmed it. */
    public enum How {
        SIGNED("当面签收"),
        LINK("网页确认");

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
