package org.shouwen.roster;

import java.time.Instant;

/**
 * Somebody is away, or asks to be.
 *
 * @param staff code of the person
 * @param until null: nobody knows yet
 * @param askedBy who asked for the leave, or reported the absence
 * @param decidedBy who approved or refused, or null
 * @param remark why it was refused, or ""
 */
public record Absence(
        long id,
        String staff,
        Kind kind,
        Instant from,
        Instant until,
        String reason,
        Status status,
        String askedBy,
        Instant askedAt,
        String decidedBy,
        Instant decidedAt,
        String remark) {

    public Absence {
        remark = remark == null ? "" : remark;
    }

    /** Planned, or not. */
    public enum Kind {
        LEAVE("请假"),
        SUDDEN("突发缺勤");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What became of it. */
    public enum Status {
        ASKED("待审批"),
        APPROVED("已批准"),
        REFUSED("未批准"),
        CANCELLED("已撤销");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** @return whether whoever asked can still take it back */
    public boolean isOpen(Instant at) {
        return status == Status.ASKED || status == Status.APPROVED && from.isAfter(at);
    }

    /** @return whether the person is away at that moment */
    public boolean covers(Instant at) {
        return status == Status.APPROVED && !at.isBefore(from) && (until == null || at.isBefore(until));
    }
}
