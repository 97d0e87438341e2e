package org.shouwen.onetimenotice.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Acting;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's one-time notice over HTTP; supplying items is a step of its flow. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/notice")
@Tag(name = "one-time notices")
class NoticeController {

    private final OneTimeNoticeDesk desk;
    private final OneTimeNotices notices;
    private final Tickets tickets;
    private final Acting acting;
    private final Moments moments;

    NoticeController(
            OneTimeNoticeDesk desk,
            OneTimeNotices notices,
            Tickets tickets,
            Acting acting,
            Moments moments) {
        this.desk = desk;
        this.notices = notices;
        this.tickets = tickets;
        this.acting = acting;
        this.moments = moments;
    }

    @GetMapping
    @Operation(
            summary = "The ticket's numbered one-time notice: every item, what was supplied, what was asked for later")
    NoticeView notice(@PathVariable String number) {
        tickets.get(number);
        return NoticeView.of(notices.get(number), notices.breaches(number), moments);
    }

    /** @param how SIGNED, LINK or POSTED */
    record ReceiptRequest(String receiver, String how) {}

    @PostMapping("/receipt")
    @Operation(summary = "Records that the notice reached whom it is for, once")
    NoticeView receive(@PathVariable String number, @RequestBody ReceiptRequest request, Caller caller) {
        TicketRights.mustChange(tickets.get(number), caller, "登记签收");
        desk.receive(number, request.receiver, how(request.how), acting.who(), acting.when());
        return notice(number);
    }

    private static Receipt.How how(String code) {
        return Arrays.stream(Receipt.How.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "how-unknown",
                        "how",
                        "送达方式（how）须为 "
                                + Arrays.stream(Receipt.How.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))
                                + " 之一"));
    }
}
