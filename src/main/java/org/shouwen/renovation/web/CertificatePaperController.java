package org.shouwen.renovation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.renovation.CertificatePaper;
import org.shouwen.renovation.Renovations;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A renovation's certificate, to be printed and hung on the door. */
@Allowed
@RestController
@Tag(name = "papers")
class CertificatePaperController {

    private final Tickets tickets;
    private final Renovations renovations;
    private final CertificatePaper paper;

    CertificatePaperController(Tickets tickets, Renovations renovations, CertificatePaper paper) {
        this.tickets = tickets;
        this.renovations = renovations;
        this.paper = paper;
    }

    @GetMapping({"/api/tickets/{number}/certificate/paper", "/desk/tickets/{number}/certificate/paper"})
    @Operation(summary = "The registration certificate (装修施工登记证) of a renovation as PDF")
    ResponseEntity<byte[]> print(@PathVariable String number, Authentication caller) {
        Ticket ticket = tickets.get(number);
        return PdfAnswer.of(number + "-certificate", paper.print(ticket, renovations.get(number)));
    }
}
