package org.shouwen.onetimenotice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.onetimenotice.OneTimeNotice;
import org.shouwen.onetimenotice.OneTimeNoticePaper;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's one-time notice, to be printed and signed. */
@Allowed
@RestController
@Tag(name = "papers")
class NoticePaperController {

    private final Tickets tickets;
    private final OneTimeNotices notices;
    private final OneTimeNoticePaper paper;

    NoticePaperController(Tickets tickets, OneTimeNotices notices, OneTimeNoticePaper paper) {
        this.tickets = tickets;
        this.notices = notices;
        this.paper = paper;
    }

    @GetMapping({"/api/tickets/{number}/notice/paper", "/desk/tickets/{number}/notice/paper"})
    @Operation(summary = "The one-time notice (一次性告知书) as PDF, as it was told")
    ResponseEntity<byte[]> print(@PathVariable String number, Authentication caller) {
        Ticket ticket = tickets.get(number);
        OneTimeNotice notice = notices.get(number);
        return PdfAnswer.of(notice.number(), paper.print(ticket, notice, notices.breaches(number)));
    }
}
