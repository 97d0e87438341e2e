package org.shouwen.reference;

import java.util.List;
import java.util.Map;

/** D8 (rules 4.10): how often a renovation is patrolled; the third level is the least that is done anywhere. */
final class PatrolRule implements Rule {

    /** Days between patrols at the first, second and third level. */
    private static final Map<String, List<Integer>> DAYS = Map.of(
            "DEMOLITION", List.of(1, 1, 2),
            "FINISHING", List.of(1, 3, 7),
            "PAINTING", List.of(2, 3, 7),
            "PAUSED", List.of(7, 7, 7));

    @Override
    public String table() {
        return "patrolFrequency";
    }

    @Override
    public Map<String, List<Object>> inputs() {
        return Values.of(
                "openViolation", Values.FLAG,
                "phase", List.of("DEMOLITION", "FINISHING", "PAINTING", "PAUSED"),
                "level", List.of("FIRST", "SECOND", "THIRD"));
    }

    @Override
    public Map<String, Wanted> answer(Case asked) {
        int level = List.of("FIRST", "SECOND", "THIRD").indexOf(asked.facts().get("level"));
        int days = asked.yes("openViolation") // row 4: daily until re-inspection, whatever the phase
                ? 1
                : DAYS.get((String) asked.facts().get("phase")).get(level);
        return Map.of("everyDays", Wanted.is(days), "source", Wanted.something());
    }
}
