package org.shouwen.repair.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.Correction;
import org.shouwen.repair.RepairChanges;
import org.shouwen.repair.Repairs;
import org.shouwen.repair.Responsibility;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a repair is, and when somebody comes. */
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "repairs")
class RepairChangesController {

    private static final int LONGEST_REASON = 500;

    private final RepairChanges changes;
    private final Repairs repairs;
    private final Tickets tickets;
    private final Clock clock;
    private final ZoneId zone;

    RepairChangesController(
            RepairChanges changes,
            Repairs repairs,
            Tickets tickets,
            Clock clock,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.changes = changes;
        this.repairs = repairs;
        this.tickets = tickets;
        this.clock = clock;
        this.zone = zone;
    }

    /** A repair after a change; moments with the desk's offset. */
    record ChangedView(
            String number,
            String status,
            String priority,
            String category,
            String location,
            String post,
            String handler,
            OffsetDateTime appointmentFrom,
            OffsetDateTime respondBy,
            OffsetDateTime arriveBy,
            OffsetDateTime resolveBy) {}

    /**
     * What it really is; what is not given stays as it was registered.
     *
     * @param home code of the home; either this or {@code place}
     * @param place code of the common place
     */
    record CorrectionRequest(
            String category,
            String home,
            String place,
            Danger danger,
            Scope scope,
            Boolean utilityOut,
            Responsibility.Cause cause,
            String reason) {

        Correction of(Intake told, Responsibility.Cause known) {
            boolean elsewhere = given(home) || given(place);
            return new Correction(
                    given(category) ? category.strip() : told.category(),
                    elsewhere ? code(home) : told.home(),
                    elsewhere ? code(place) : told.place(),
                    danger == null ? told.danger() : danger,
                    scope == null ? told.scope() : scope,
                    utilityOut == null ? told.utilityOut() : utilityOut,
                    cause == null ? known : cause);
        }

        private static boolean given(String text) {
            return text != null && !text.isBlank();
        }

        private static String code(String text) {
            return given(text) ? text.strip() : null;
        }
    }

    @PostMapping("/correction")
    @Operation(summary = "The category, the place or the danger is another; priority, promises and post follow")
    ChangedView correct(@PathVariable String number, @RequestBody CorrectionRequest request, Authentication caller) {
        Ticket ticket = mustChange(number, caller, "更正");
        changes.correct(
                number,
                request.of(ticket.facts().intake(), repairs.cause(number)),
                reason(request.reason, "更正原因"),
                caller.getName(),
                now());
        return view(number);
    }

    /** Agreed slot, moments with offset or local time; without {@code to} it has the usual length. */
    record AppointmentRequest(String from, String to, String reason) {}

    @PostMapping("/appointment")
    @Operation(summary = "Another slot is agreed (改约); arrival and finishing count from it where the rule says so")
    ChangedView reschedule(
            @PathVariable String number, @RequestBody AppointmentRequest request, Authentication caller) {
        mustChange(number, caller, "改约");
        Instant from = moment(request.from, "from");
        Slot slot =
                request.to == null || request.to.isBlank() ? Slot.of(from) : new Slot(from, moment(request.to, "to"));
        changes.reschedule(number, slot, reason(request.reason, "改约原因"), caller.getName(), now());
        return view(number);
    }

    private Ticket mustChange(String number, Authentication caller, String verb) {
        Ticket ticket = tickets.get(number);
        TicketRights.mustChange(
                ticket,
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()),
                verb);
        return ticket;
    }

    private ChangedView view(String number) {
        Ticket ticket = tickets.get(number);
        Ticket.Facts facts = ticket.facts();
        Slot slot = facts.intake().appointment();
        return new ChangedView(
                number,
                ticket.status().name(),
                facts.priority().name(),
                facts.intake().category(),
                facts.location(),
                facts.post(),
                ticket.handler().orElse(null),
                slot == null ? null : local(slot.from()),
                due(ticket, ClockKind.RESPOND),
                due(ticket, ClockKind.ARRIVE),
                due(ticket, ClockKind.FINISH));
    }

    private OffsetDateTime due(Ticket ticket, ClockKind clock) {
        return ticket.find(clock).map(deadline -> local(deadline.due())).orElse(null);
    }

    private static String reason(String text, String label) {
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("field-missing", "reason", "请填写" + label + "（reason）");
        }
        if (text.strip().length() > LONGEST_REASON || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-invalid", "reason", label + "（reason）最多 " + LONGEST_REASON + " 字，且不能有不能保存的字符");
        }
        return text.strip();
    }

    private Instant moment(String value, String field) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid("field-missing", field, "请填写时间（" + field + "）");
        }
        String text = value.strip();
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Refusal.invalid(
                    "moment-invalid", field, "时间（" + field + "）不正确：" + text + "，例如 2026-11-24T10:00+08:00");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private OffsetDateTime local(Instant at) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
