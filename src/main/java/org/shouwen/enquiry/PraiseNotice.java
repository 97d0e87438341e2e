package org.shouwen.enquiry;

import java.util.Map;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Whom praise is for, where somebody else has to pass it on. */
@Component
record PraiseNotice(EnquiryDesk desk) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return desk.praisedThroughAnother(ticket)
                .<Map<String, Object>>map(name -> Map.of("praised", name))
                .orElse(Map.of());
    }
}
