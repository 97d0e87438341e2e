package org.shouwen.desk.web;

import java.util.Arrays;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.onetimenotice.Receipt;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket's one-time notice, item by item, and its receipt. */
@Allowed
@StaffPage
@RequestMapping("/desk/tickets/{number}/notice")
class NoticePageController {

    private final OneTimeNotices notices;
    private final OneTimeNoticeDesk desk;
    private final NoticePages pages;
    private final Tickets tickets;
    private final Moments moments;

    NoticePageController(
            OneTimeNotices notices, OneTimeNoticeDesk desk, NoticePages pages, Tickets tickets, Moments moments) {
        this.notices = notices;
        this.desk = desk;
        this.pages = pages;
        this.tickets = tickets;
        this.moments = moments;
    }

    @GetMapping
    String page(@PathVariable String number, Caller caller, Model model) {
        Ticket ticket = tickets.get(number);
        Caller reader = caller;
        model.addAttribute("location", ticket.facts().location());
        model.addAttribute("sheet", pages.sheet(notices.get(number)));
        model.addAttribute("breaches", pages.breaches(notices.breaches(number)));
        model.addAttribute("records", TicketRights.mayChange(ticket, reader));
        return "desk/notice";
    }

    @PostMapping("/receipt")
    String receive(
            @PathVariable String number,
            @RequestParam(required = false) String receiver,
            @RequestParam(required = false) String how,
            Caller caller,
            RedirectAttributes flash) {
        Caller reader = caller;
        TicketRights.mustChange(tickets.get(number), reader, "登记签收");
        desk.receive(number, receiver, how(how), reader.code(), moments.now());
        flash.addFlashAttribute("done", "已登记签收。");
        return "redirect:/desk/tickets/{number}/notice";
    }

    private static Receipt.How how(String code) {
        return Arrays.stream(Receipt.How.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("how-unknown", "how", "请选择送达方式"));
    }
}
