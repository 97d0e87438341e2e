package org.shouwen.ticket.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;

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
        Instant openedAt,
        Instant respondBy,
        Instant arriveBy,
        Instant answerBy,
        Instant planBy,
        Instant resolveBy,
        boolean overdue,
        int transfers,
        int reopens,
        PauseView pause,
        List<LimitView> limits) {

    /** Masked unless the reader may see it. */
    record ReporterView(String name, String phone, String email) {}

    record SlotView(Instant from, Instant to) {}

    /** What the promises wait for, and until when at the latest. */
    record PauseView(String reason, String reasonLabel, String reference, Instant until) {}

    /** A promise with where its limit comes from and why the date is what it is. */
    record LimitView(
            String clock,
            int amount,
            String unit,
            Instant due,
            String source,
            String explanation,
            Instant stoppedAt,
            boolean missed) {}

    static TicketView of(Ticket ticket, ReporterView reporter, String description, Moments moments) {
        Facts facts = ticket.facts();
        Intake intake = facts.intake();
        Instant now = moments.now();
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
                description,
                intake.danger().name(),
                intake.scope().name(),
                intake.utilityOut(),
                intake.appointment() == null
                        ? null
                        : new SlotView(
                                intake.appointment().from(),
                                intake.appointment().to()),
                ticket.firstResponder(),
                ticket.handler().orElse(null),
                facts.post(),
                facts.openedAt(),
                due(ticket, ClockKind.RESPOND),
                due(ticket, ClockKind.ARRIVE),
                due(ticket, ClockKind.ANSWER),
                due(ticket, ClockKind.PLAN),
                due(ticket, ClockKind.FINISH),
                !ticket.status().isFinal() && ticket.deadlines().stream().anyMatch(d -> d.runs() && d.missed(now)),
                ticket.transfers(),
                ticket.reopens(),
                ticket.pause()
                        .map(pause -> new PauseView(
                                pause.reason().name(), pause.reason().label(), pause.reference(), pause.until()))
                        .orElse(null),
                ticket.deadlines().stream().map(d -> limit(d, now)).toList());
    }

    private static Instant due(Ticket ticket, ClockKind clock) {
        return ticket.find(clock).map(Deadline::due).orElse(null);
    }

    private static LimitView limit(Deadline deadline, Instant now) {
        return new LimitView(
                deadline.clock().name(),
                deadline.amount(),
                deadline.unit(),
                deadline.due(),
                deadline.source(),
                deadline.explanation(),
                deadline.stoppedAt(),
                deadline.missed(now));
    }
}
