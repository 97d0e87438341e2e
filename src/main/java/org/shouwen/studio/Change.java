package org.shouwen.studio;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Another text for a table, from its proposal on.
 *
 * @param ruleTable id of the table
 * @param file its name
 * @param base the version that was changed
 * @param byManager whether whoever proposed it was a manager
 * @param decidedBy who approved it, sent it back or withdrew it, or null
 * @param note why it was sent back; "": nothing was said
 * @param version which it became, or null
 * @param restores the version whose text an undoing brought back, or null
 * @param openFor the table while it waits for a decision, or null
 * @param replaced the version that it replaced, or null
 */
public record Change(
        long id,
        String ruleTable,
        String file,
        String base,
        String xml,
        String reason,
        String proposedBy,
        boolean byManager,
        Instant proposedAt,
        State state,
        Optional<String> decidedBy,
        Instant decidedAt,
        String note,
        Optional<String> version,
        Optional<String> restores,
        String openFor,
        String replaced) {

    /** How it stands. */
    public enum State {
        PROPOSED("等待批准"),
        APPROVED("已批准"),
        RETURNED("已退回"),
        WITHDRAWN("已撤回"),
        UNDOING("撤销");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    public boolean isOpen() {
        return state == State.PROPOSED;
    }

    byte[] source() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
