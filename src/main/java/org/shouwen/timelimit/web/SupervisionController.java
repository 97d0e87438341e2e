package org.shouwen.timelimit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Ticket;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.PostRectificationDesk;
import org.shouwen.timelimit.SupervisionBoard;
import org.shouwen.workflow.FailedSteps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever supervises has to know, for programs. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@RestController
@RequestMapping("/api/supervision")
@Tag(name = "supervision")
class SupervisionController {

    private final SupervisionBoard board;
    private final PostRectificationDesk rectifications;
    private final FailedSteps failedSteps;

    SupervisionController(SupervisionBoard board, PostRectificationDesk rectifications, FailedSteps failedSteps) {
        this.board = board;
        this.rectifications = rectifications;
        this.failedSteps = failedSteps;
    }

    /** @param clock the promise that is broken, RESPOND, ARRIVE or FINISH */
    record LateView(String number, String priority, String clock, Instant due, String handler, String firstResponder) {}

    record PausedView(String number, String reason, String reference, Instant since, Instant until) {}

    /** @param asked who has to acknowledge now */
    record OpenView(
            String number,
            int level,
            String cause,
            Instant due,
            Instant at,
            String asked,
            Instant askedAt,
            Instant acknowledgeBy) {}

    record BoardView(
            List<LateView> late,
            List<PausedView> paused,
            List<OpenView> unacknowledged,
            List<PostRectificationDesk.Late> rectifications,
            List<FailedSteps.FailedStep> failedSteps) {}

    @GetMapping
    @Operation(
            summary = "What is late, stands still, waits for acknowledgement or failed",
            description =
                    "For LEAD, SUPERVISOR, MANAGER and ADMINISTRATOR. Of each list at most 100; a post stands under"
                            + " rectifications once it broke its third promise of a month, with who puts it right.")
    BoardView board(Caller caller) {
        return new BoardView(
                board.late(caller).stream()
                        .map(ticket -> late(ticket, caller.at()))
                        .toList(),
                board.waiting(caller).stream()
                        .map(waiting -> new PausedView(
                                waiting.ticket().number(),
                                waiting.pause().reason().name(),
                                waiting.pause().reference(),
                                waiting.pause().since(),
                                waiting.pause().until()))
                        .toList(),
                board.open(caller).stream().map(SupervisionController::open).toList(),
                rectifications.listed(caller),
                failedSteps.list(caller));
    }

    private static LateView late(Ticket ticket, Instant at) {
        Deadline broken = ticket.deadlines().stream()
                .filter(deadline -> deadline.runs() && deadline.missed(at))
                .findFirst()
                .orElseThrow();
        return new LateView(
                ticket.number(),
                ticket.facts().priority().name(),
                broken.clock().name(),
                broken.due(),
                ticket.handler().orElse(null),
                ticket.firstResponder());
    }

    private static OpenView open(SupervisionBoard.Open open) {
        Escalation escalation = open.escalation();
        return new OpenView(
                escalation.ticket(),
                escalation.level(),
                escalation.cause().name(),
                escalation.due(),
                escalation.at(),
                escalation.waitsFor().map(Escalation.Asked::person).orElse(null),
                escalation.waitsFor().map(Escalation.Asked::at).orElse(null),
                open.acknowledgeBy());
    }

    @Allowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    @PostMapping("/failed-steps/{id}/retry")
    @Operation(summary = "Tries a step again at once", description = "For SUPERVISOR and ADMINISTRATOR.")
    BoardView retry(@PathVariable String id, Caller caller) {
        failedSteps.retry(id, caller);
        return board(caller);
    }
}
