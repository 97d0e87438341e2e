package org.shouwen.firstresponsibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.firstresponsibility.Transfers;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of what was only passed on. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@RestController
@Tag(name = "responsibility")
class ResponsibilityController {

    private final Transfers transfers;

    ResponsibilityController(Transfers transfers) {
        this.transfers = transfers;
    }

    record PassedOnView(
            String ticket,
            Instant at,
            String by,
            String event,
            String text,
            Instant heldSince,
            String firstResponder) {}

    record TransfersView(List<PassedOnView> items) {}

    @GetMapping("/api/responsibility/transfers")
    @Operation(
            summary =
                    "Transfers and returns of a month by parties that had done nothing about the matter (推诿); for superiors")
    TransfersView transfers(@RequestParam(required = false) String month, Caller caller) {
        return new TransfersView(transfers.withoutAction(Written.month(month, "month", "月份"), caller).stream()
                .map(passed -> new PassedOnView(
                        passed.ticket(),
                        passed.at(),
                        passed.by(),
                        passed.event(),
                        passed.text(),
                        passed.heldSince(),
                        passed.firstResponder()))
                .toList());
    }
}
