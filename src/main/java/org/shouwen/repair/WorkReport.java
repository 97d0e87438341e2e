package org.shouwen.repair;

import java.math.BigDecimal;

/**
 * What was found and done.
 *
 * @param cause what was broken and why
 * @param work what was done
 * @param source where materials came from
 * @param materials list of materials, or null
 * @param cost what the resident is charged, in yuan
 */
public record WorkReport(String cause, String work, MaterialSource source, String materials, BigDecimal cost) {

    /** Where materials came from (duties B17: no unruled purchases). */
    public enum MaterialSource {
        NONE("未用材料"),
        RESIDENT("业主自备"),
        PURCHASED("代购"),
        STOCK("库存领用");

        private final String label;

        MaterialSource(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @return one line for the timeline and for notices */
    public String summary() {
        StringBuilder line = new StringBuilder("原因：" + cause + "；处理：" + work + "；材料：" + source.label());
        if (materials != null) {
            line.append("（").append(materials).append("）");
        }
        if (cost.signum() > 0) {
            line.append("；收费 ").append(yuan()).append(" 元");
        }
        return line.toString();
    }

    /** @return what is charged, without superfluous zeros */
    public String yuan() {
        return cost.stripTrailingZeros().toPlainString();
    }
}
