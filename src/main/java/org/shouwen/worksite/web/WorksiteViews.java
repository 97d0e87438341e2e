package org.shouwen.worksite.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Report;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;

/** How the site of a renovation reads over HTTP. */
@Component
record WorksiteViews(Worksites worksites, Violations violations, FilingDesk filing) {

    record PatrolView(Instant at, String by, String outcome, String phase, List<String> points, String remark) {}

    /** @param notice number of the 整改通知书, or null */
    record ViolationView(
            long id,
            String kind,
            String gravity,
            String what,
            String spot,
            Instant foundAt,
            String basis,
            String gate,
            Instant rectifyBy,
            String notice,
            boolean delivered,
            Instant reportDue,
            String result,
            boolean rectified,
            List<Report> reports) {}

    /** @param missing what the file lacks, as people read it */
    record SiteView(
            String phase,
            Instant patrolDue,
            Instant completionReported,
            Instant passed,
            Instant depositReturned,
            Instant filed,
            List<PatrolView> patrols,
            List<ViolationView> violations,
            List<String> missing) {}

    SiteView of(String number) {
        Worksite worksite = worksites.get(number);
        return new SiteView(
                worksite.phase().name(),
                worksite.patrolDue(),
                worksite.completionReported().orElse(null),
                worksite.passed().orElse(null),
                worksite.depositReturned().orElse(null),
                worksite.filed().orElse(null),
                worksites.patrols(number).stream().map(this::view).toList(),
                violations.ofTicket(number).stream().map(this::of).toList(),
                filing.missing(number));
    }

    ViolationView of(Violation violation) {
        Optional<Rectification> notice = violations.rectificationOf(violation.id());
        return new ViolationView(
                violation.id(),
                violation.found().kind().name(),
                violation.ruling().gravity().name(),
                violation.found().what(),
                violation.found().spot().name(),
                violation.found().at(),
                violation.ruling().basis(),
                violation.ruling().gate().name(),
                violation.ruling().rectifyBy(),
                notice.map(Rectification::number).orElse(null),
                notice.flatMap(Rectification::delivery).isPresent(),
                violation.reportDue().orElse(null),
                violation.outcome().map(end -> end.result().name()).orElse(null),
                violation.rectified(),
                violations.reports(violation.id()));
    }

    private PatrolView view(Patrol patrol) {
        return new PatrolView(
                patrol.at(),
                patrol.by(),
                patrol.outcome().name(),
                patrol.phase() == null ? null : patrol.phase().name(),
                patrol.points().stream().sorted().map(Enum::name).toList(),
                patrol.remark());
    }
}
