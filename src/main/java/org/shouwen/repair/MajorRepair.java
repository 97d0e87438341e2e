package org.shouwen.repair;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * 重大维修: what is proposed for a common part, before a manager decides about it.
 *
 * @param plan what is to be done, as the people affected read it
 * @param budget in yuan, more than 0
 * @param affected whom it concerns: 全小区, a building, a unit
 * @param expected when it is likely to be finished
 * @param proposedBy code of who was on site
 * @param approved what was decided; null while nobody did
 * @param reason why it was returned; or null
 * @param decidedAt null while nobody decided
 */
public record MajorRepair(
        String plan,
        BigDecimal budget,
        Funding funding,
        String affected,
        Instant expected,
        String proposedBy,
        Instant proposedAt,
        Boolean approved,
        String reason,
        Instant decidedAt) {

    /** What nobody has decided about yet. */
    public static MajorRepair proposed(
            String plan, BigDecimal budget, Funding funding, String affected, Instant expected, String by, Instant at) {
        return new MajorRepair(plan, budget, funding, affected, expected, by, at, null, null, null);
    }

    MajorRepair affecting(String place) {
        return new MajorRepair(
                plan, budget, funding, place, expected, proposedBy, proposedAt, approved, reason, decidedAt);
    }

    /** Where the money comes from; the articles were not read by us, so they are marked. */
    public enum Funding {
        COMPANY("物业服务费或公司支出"),
        FUND_VOTED("维修资金，业主已表决（民法典 281、建设部 165 号令，条号待核）"),
        FUND_EMERGENCY("维修资金，危急情况应急使用（民法典 281、建设部 165 号令，条号待核）");

        private final String label;

        Funding(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** @return the budget without superfluous zeros */
    public String yuan() {
        return budget.stripTrailingZeros().toPlainString();
    }
}
