package org.shouwen.ticket.internal;

import java.util.Comparator;
import java.util.List;
import org.shouwen.rows.Columns;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.State;
import org.shouwen.ticket.Ticket;

/** A ticket as its row has it; {@link #COLUMNS} leave the clocks to whoever reads them. */
record TicketRow(long id, Facts facts, State state) {

    static final Columns<TicketRow> COLUMNS = Columns.of(TicketRow.class)
            .with("facts.intake.site", null)
            .with("facts.intake.details", Details.NONE)
            .named("facts.intake.reporter.name", "reporter_name")
            .named("facts.intake.reporter.phone", "reporter_phone")
            .named("facts.intake.reporter.email", "reporter_email")
            .named("facts.intake.appointment.from", "slot_from")
            .named("facts.intake.appointment.to", "slot_to")
            .named("state.pause.reason", "pause_reason")
            .named("state.pause.reference", "pause_reference")
            .named("state.pause.until", "pause_until")
            .named("state.pause.since", "paused_at")
            .with("state.deadlines", List.of());

    TicketRow with(List<Deadline> clocks) {
        List<Deadline> inOrder =
                clocks.stream().sorted(Comparator.comparing(Deadline::clock)).toList();
        return new TicketRow(
                id,
                facts,
                new State(state.status(), state.handler(), state.counts(), state.pause(), state.version(), inOrder));
    }

    Ticket ticket() {
        return new Ticket(facts, state);
    }
}
