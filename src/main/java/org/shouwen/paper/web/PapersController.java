package org.shouwen.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.shouwen.paper.TicketPapers;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The papers of a ticket, to be printed; whoever sees the ticket may. */
@RestController
@Allowed
@Tag(name = "papers")
class PapersController {

    private final TicketPapers papers;

    PapersController(TicketPapers papers) {
        this.papers = papers;
    }

    @GetMapping({"/api/tickets/{number}/{paper}/paper", "/desk/tickets/{number}/{paper}/paper"})
    @Operation(
            summary =
                    "A paper that a ticket has one of, as PDF: work-order (维修单), notice (一次性告知书), certificate (装修施工登记证)")
    ResponseEntity<byte[]> print(@PathVariable String number, @PathVariable String paper, Caller reader) {
        return papers.pdf(number, paper, "", Optional.of(reader));
    }

    @GetMapping({"/api/tickets/{number}/{papers}/{which}/paper", "/desk/tickets/{number}/{papers}/{which}/paper"})
    @Operation(summary = "A paper that a ticket has several of, as PDF: passes (出入证), rectifications (整改通知书)")
    ResponseEntity<byte[]> print(
            @PathVariable String number,
            @PathVariable("papers") String paper,
            @PathVariable String which,
            Caller reader) {
        return papers.pdf(number, paper, which, Optional.of(reader));
    }
}
