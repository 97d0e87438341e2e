package org.shouwen.worksite;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What a notice can say about the site of a renovation. */
@Component
record WorksiteNotice(Worksites worksites, Violations violations, Renovations renovations, Moments moments)
        implements NoticeFacts {

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
        if (flow.get("violation") instanceof Long id) {
            told(violations.get(id), facts);
        }
        return facts;
    }

    private void told(Violation violation, Map<String, Object> facts) {
        facts.put("violationKind", violation.found().kind().label());
        facts.put("violationWhat", violation.found().what());
        facts.put("rectifyBy", moments.text(violation.ruling().rectifyBy()));
        facts.put("violationBasis", violation.ruling().basis());
        facts.put("violationConsequence", violation.ruling().consequence());
        facts.put("violationGate", violation.ruling().gate().label());
        violations
                .rectificationOf(violation.id())
                .ifPresent(notice -> facts.put("rectificationNumber", notice.number()));
    }
}
