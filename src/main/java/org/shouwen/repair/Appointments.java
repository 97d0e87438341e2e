package org.shouwen.repair;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.matter.MatterKind;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreed times at the resident's home (约修): who comes late is measured from the slot, whoever moved it. */
@Component
class Appointments {

    private final Tickets tickets;
    private final RepairIntake intakes;
    private final TimeLimits limits;
    private final TimeLimitDesk clocks;

    Appointments(Tickets tickets, RepairIntake intakes, TimeLimits limits, TimeLimitDesk clocks) {
        this.tickets = tickets;
        this.intakes = intakes;
        this.limits = limits;
        this.clocks = clocks;
    }

    /**
     * Agrees on another slot: promises that count from the slot and are not kept yet are given anew, and waiting for the
     * resident's time is over.
     */
    @Transactional
    public void agree(String number, Slot slot, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        MatterKind.mustNotBeDone(ticket, "改约");
        intakes.checkSlot(slot, ticket.facts().area(), at);
        if (ticket.pause()
                .filter(pause -> pause.reason() == PauseReason.RESIDENT_SLOT)
                .isPresent()) {
            clocks.resume(number, "已约定上门时间", by, at);
            ticket = tickets.get(number);
        }
        ticket.reschedule(slot, bySlot(ticket, slot, at), reason, by, at);
        tickets.save(ticket);
    }

    /** @return next cycles of the promises that the table lets count from a slot and that are not kept yet */
    private List<Deadline> bySlot(Ticket ticket, Slot slot, Instant at) {
        TimeLimits.Facts facts = limits.facts(ticket);
        String site = ticket.facts().site();
        List<Deadline> anyway = limits.deadlines(facts, site, null, at);
        Set<ClockKind> clocks = limits.deadlines(facts, site, slot, at).stream()
                .filter(deadline -> !anyway.contains(deadline))
                .map(Deadline::clock)
                .filter(clock -> ticket.deadline(clock).stoppedAt() == null)
                .collect(Collectors.toSet());
        return limits.again(ticket, facts, site, slot, at, clocks);
    }
}
