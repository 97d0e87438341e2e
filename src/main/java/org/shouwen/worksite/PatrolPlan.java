package org.shouwen.worksite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.stereotype.Component;

/** How often a site is patrolled: the table {@code patrol-frequency} (D8). Every day counts, working day or not. */
@Component
public class PatrolPlan {

    /** Hour of the day by which a patrol has been there (product default). */
    private static final LocalTime BY = LocalTime.of(18, 0);

    private final Decisions decisions;
    private final SitePolicies policies;
    private final Moments moments;

    PatrolPlan(Decisions decisions, SitePolicies policies, Moments moments) {
        this.decisions = decisions;
        this.policies = policies;
        this.moments = moments;
    }

    /** @param source where it comes from, as people read it */
    public record Frequency(int everyDays, String source) {}

    /** @param openViolation whether something found on the site is not settled yet */
    public Frequency frequency(String site, Phase phase, boolean openViolation) {
        Map<String, Object> row = decisions
                .row(
                        "patrolFrequency",
                        Map.of(
                                "openViolation",
                                openViolation,
                                "phase",
                                phase.name(),
                                "level",
                                policies.of(site).level().name()))
                .orElseThrow(() -> new IllegalStateException("patrol-frequency.dmn has no row for " + phase));
        return new Frequency(((Number) row.get("everyDays")).intValue(), (String) row.get("source"));
    }

    /** @return when the patrol after the one of that moment has to have been there */
    Instant after(Instant patrolled, Frequency frequency) {
        return by(moments.date(patrolled).plusDays(frequency.everyDays()));
    }

    /** @return when the first patrol has to have been there: on the first day of work, or on the next one */
    Instant first(LocalDate worksFrom, Instant now) {
        Instant today = by(moments.date(now));
        Instant soonest = now.isBefore(today) ? today : by(moments.date(now).plusDays(1));
        Instant begun = by(worksFrom);
        return begun.isAfter(soonest) ? begun : soonest;
    }

    /** @return the same where nobody said when they begin: they have */
    Instant first(Instant now) {
        return first(moments.date(now), now);
    }

    private Instant by(LocalDate day) {
        return day.atTime(BY).atZone(moments.zone()).toInstant();
    }
}
