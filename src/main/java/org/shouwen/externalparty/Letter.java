package org.shouwen.externalparty;

import java.time.Instant;

/**
 * A letter to somebody outside the house who has to repair.
 *
 * @param name of the organisation
 * @param letterNumber under which it went out
 * @param promisedOn when they said they would be done
 * @param overdue whether they broke that promise
 * @param outcome what came of it, or null while it is followed up
 */
public record Letter(
        Party party,
        String name,
        String letterNumber,
        Instant sentAt,
        Instant promisedOn,
        boolean overdue,
        Outcome outcome) {

    /** Who is written to; the three routes of a leak are the owners' organisation, the centre and the contractor (B20). */
    public enum Party {
        BUILDER("建设单位"),
        SUPPLIER("专营单位"),
        OWNER_ORGANISATION("业主单位"),
        CONSTRUCTION_CENTRE("修建中心"),
        CONTRACTOR("施工单位"),
        VENDOR("设备厂商"),
        OTHER("其他单位");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What came of a letter. */
    public enum Outcome {
        DONE("已修好"),
        FAILED("未办成");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
