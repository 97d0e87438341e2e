package org.shouwen.ticket;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What people call the ticket: notices of every kind share one wording. */
@Component
record KindNotice(TicketDesk desk) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of("kind", desk.kind(ticket.kind()).label());
    }
}
