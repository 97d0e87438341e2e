package org.shouwen.worksite;

import java.time.Instant;
import java.util.Optional;

/**
 * 整改通知书: what is wrong, by which article, what has to be done by when, and that it was delivered.
 *
 * @param number for example {@code ZG-26-000001}
 * @param violation id of what it is about
 * @param deadline by when it has to be put right
 * @param delivery empty until it was delivered
 */
public record Rectification(
        String number,
        long violation,
        String ticket,
        String site,
        Violation.Found found,
        Violation.Ruling ruling,
        Instant issuedAt,
        String issuedBy,
        Optional<Delivery> delivery) {

    public Instant deadline() {
        return ruling.rectifyBy();
    }

    /**
     * @param reference what proves it: number of a picture or message; null where the paper is signed
     * @param by code of who delivered it
     */
    public record Delivery(Receiver receiver, Proof proof, String reference, Instant at, String by) {}

    /** Who got it; no names (D13). */
    public enum Receiver {
        OWNER("业主"),
        CONTRACTOR("施工负责人"),
        WORKER("现场施工人员");

        private final String label;

        Receiver(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What proves that it was delivered. */
    public enum Proof {
        SIGNED("当面签收"),
        LEFT("留置送达"),
        POSTED("张贴并拍照"),
        SMS("短信送达");

        private final String label;

        Proof(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
