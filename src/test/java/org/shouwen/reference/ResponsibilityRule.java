package org.shouwen.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * D12 (rules 4.13, corrected by 4.16 "Responsibility"): who has to repair and who pays. The age is in full years since handover, so
 * a warranty of two years is over when two years are full.
 */
final class ResponsibilityRule implements Rule {

    /** The shortest design life of a building. */
    private static final int DESIGN_LIFE = 50;

    @Override
    public String table() {
        return "responsibility";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "area",
                Values.AREAS,
                "warrantyItem",
                List.of(
                        "WATERPROOFING",
                        "FITTINGS",
                        "HEATING",
                        "STRUCTURE",
                        "SUPPLIER_LINE",
                        "HANDOVER",
                        "DRAIN",
                        "RESCUE",
                        "NONE"),
                "cause",
                List.of("UNKNOWN", "OWN_RENOVATION", "NEIGHBOUR"),
                "handoverKnown",
                Values.FLAG,
                "age",
                Values.numbers(0, 60));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        if (asked.is("cause", "NEIGHBOUR")) {
            return whose(Wanted.is("NEIGHBOUR"), null);
        }
        if (asked.is("cause", "OWN_RENOVATION")) {
            return whose(Wanted.is("RENOVATION_FIRM"), null);
        }
        return switch ((String) asked.facts().get("warrantyItem")) {
            case "SUPPLIER_LINE" -> whose(Wanted.is("SUPPLIER"), false);
            case "HANDOVER" -> builder(); // the builder's promise (D2-8)
            case "STRUCTURE" -> asked.number("age") < DESIGN_LIFE ? builder() : Map.of();
            case "WATERPROOFING" -> warranty(asked, 5, builder());
            case "FITTINGS" -> warranty(asked, 2, builder());
            case "DRAIN" -> warranty(asked, 2, with(builder(), "使用不当"));
            case "HEATING" ->
                asked.yes("handoverKnown") && asked.number("age") == 2
                        ? Map.of() // two seasons may end within the third year
                        : warranty(asked, 2, whose(Wanted.oneOf("BUILDER", "SUPPLIER"), false));
            case "RESCUE" -> rescue(asked);
            default -> afterWarranty(asked);
        };
    }

    private static Map<String, Wanted> warranty(Case asked, int years, Map<String, Wanted> within) {
        if (!asked.yes("handoverKnown")) {
            return findOut();
        }
        return asked.number("age") < years ? within : afterWarranty(asked);
    }

    /** Lifts and sewers: the company rescues, within the warranty the builder bears the cost, and the sentence says both. */
    private static Map<String, Wanted> rescue(Case asked) {
        Map<String, Wanted> free = whose(Wanted.oneOf("PROPERTY_COMPANY", "BUILDER"), false);
        if (!asked.yes("handoverKnown")) {
            return with(free, "救援|抢修", "交房日期没有登记", "查明");
        }
        return asked.number("age") < 2 ? with(free, "救援|抢修", "建设单位") : free;
    }

    private static Map<String, Wanted> builder() {
        return whose(Wanted.is("BUILDER"), false);
    }

    private static Map<String, Wanted> with(Map<String, Wanted> wanted, String... words) {
        wanted.put("advice", Wanted.says(words));
        return wanted;
    }

    private static Map<String, Wanted> afterWarranty(Case asked) {
        return asked.is("area", "HOME") ? whose(Wanted.is("OWNER"), true) : whose(Wanted.is("PROPERTY_COMPANY"), false);
    }

    /** Handover date unknown: said so, never "past the warranty". */
    private static Map<String, Wanted> findOut() {
        return Map.of("advice", Wanted.says("交房日期没有登记", "查明").and(Wanted.without("已过")), "basis", Wanted.something());
    }

    /** @param paid by the owner; null: the rule leaves it open */
    private static Map<String, Wanted> whose(Wanted responsible, Boolean paid) {
        Map<String, Wanted> wanted = new HashMap<>();
        wanted.put("responsible", responsible);
        wanted.put("advice", Wanted.something());
        wanted.put("basis", Wanted.something());
        if (paid != null) {
            wanted.put("paid", Wanted.is(paid));
        }
        return wanted;
    }
}
