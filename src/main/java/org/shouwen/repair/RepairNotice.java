package org.shouwen.repair;

import java.util.HashMap;
import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What only a repair knows and the wording of its notices needs. */
@Component
class RepairNotice implements NoticeFacts {

    private final Repairs repairs;

    RepairNotice(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        Map<String, Object> facts = new HashMap<>();
        repairs.responsibility(ticket.number()).ifPresent(responsibility -> {
            facts.put("paid", responsibility.paid());
            facts.put("advice", responsibility.advice());
        });
        repairs.lastReport(ticket.number()).ifPresent(report -> facts.put("report", report.summary()));
        return facts;
    }
}
