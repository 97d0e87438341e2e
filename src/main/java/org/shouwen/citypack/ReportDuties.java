package org.shouwen.citypack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code report-duty} (D9; a city whose law says more than the country's has rows of its own). */
@Component
public class ReportDuties {

    private final SitePolicies policies;
    private final Decisions decisions;

    ReportDuties(SitePolicies policies, Decisions decisions) {
        this.policies = policies;
        this.decisions = decisions;
    }

    /** @return empty: a violation of that gravity is settled on the spot and reported to nobody */
    public Optional<ReportDuty> of(String site, Gravity gravity) {
        return in(policies.of(site).city(), gravity);
    }

    /** @return the duty wherever the city's rules hold */
    public Optional<ReportDuty> in(City city, Gravity gravity) {
        return decisions
                .row("reportDuty", Map.of("city", city.name(), "gravity", gravity.name()))
                .map(ReportDuties::duty)
                .filter(duty -> duty.unit() != WorkUnit.NONE);
    }

    /** @return of the gravest violations, for what has to be ready before there is one */
    public ReportDuty of(String site) {
        return of(site, Gravity.SERIOUS)
                .orElseThrow(() -> new IllegalStateException("report-duty.dmn: nobody is told of serious violations"));
    }

    private static ReportDuty duty(Map<String, Object> row) {
        return new ReportDuty(
                ((Number) row.get("dueAmount")).intValue(),
                WorkUnit.valueOf((String) row.get("dueUnit")),
                List.of(((String) row.get("receivers")).split("；")),
                (String) row.get("basis"));
    }
}
