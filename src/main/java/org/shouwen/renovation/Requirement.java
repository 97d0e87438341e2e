package org.shouwen.renovation;

import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.Section;

/**
 * Something that a renovation needs (D5), or an act that has to be taken out of it (D6).
 *
 * @param code stable name
 * @param text what the resident reads
 * @param basis the article, or that it is custom (惯例)
 */
public record Requirement(String code, Stage stage, String text, String basis) {

    private static final String TAKE_OUT = "TAKE_OUT_";

    /** When it has to be there. */
    public enum Stage {
        NOW("审核前须交齐"),
        BEFORE_START("开工前须办妥"),
        AT_COMPLETION("竣工验收时须交");

        private final String label;

        Stage(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }

        /** @return the section of the one-time notice */
        public Section section() {
            return new Section(name(), label);
        }
    }

    /** @param ruling of a forbidden act */
    static Requirement takeOut(ActRuling ruling) {
        return new Requirement(
                codeOf(ruling.act()), Stage.NOW, "“" + ruling.act().label() + "”属于禁止的行为，请从装修方案中去掉", ruling.basis());
    }

    /** @return code of the requirement that a forbidden act is taken out of the plan */
    public static String codeOf(Act act) {
        return TAKE_OUT + act.name();
    }

    /** @return the item of the one-time notice */
    public Item item() {
        return new Item(code, stage.section(), text, basis);
    }
}
