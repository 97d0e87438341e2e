package org.shouwen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.TableDecisions;

/**
 * D12 (rules 4.13 and 4.16 "Responsibility") as whoever chooses a category meets it: the parts that the rule names, by the
 * categories that the product has for them, at every age.
 */
class WarrantyByCategoryTest {

    /** By category what {@link ResponsibilityRule} calls its part. */
    private static final Map<String, String> PARTS = new HashMap<>();

    static {
        // wiring, plumbing, equipment, fitted decoration: two years
        for (String category : List.of(
                "HOME_PLUMBING",
                "HOME_ELECTRICAL",
                "HOME_DOOR_WINDOW",
                "PUBLIC_LIGHTING",
                "PUBLIC_PIPE",
                "PUBLIC_LIFT",
                "GATE_ACCESS",
                "BURST_PIPE",
                "LARGE_LEAK")) {
            PARTS.put(category, "FITTINGS");
        }
        PARTS.put("HOME_DRAIN", "DRAIN"); // 质量条例 40(四), 使用不当的除外
        PARTS.put("HOME_HEATING", "HEATING");
        PARTS.put("SEEPAGE", "WATERPROOFING");
        PARTS.put("HANDOVER_DEFECT", "HANDOVER");
        PARTS.put("LIFT_TRAPPED", "RESCUE");
        PARTS.put("SEWAGE_OVERFLOW", "RESCUE");
        PARTS.put("GAS_LEAK", "SUPPLIER_LINE");
        PARTS.put("WATER_OUTAGE", "SUPPLIER_LINE");
        PARTS.put("POWER_OUTAGE", "SUPPLIER_LINE");
        PARTS.put("HOME_OTHER", "NONE");
        PARTS.put("PUBLIC_OTHER", "NONE");
    }

    private final ResponsibilityRule rule = new ResponsibilityRule();
    private final TableDecisions product = new TableDecisions();

    @Test
    void everyCategoryAnswersAsItsPartDoes() {
        List<String> findings = new ArrayList<>();
        Map<String, String> items = new HashMap<>();
        PARTS.keySet()
                .forEach(
                        category -> items.put(category, (String) product.row("categories", Map.of("category", category))
                                .orElseThrow()
                                .get("warrantyItem")));
        PARTS.forEach((category, part) -> {
            for (Object area : Values.AREAS) {
                for (Object known : Values.FLAG) {
                    for (Object age : Values.numbers(0, 10)) {
                        compare(category, items.get(category), part, facts(area, known, age), findings);
                    }
                }
            }
        });
        assertThat(findings).isEmpty();
    }

    private void compare(String category, String item, String part, Map<String, Object> facts, List<String> findings) {
        facts.put("warrantyItem", part);
        Map<String, Wanted> wanted = rule.answer(new Case(facts));
        facts.put("warrantyItem", String.valueOf(item));
        Map<String, Object> said = product.row("responsibility", facts).orElse(Map.of());
        wanted.forEach((output, one) -> {
            if (!one.holds().test(said.get(output))) {
                findings.add(category + " " + facts + ": " + said.get(output) + ", wanted " + one.words());
            }
        });
    }

    private static Map<String, Object> facts(Object area, Object handoverKnown, Object age) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("area", area);
        facts.put("handoverKnown", handoverKnown);
        facts.put("age", age);
        facts.put("cause", "UNKNOWN");
        return facts;
    }
}
