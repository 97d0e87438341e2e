package org.shouwen.repair;

import java.math.BigDecimal;

/**
 * A price told to the resident before the work begins (物业管理条例 43).
 *
 * @param amount in yuan, more than 0
 * @param work what it pays for
 * @param answer what the resident said, or null while he was not asked
 * @param remark what should change, or why not; or null
 */
public record Quote(BigDecimal amount, String work, Answer answer, String remark) {

    /** What the resident can say to a price. */
    public enum Answer {
        AGREED("同意报价"),
        CHANGED("要求修改"),
        DECLINED("不接受报价");

        private final String label;

        Answer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @return the amount without superfluous zeros */
    public String yuan() {
        return amount.stripTrailingZeros().toPlainString();
    }
}
