package org.shouwen.repair;

import java.time.Instant;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A repair that another one settles, and one that has to be done by itself after all. */
@Component
class RepairFollowing {

    private final Tickets tickets;
    private final TimeLimits limits;
    private final OneTimeNotices notices;
    private final RepairExecution execution;

    RepairFollowing(Tickets tickets, TimeLimits limits, OneTimeNotices notices, RepairExecution execution) {
        this.tickets = tickets;
        this.limits = limits;
        this.notices = notices;
        this.execution = execution;
    }

    /** @see org.shouwen.ticket.TicketKind#join */
    @Transactional
    void join(String number, String incident, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.follow(incident, by, at);
        tickets.save(ticket);
        execution.join(number);
    }

    /**
     * The resident is told once what he has to know: where that was before it followed, the flow begins after it.
     *
     * @see org.shouwen.ticket.TicketKind#proceed
     */
    @Transactional
    void proceed(String number, String reason, boolean external, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        if (ticket.status() == Status.FOLLOWING) {
            ticket.proceed(reason, limits.anew(ticket, at), by, at);
            tickets.save(ticket);
        }
        execution.proceed(
                number,
                ticket.facts().urgent(),
                external,
                !notices.itemsOf(number).isEmpty());
    }
}
