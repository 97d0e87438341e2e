package org.shouwen.workerpass.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workerpass.PassPaper;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The two cards of a worker's pass, to be printed and cut out. */
@Allowed
@RestController
@Tag(name = "papers")
class PassPaperController {

    private final Tickets tickets;
    private final Renovations renovations;
    private final WorkerPasses passes;
    private final PassPaper paper;

    PassPaperController(Tickets tickets, Renovations renovations, WorkerPasses passes, PassPaper paper) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.passes = passes;
        this.paper = paper;
    }

    @GetMapping({"/api/tickets/{number}/passes/{pass}/paper", "/desk/tickets/{number}/passes/{pass}/paper"})
    @Operation(summary = "Cards A and B of a worker's pass (出入证) as PDF")
    ResponseEntity<byte[]> print(@PathVariable String number, @PathVariable String pass, Authentication caller) {
        Ticket ticket = tickets.get(number);
        WorkerPass found = passes.find(pass)
                .filter(of -> of.ticket().equals(number))
                .orElseThrow(() -> WorkerPasses.notFound(pass));
        return PdfAnswer.of(pass, paper.print(ticket, found, renovations.get(number)));
    }
}
