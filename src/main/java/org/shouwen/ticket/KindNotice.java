package org.shouwen.ticket;

import java.util.Map;
import org.springframework.stereotype.Component;

/** What people call the ticket: notices of every kind share one wording. */
@Component
class KindNotice implements NoticeFacts {

    private final TicketDesk desk;

    KindNotice(TicketDesk desk) {
        this.desk = desk;
    }

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of("kind", desk.kind(ticket.kind()).label());
    }
}
