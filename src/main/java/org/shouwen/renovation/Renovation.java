package org.shouwen.renovation;

import java.util.Optional;

/**
 * A renovation: what was applied for, and where it stands.
 *
 * @param ticket number of its ticket
 * @param home code of the home
 * @param certificate 装修施工登记证, once it was issued; a revoked one too
 */
public record Renovation(
        String ticket,
        String site,
        String home,
        Application application,
        Stage stage,
        Optional<Certificate> certificate) {

    /** Where it stands, from the application to the archive. */
    public enum Stage {
        APPLIED("核对材料"),
        SUPPLEMENTING("待业主补件"),
        EXAMINED("审批中"),
        SIGNING("待签约"),
        REGISTERED("施工中"),
        FILED("已归档"),
        REFUSED("不予登记"),
        LAPSED("逾期未补"),
        WITHDRAWN("已撤回");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }
}
