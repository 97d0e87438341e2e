package org.shouwen.renovation;

/**
 * Whether an act is allowed (D6).
 *
 * @param needs what it is allowed or registered with; "" where nothing, or where it is forbidden
 * @param qualifiedFirm whether only a firm with the qualification may do it (110号 9)
 * @param basis the article
 */
public record ActRuling(Act act, Result result, String needs, boolean qualifiedFirm, String basis) {

    /** The answer of {@code renovation-act.dmn}. */
    public enum Result {
        ALLOWED("可以"),
        ALLOWED_WITH("可以，须有"),
        NOT_WITHOUT("未经批准不予登记"),
        FORBIDDEN("禁止");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** @return nobody can approve it, whoever asks */
    public boolean forbidden() {
        return result == Result.FORBIDDEN;
    }
}
