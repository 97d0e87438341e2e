package org.shouwen.worksite;

import java.util.Map;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.citypack.Gravity;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code violation-handling} (D9). */
@Component
public class Handlings {

    private final Decisions decisions;

    Handlings(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param repeated whether the same was found on this site before */
    public Handling of(Violation.Kind kind, boolean repeated) {
        Map<String, Object> row = decisions
                .row("violationHandling", Map.of("violation", kind.name(), "repeated", repeated))
                .orElseThrow(() -> new IllegalStateException("violation-handling.dmn has no row for " + kind));
        return new Handling(
                Gravity.valueOf((String) row.get("gravity")),
                (Boolean) row.get("inWriting"),
                limit(row, "deliver"),
                limit(row, "rectify"),
                Handling.Gate.valueOf((String) row.get("gate")),
                (String) row.get("basis"),
                (String) row.get("consequence"));
    }

    private static Handling.Limit limit(Map<String, Object> row, String name) {
        return new Handling.Limit(
                ((Number) row.get(name + "Amount")).intValue(), WorkUnit.valueOf((String) row.get(name + "Unit")));
    }
}
