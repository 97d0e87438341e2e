package org.shouwen.worksite;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.shouwen.renovation.Certificate;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a notice can say about the site of a renovation. */
@Component
class WorksiteNotice implements NoticeFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);

    private final Worksites worksites;
    private final Violations violations;
    private final Renovations renovations;
    private final ZoneId zone;

    WorksiteNotice(
            Worksites worksites,
            Violations violations,
            Renovations renovations,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.worksites = worksites;
        this.violations = violations;
        this.renovations = renovations;
        this.zone = zone;
    }

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
        facts.put("certificateUntil", certificate.fact(issued -> DAY.format(issued.until())));
        var inspection =
                new LookUp<>(() -> worksites.inspections(number).stream().findFirst());
        facts.put("completionDefects", inspection.fact(CompletionDesk::defects));
        facts.put("completionRemark", inspection.fact(Inspection::remark));
        if (flow.get("violation") instanceof Long id) {
            told(violations.get(id), facts);
        }
        return facts;
    }

    private void told(Violation violation, Map<String, Object> facts) {
        facts.put("violationKind", violation.found().kind().label());
        facts.put("violationWhat", violation.found().what());
        facts.put("rectifyBy", moment(violation.ruling().rectifyBy()));
        facts.put("violationBasis", violation.ruling().basis());
        facts.put("violationConsequence", violation.ruling().consequence());
        facts.put("violationGate", violation.ruling().gate().label());
        violations
                .rectificationOf(violation.id())
                .ifPresent(notice -> facts.put("rectificationNumber", notice.number()));
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
