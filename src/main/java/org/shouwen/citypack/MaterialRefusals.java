package org.shouwen.citypack;

import java.util.Map;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the table {@code material-refusal} (D9): whether the gate may refuse material while a violation is not put right. */
@Component
public class MaterialRefusals {

    private final SitePolicies policies;
    private final Decisions decisions;

    MaterialRefusals(SitePolicies policies, Decisions decisions) {
        this.policies = policies;
        this.decisions = decisions;
    }

    /** @param basis the article, or what was agreed */
    public record Ruling(boolean refusable, String basis) {}

    public Ruling of(String site) {
        return of(policies.of(site));
    }

    /** @return what would hold under a policy that nobody has chosen yet */
    public Ruling of(SitePolicy policy) {
        Map<String, Object> row = decisions
                .row("materialRefusal", Map.of("city", policy.city().name(), "agreed", policy.refusesMaterial()))
                .orElseThrow(() -> new IllegalStateException("material-refusal.dmn has no row for " + policy.city()));
        return new Ruling((Boolean) row.get("refusable"), (String) row.get("basis"));
    }
}
