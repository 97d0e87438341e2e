package org.shouwen.worksite;

import org.shouwen.calendar.WorkUnit;
import org.shouwen.citypack.Gravity;

/**
 * What a violation leads to, by the table {@code violation-handling} (D9). The house never fines; what the law threatens is
 * only told.
 *
 * @param inWriting whether a 整改通知书 is issued; else it is spoken to
 * @param deliver how soon the notice has to be delivered
 * @param rectify how soon it has to be put right
 * @param gate what the gate refuses meanwhile, where it may refuse material
 * @param basis the article
 * @param consequence what the authority may do, or ""
 */
public record Handling(
        Gravity gravity, boolean inWriting, Limit deliver, Limit rectify, Gate gate, String basis, String consequence) {

    /** @param amount of {@code unit}s */
    public record Limit(int amount, WorkUnit unit) {}

    /** What the gate refuses, where the agreement or the 管理规约 provides for it. */
    public enum Gate {
        NONE("不限制进场"),
        PASSES("当日停用出入证"),
        WORKERS("整改前工人不得进场"),
        MATERIAL("整改前材料不得进场"),
        SITE("整改前工人和材料不得进场");

        private final String label;

        Gate(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }

        /** @return what is left of it where material must not be refused */
        Gate withoutMaterial() {
            return switch (this) {
                case NONE, PASSES, WORKERS -> this;
                case MATERIAL -> NONE;
                case SITE -> WORKERS;
            };
        }
    }
}
