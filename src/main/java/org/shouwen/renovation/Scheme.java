package org.shouwen.renovation;

import java.util.Set;

/**
 * What is planned, as far as it decides what has to be handed in.
 *
 * @param qualifiedDesign whether there is a design by the original or an equally qualified designer
 * @param contractor whether a firm does the work
 * @param workers whether workers other than the household come in
 * @param deposit whether the site's 管理规约 asks for one
 */
public record Scheme(
        Applicant applicant,
        Use use,
        Set<Act> acts,
        boolean qualifiedDesign,
        boolean contractor,
        boolean workers,
        boolean deposit) {

    /** Who applies. */
    public enum Applicant {
        OWNER("业主"),
        USER("使用人");

        private final String label;

        Applicant(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /** What the home is used for. */
    public enum Use {
        RESIDENTIAL("住宅"),
        SHOP("商铺");

        private final String label;

        Use(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    public Scheme {
        acts = Set.copyOf(acts);
    }

    boolean has(Act act) {
        return acts.contains(act);
    }
}
