package org.shouwen.timelimit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What notices about limits say beyond the ticket: which promise, and which supervision. */
@Component
class LimitNotice implements NoticeFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);

    private final Escalations escalations;
    private final SupervisionDesk desk;
    private final Roster roster;
    private final ZoneId zone;

    LimitNotice(
            Escalations escalations,
            SupervisionDesk desk,
            Roster roster,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.escalations = escalations;
        this.desk = desk;
        this.roster = roster;
        this.zone = zone;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of();
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>();
        if (flow.get("clock") instanceof String clock) {
            limit(ticket, ClockKind.valueOf(clock), facts);
        }
        if (flow.get("escalation") instanceof Long id) {
            Escalation escalation = escalations.get(id);
            limit(ticket, SupervisionDesk.clock(escalation), facts);
            facts.put("supervision", escalation.title());
            facts.put("supervisionCause", escalation.cause().label());
            facts.put("supervisionDue", moment(escalation.due()));
            desk.acknowledgeBy(id).ifPresent(at -> facts.put("acknowledgeBy", moment(at)));
            answer(escalation.answer(), facts);
        }
        facts.values().removeIf(fact -> fact == null);
        return facts;
    }

    private void limit(Ticket ticket, ClockKind clock, Map<String, Object> facts) {
        facts.put("limit", clock.label());
        facts.put(
                "limitBy",
                ticket.find(clock).map(Deadline::due).map(this::moment).orElse(null));
    }

    private void answer(Escalation.Answer answer, Map<String, Object> facts) {
        if (answer != null) {
            facts.put("supervisor", roster.nameOf(answer.by()));
            facts.put("decision", answer.decision().label());
            facts.put("decisionRemark", answer.remark());
            facts.put("decisionStaff", answer.staff() == null ? null : roster.nameOf(answer.staff()));
        }
    }

    private String moment(Instant at) {
        return at == null ? null : MOMENT.format(at.atZone(zone));
    }
}
