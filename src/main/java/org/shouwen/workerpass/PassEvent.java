package org.shouwen.workerpass;

import java.time.Instant;

/**
 * One line of a pass's history; never changed.
 *
 * @param issue the pair of cards that it was about; the scanned one where it was turned away
 * @param by code of who did it
 * @param text what people read besides, or ""
 */
public record PassEvent(String pass, int issue, Kind kind, Instant at, String by, String text) {

    /** What happened. */
    public enum Kind {
        ISSUED("发证"),
        REPLACED("挂失补发"),
        SUSPENDED("暂停"),
        RESUMED("恢复"),
        RETURNED("交回"),
        ENTERED("进场"),
        LEFT("离场"),
        TURNED_AWAY("拒绝进场");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
