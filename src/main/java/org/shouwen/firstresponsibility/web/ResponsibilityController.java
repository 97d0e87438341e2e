package org.shouwen.firstresponsibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.firstresponsibility.Superiors;
import org.shouwen.firstresponsibility.Transfers;
import org.shouwen.problem.Written;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Words left on a ticket, and the list of what was only passed on. */
@RestController
@Tag(name = "responsibility")
class ResponsibilityController {

    private final ResponsibilityDesk desk;
    private final Transfers transfers;
    private final Superiors superiors;
    private final Edge edge;

    ResponsibilityController(ResponsibilityDesk desk, Transfers transfers, Superiors superiors, Edge edge) {
        this.desk = desk;
        this.transfers = transfers;
        this.superiors = superiors;
        this.edge = edge;
    }

    record NoteRequest(String text) {}

    record PassedOnView(
            String ticket,
            OffsetDateTime at,
            String by,
            String event,
            String text,
            OffsetDateTime heldSince,
            String firstResponder) {}

    record TransfersView(List<PassedOnView> items) {}

    @PostMapping("/api/tickets/{number}/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leaves a word on the ticket, for example for whom one stands in")
    void note(@PathVariable String number, @RequestBody NoteRequest request) {
        desk.note(
                number,
                Written.text(request.text(), "text", "留言", 1000),
                edge.acting().who(),
                edge.acting().when());
    }

    @GetMapping("/api/responsibility/transfers")
    @Operation(
            summary =
                    "Transfers and returns of a month by parties that had done nothing about the matter (推诿); for superiors")
    TransfersView transfers(@RequestParam(required = false) String month) {
        superiors.mustOversee(edge.acting().who(), edge.acting().when());
        return new TransfersView(
                transfers
                        .withoutAction(
                                Written.month(month, "month", "月份"),
                                edge.acting().who())
                        .stream()
                        .map(passed -> new PassedOnView(
                                passed.ticket(),
                                edge.local(passed.at()),
                                passed.by(),
                                passed.event(),
                                passed.text(),
                                edge.local(passed.heldSince()),
                                passed.firstResponder()))
                        .toList());
    }
}
