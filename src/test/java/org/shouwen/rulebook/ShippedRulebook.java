package org.shouwen.rulebook;

import java.util.Map;
import org.shouwen.workflow.internal.ShippedTables;

/** The tables of the source tree, in words. */
public final class ShippedRulebook {

    /** Kinds as the features call them. */
    public static final Codes CODES = new Codes(Map.of(
            "REPAIR", "报修",
            "COMPLAINT", "投诉",
            "CONSULTATION", "咨询",
            "SUGGESTION", "建议",
            "PRAISE", "表扬",
            "SERVICE", "其他服务",
            "RENOVATION", "装修",
            "GOODS", "物品放行"));

    public static final Rulebook RULEBOOK = new Rulebook(new ShippedTables(), CODES);

    private ShippedRulebook() {}
}
