package org.shouwen.repair;

import java.util.function.Supplier;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Ticket;

/**
 * Who has to repair and who pays, as the table D12 says.
 *
 * @param responsible who has to
 * @param paid whether the resident pays
 * @param advice the sentence to say to the resident
 * @param basis the article, or that it is the product's own rule; "" for what was judged before this was kept
 */
public record Responsibility(Party responsible, boolean paid, String advice, String basis) {

    /** What the damage came from (D12); at intake it is not known, a correction says it. */
    public enum Cause {
        UNKNOWN("自然损坏或尚未查明"),
        OWN_RENOVATION("自家装修"),
        NEIGHBOUR("相邻住户");

        private final String label;

        Cause(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who can be responsible (D12). */
    public enum Party {
        BUILDER("建设单位"),
        SUPPLIER("专营单位"),
        RENOVATION_FIRM("装修公司"),
        PROPERTY_COMPANY("物业公司"),
        OWNER("业主"),
        NEIGHBOUR("相邻业主");

        private final String label;

        Party(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Whoever is responsible repairs from the beginning (D12), the builder or a supplier, unless it is urgent, or a leak: we
     * look first where that comes from.
     *
     * @param category looked up only where it matters
     */
    public boolean isRepairedByOthers(Ticket ticket, Supplier<Category> category) {
        return (responsible == Party.BUILDER || responsible == Party.SUPPLIER)
                && !ticket.facts().urgent()
                && category.get().hazard() != Hazard.SEEPAGE;
    }
}
