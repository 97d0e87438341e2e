package org.shouwen.worksite;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.RenovationLimits;
import org.shouwen.renovation.RenovationLimits.Step;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What a notice can say about the site of a renovation. */
@Component
record WorksiteNotice(Worksites worksites, Violations violations, Renovations renovations, End end, Moments moments)
        implements NoticeFacts {

    /** What follows when the work is done. */
    @Component
    record End(CompletionDesk completion, RenovationLimits limits) {}

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return of(ticket, Map.of());
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        if (!ticket.kind().equals(RenovationDesk.KIND)) {
            return Map.of();
        }
        String number = ticket.number();
        Map<String, Object> facts = new HashMap<>();
        var certificate = new LookUp<>(() -> renovations.get(number).certificate());
        facts.put("certificateNumber", certificate.fact(Certificate::number));
        facts.put("certificateUntil", certificate.fact(issued -> Moments.day(issued.until())));
        var inspection =
                new LookUp<>(() -> worksites.inspections(number).stream().findFirst());
        facts.put("completionDefects", inspection.fact(Inspection::faults));
        facts.put("completionRemark", inspection.fact(Inspection::remark));
        var worksite = new LookUp<>(() -> worksites.find(number));
        facts.put("inspectBy", worksite.fact(site -> due(site, Step.COMPLETION_INSPECTION, site.completionReported())));
        facts.put(
                "depositBy",
                worksite.fact(site ->
                        end.completion().hasDeposit(number) ? due(site, Step.DEPOSIT_RETURN, site.passed()) : null));
        facts.put("depositReturned", worksite.fact(site -> day(site.depositReturned())));
        facts.put("depositVoucher", (Supplier<?>)
                () -> worksites.depositVoucher(number).orElse(null));
        facts.put("passedOn", worksite.fact(site -> day(site.passed())));
        if (flow.get("violation") instanceof Long id) {
            told(violations.get(id), facts);
        }
        return facts;
    }

    private String due(Worksite worksite, Step step, Optional<Instant> from) {
        return from.map(at -> moments.limit(
                        end.limits().due(step, worksite.site(), at).at()))
                .orElse(null);
    }

    private String day(Optional<Instant> at) {
        return at.map(moments::day).orElse(null);
    }

    private void told(Violation violation, Map<String, Object> facts) {
        facts.put("violationKind", violation.found().kind().label());
        facts.put("violationWhat", violation.found().what());
        facts.put("rectifyBy", moments.limit(violation.ruling().rectifyBy()));
        facts.put("violationBasis", violation.ruling().basis());
        facts.put("violationConsequence", violation.ruling().consequence());
        facts.put("violationGate", violation.ruling().gate().label());
        facts.put("violationRectified", violation.rectified());
        facts.put("violationState", violation.state());
        facts.put(
                "violationReports",
                violations.reports(violation.id()).stream()
                        .map(report -> report.receiver() + "，回执 " + report.receipt())
                        .toList());
        violations
                .rectificationOf(violation.id())
                .ifPresent(notice -> facts.put("rectificationNumber", notice.number()));
    }
}
