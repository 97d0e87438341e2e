package org.shouwen.firstresponsibility;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What notices say about calls and stand-ins: facts of the running flow, as it is. */
@Component
class ResponsibilityNotice implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of();
    }

    @Override
    public Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        Map<String, Object> facts = new HashMap<>(flow);
        facts.keySet().retainAll(Set.of("order", "handOver"));
        return facts;
    }
}
