package org.shouwen.repair;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What only a repair knows and the wording of its notices needs. */
@Component
class RepairNotice implements NoticeFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Repairs repairs;
    private final TimeLimits limits;
    private final ZoneId zone;

    RepairNotice(Repairs repairs, TimeLimits limits, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.repairs = repairs;
        this.limits = limits;
        this.zone = zone;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        Map<String, Object> facts = new HashMap<>();
        repairs.responsibility(ticket.number()).ifPresent(responsibility -> {
            facts.put("paid", responsibility.paid());
            facts.put("advice", responsibility.advice());
        });
        repairs.lastReport(ticket.number()).ifPresent(report -> facts.put("report", report.summary()));
        repairs.lastQuote(ticket.number()).ifPresent(quote -> {
            facts.put("quoteAmount", quote.yuan());
            facts.put("quoteWork", quote.work());
            facts.put("quoteRemark", quote.remark());
        });
        ticket.pause().ifPresent(pause -> {
            facts.put("pauseReason", pause.reason().label());
            facts.put("pauseReference", pause.reference());
            facts.put("pauseUntil", moment(pause.until()));
        });
        limits.deemedAccepted(ticket).ifPresent(deemed -> facts.put("deemedBy", moment(deemed)));
        missed(repairs.missedVisits(ticket.number()), facts);
        return facts;
    }

    private static void missed(List<MissedVisit> visits, Map<String, Object> facts) {
        if (!visits.isEmpty()) {
            MissedVisit last = visits.get(visits.size() - 1);
            facts.put("missedVisits", visits.size());
            facts.put("missedVisit", last.kind().label());
            facts.put("visitRefused", last.kind() == MissedVisit.Kind.REFUSED);
        }
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }
}
