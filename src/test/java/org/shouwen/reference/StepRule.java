package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/**
 * D2-12, D2-13 and D8b (rules 4.4 and 4.10): how long steps of a renovation take. Supplements and filing have no time in the
 * rules.
 */
final class StepRule implements Rule {

    @Override
    public String table() {
        return "renovationLimits";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "step", List.of("SUPPLEMENT", "PAPERS_CHECK", "COMPLETION_INSPECTION", "DEPOSIT_RETURN", "FILING"));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        return switch ((String) asked.facts().get("step")) {
            case "PAPERS_CHECK" -> workingDays(1);
            case "COMPLETION_INSPECTION" -> workingDays(3);
            case "DEPOSIT_RETURN" -> workingDays(7);
            default -> Map.of();
        };
    }

    private static Map<String, Wanted> workingDays(int days) {
        return Map.of("dueAmount", Wanted.is(days), "dueUnit", Wanted.is("WORKDAY"), "source", Wanted.something());
    }
}
