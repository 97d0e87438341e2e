package org.shouwen.repair;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.ticket.Categories;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.TimeLimits;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What only a repair knows and the wording of its notices needs. */
@Component
record RepairNotice(Repairs repairs, Categories categories, TimeLimits limits, Moments moments) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        Map<String, Object> facts = new HashMap<>();
        String number = ticket.number();
        var responsibility = new LookUp<>(() -> repairs.responsibility(number));
        facts.put("paid", responsibility.fact(Responsibility::paid));
        facts.put("advice", responsibility.fact(Responsibility::advice));
        // What is opened again is looked at by ours first
        facts.put(
                "external",
                responsibility.fact(whose -> ticket.reopens() == 0
                        && whose.isRepairedByOthers(ticket, () -> categories
                                .category(ticket.facts().intake().category())
                                .orElseThrow())));
        var report = new LookUp<>(() -> repairs.lastReport(number));
        facts.put("report", report.fact(WorkReport::summary));
        facts.put("charged", report.fact(done -> done.cost().signum() > 0 ? done.yuan() : null));
        var quote = new LookUp<>(() -> repairs.lastQuote(number));
        facts.put("quoteAmount", quote.fact(Quote::yuan));
        facts.put("quoteWork", quote.fact(Quote::work));
        facts.put("quoteRemark", quote.fact(Quote::remark));
        ticket.pause().ifPresent(pause -> {
            facts.put("pauseReason", pause.reason().label());
            facts.put("pauseReference", pause.reference());
            facts.put("pauseUntil", moments.text(pause.until()));
        });
        limits.deemedAccepted(ticket).ifPresent(deemed -> facts.put("deemedBy", moments.text(deemed)));
        var missed =
                new LookUp<>(() -> Optional.of(repairs.missedVisits(number)).filter(visits -> !visits.isEmpty()));
        facts.put("missedVisits", missed.fact(List::size));
        facts.put("missedVisit", missed.fact(visits -> last(visits).label()));
        facts.put("visitRefused", missed.fact(visits -> last(visits) == MissedVisit.Kind.REFUSED));
        return facts;
    }

    private static MissedVisit.Kind last(List<MissedVisit> visits) {
        return visits.get(visits.size() - 1).kind();
    }
}
