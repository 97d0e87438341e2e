package org.shouwen.ticket.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;

/** A ticket as callers read it; moments with the desk's offset, null where the ticket makes no such promise. */
record TicketView(
        String number,
        String kind,
        String category,
        String categoryLabel,
        String area,
        String status,
        String statusLabel,
        String priority,
        String priorityLabel,
        String reportTo,
        String site,
        String home,
        String place,
        String location,
        ReporterView reporter,
        String channel,
        String description,
        String danger,
        String scope,
        boolean utilityOut,
        SlotView appointment,
        String firstResponder,
        String handler,
        String post,
        OffsetDateTime openedAt,
        OffsetDateTime respondBy,
        OffsetDateTime arriveBy,
        OffsetDateTime answerBy,
        OffsetDateTime resolveBy,
        boolean overdue,
        int transfers,
        int reopens,
        PauseView pause,
        List<LimitView> limits) {

    /** @param phone masked unless the reader may see it */
    record ReporterView(String name, String phone, String email) {}

    record SlotView(OffsetDateTime from, OffsetDateTime to) {}

    /** What the promises wait for, and until when at the latest. */
    record PauseView(String reason, String reasonLabel, String reference, OffsetDateTime until) {}

    /** A promise with where its limit comes from and why the date is what it is. */
    record LimitView(
            String clock,
            int amount,
            String unit,
            OffsetDateTime due,
            String source,
            String explanation,
            OffsetDateTime stoppedAt,
            boolean missed) {}

    static TicketView of(Ticket ticket, ReporterView reporter, Instant now, ZoneId zone) {
        Facts facts = ticket.facts();
        Intake intake = facts.intake();
        return new TicketView(
                ticket.number(),
                ticket.kind(),
                intake.category(),
                facts.categoryLabel(),
                facts.area().name(),
                ticket.status().name(),
                ticket.status().label(),
                facts.priority().name(),
                facts.priority().label(),
                facts.reportTo().isEmpty() ? null : facts.reportTo(),
                facts.site(),
                intake.home(),
                intake.place(),
                facts.location(),
                reporter,
                intake.channel().name(),
                intake.description(),
                intake.danger().name(),
                intake.scope().name(),
                intake.utilityOut(),
                intake.appointment() == null
                        ? null
                        : new SlotView(
                                local(intake.appointment().from(), zone),
                                local(intake.appointment().to(), zone)),
                ticket.firstResponder(),
                ticket.handler().orElse(null),
                facts.post(),
                local(facts.openedAt(), zone),
                due(ticket, ClockKind.RESPOND, zone),
                due(ticket, ClockKind.ARRIVE, zone),
                due(ticket, ClockKind.ANSWER, zone),
                due(ticket, ClockKind.FINISH, zone),
                !ticket.status().isFinal() && ticket.deadlines().stream().anyMatch(d -> d.runs() && d.missed(now)),
                ticket.transfers(),
                ticket.reopens(),
                ticket.pause()
                        .map(pause -> new PauseView(
                                pause.reason().name(),
                                pause.reason().label(),
                                pause.reference(),
                                local(pause.until(), zone)))
                        .orElse(null),
                ticket.deadlines().stream().map(d -> limit(d, now, zone)).toList());
    }

    private static OffsetDateTime due(Ticket ticket, ClockKind clock, ZoneId zone) {
        return ticket.find(clock).map(deadline -> local(deadline.due(), zone)).orElse(null);
    }

    private static LimitView limit(Deadline deadline, Instant now, ZoneId zone) {
        return new LimitView(
                deadline.clock().name(),
                deadline.amount(),
                deadline.unit(),
                local(deadline.due(), zone),
                deadline.source(),
                deadline.explanation(),
                local(deadline.stoppedAt(), zone),
                deadline.missed(now));
    }

    static OffsetDateTime local(Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
