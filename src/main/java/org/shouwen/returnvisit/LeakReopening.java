package org.shouwen.returnvisit;

import java.time.Instant;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leak that leaks again after a rain goes back to work. */
@Component
public class LeakReopening {

    private final Tickets tickets;
    private final TicketDesk desk;
    private final Visits visits;

    LeakReopening(Tickets tickets, TicketDesk desk, Visits visits) {
        this.tickets = tickets;
        this.desk = desk;
        this.visits = visits;
    }

    /** Opens the ticket again with what the resident said; one that was opened again in the meantime stays as it is. */
    @Transactional
    public void reopen(String number, int round, String by, Instant at) {
        if (tickets.get(number).status() != Status.CLOSED) {
            return;
        }
        String words = visits.get(number, round).attempts().stream()
                .reduce((earlier, later) -> later)
                .map(Attempt::words)
                .orElseThrow();
        desk.reopen(number, "雨后" + words, by, at);
    }
}
