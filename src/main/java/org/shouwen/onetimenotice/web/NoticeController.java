package org.shouwen.onetimenotice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Tickets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's one-time notice over HTTP; supplying items is a step of its flow. */
@Allowed
@RestController
@Tag(name = "one-time notices")
class NoticeController {

    private final OneTimeNotices notices;
    private final Tickets tickets;
    private final Privacy privacy;

    NoticeController(OneTimeNotices notices, Tickets tickets, Privacy privacy) {
        this.notices = notices;
        this.tickets = tickets;
        this.privacy = privacy;
    }

    @GetMapping("/api/tickets/{number}/notice")
    @Operation(
            summary = "The ticket's numbered one-time notice: every item, what was supplied, what was asked for later")
    NoticeView notice(@PathVariable String number, Caller reader) {
        return NoticeView.of(notices.get(number), notices.breaches(number), privacy.of(tickets.get(number), reader));
    }
}
