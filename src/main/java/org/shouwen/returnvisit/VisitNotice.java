package org.shouwen.returnvisit;

import java.util.Map;
import java.util.function.Supplier;
import org.shouwen.ticket.NoticeFacts;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/** What a notice may promise because a flow keeps it: that a leak's resident is asked again after a rain. */
@Component
record VisitNotice(Visits visits) implements NoticeFacts {

    @Override
    public Map<String, Object> of(Ticket ticket) {
        return Map.of("afterRain", (Supplier<Object>) () -> afterRain(ticket));
    }

    private boolean afterRain(Ticket ticket) {
        return visits.ofTicket(ticket.number()).stream()
                .filter(visit -> visit.occasion() == Visit.Occasion.CLOSING)
                .reduce((earlier, later) -> later)
                .filter(visit -> visit.rule().afterRain())
                .isPresent();
    }
}
