package org.shouwen.renovation;

import java.time.Instant;
import java.util.Map;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.problem.Refusal;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** How long the steps of a renovation may take that are no promise of the ticket: the table {@code renovation-limits}. */
@Component
public class RenovationLimits {

    private final Decisions decisions;
    private final Calendars calendars;

    RenovationLimits(Decisions decisions, Calendars calendars) {
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /** What is limited. */
    public enum Step {
        /** The applicant supplements what the one-time notice names. */
        SUPPLEMENT("补件"),
        /** The desk looks at what the applicant has handed in by link. */
        PAPERS_CHECK("核对网页补件"),
        /** The house inspects what is reported as finished (D2-13). */
        COMPLETION_INSPECTION("竣工查验"),
        /** The deposit goes back after the inspection. */
        DEPOSIT_RETURN("退还装修保证金"),
        /** The file is closed once the work has passed. */
        FILING("归档装修资料");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        /** @return what people read */
        public String label() {
            return label;
        }
    }

    /**
     * @param amount of {@code unit}s
     * @param source where it comes from, in Chinese
     */
    public record Limit(int amount, WorkUnit unit, String source) {}

    /** @throws Refusal where the table has no row */
    public Limit of(Step step) {
        Map<String, Object> row = decisions
                .row("renovationLimits", Map.of("step", step.name()))
                .orElseThrow(() -> Refusal.notPossibleNow("limit-missing", "装修时限表里没有“" + step.label() + "”这一行，请主管补充"));
        return new Limit(
                ((Number) row.get("dueAmount")).intValue(), WorkUnit.valueOf((String) row.get("dueUnit")), (String)
                        row.get("source"));
    }

    /** @return by when the step has to be done that begins at {@code from}, and why it is then */
    public Due due(Step step, String site, Instant from) {
        Limit limit = of(step);
        return calendars.of(site).due(from, limit.amount(), limit.unit());
    }
}
