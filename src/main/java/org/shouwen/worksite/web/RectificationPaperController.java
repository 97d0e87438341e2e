package org.shouwen.worksite.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.RectificationPaper;
import org.shouwen.worksite.Violations;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A rectification notice, to be printed, delivered and signed. */
@Allowed
@RestController
@Tag(name = "papers")
class RectificationPaperController {

    private final Tickets tickets;
    private final Renovations renovations;
    private final Violations violations;
    private final RectificationPaper paper;

    RectificationPaperController(
            Tickets tickets, Renovations renovations, Violations violations, RectificationPaper paper) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.violations = violations;
        this.paper = paper;
    }

    @GetMapping({
        "/api/tickets/{number}/rectifications/{notice}/paper",
        "/desk/tickets/{number}/rectifications/{notice}/paper"
    })
    @Operation(summary = "A rectification notice (整改通知书) as PDF")
    ResponseEntity<byte[]> print(@PathVariable String number, @PathVariable String notice, Authentication caller) {
        Ticket ticket = tickets.get(number);
        Rectification found = violations
                .rectification(notice)
                .filter(issued -> issued.ticket().equals(number))
                .orElseThrow(() ->
                        Refusal.notFound("rectification-not-found", "装修 " + number + " 没有编号为 " + notice + " 的整改通知书"));
        return PdfAnswer.of(notice, paper.print(ticket, renovations.get(number), found));
    }
}
