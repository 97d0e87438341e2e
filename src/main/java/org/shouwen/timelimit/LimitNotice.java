package org.shouwen.timelimit;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** What notices about limits say beyond the ticket: which promise, and which supervision. */
@Component
record LimitNotice(
        Escalations escalations,
        SupervisionDesk desk,
        PostRectifications rectifications,
        Roster roster,
        Moments moments,
        Kinds kinds)
        implements NoticeFacts {

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
            facts.put("supervisionDue", moments.text(escalation.due()));
            desk.acknowledgeBy(id).ifPresent(at -> facts.put("acknowledgeBy", moments.text(at)));
            answer(escalation.answer(), facts);
        }
        if (flow.get("rectification") instanceof Long id) {
            PostRectification rectification = rectifications.get(id);
            facts.put(
                    "postName",
                    roster.post(rectification.post()).map(Post::name).orElse(rectification.post()));
            facts.put("postRectifyBy", moments.text(rectification.dueAt()));
        }
        facts.values().removeIf(fact -> fact == null);
        return facts;
    }

    private void limit(Ticket ticket, ClockKind clock, Map<String, Object> facts) {
        facts.put("limit", clock.label());
        facts.put("limitTold", kinds.get(ticket.kind()).promise(clock));
        facts.put(
                "limitBy",
                ticket.find(clock).map(Deadline::due).map(moments::text).orElse(null));
    }

    private void answer(Escalation.Answer answer, Map<String, Object> facts) {
        if (answer != null) {
            facts.put("supervisor", roster.nameOf(answer.by()));
            facts.put("supervisionDecision", answer.decision().label());
            facts.put("decisionRemark", answer.remark());
            facts.put("decisionStaff", answer.staff() == null ? null : roster.nameOf(answer.staff()));
        }
    }
}
