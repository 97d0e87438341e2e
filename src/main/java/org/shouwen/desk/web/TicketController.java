package org.shouwen.desk.web;

import org.shouwen.problem.Refusal;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.wording.Moments;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket, and what a caller may want done with it. */
@Controller
@RequestMapping("/desk/tickets/{number}")
class TicketController {

    private static final int LONGEST_REASON = 500;

    private final TicketPages pages;
    private final ComplaintPages complaints;
    private final TicketExtras extras;
    private final TicketDesk desk;
    private final Moments moments;

    TicketController(
            TicketPages pages, ComplaintPages complaints, TicketExtras extras, TicketDesk desk, Moments moments) {
        this.pages = pages;
        this.complaints = complaints;
        this.extras = extras;
        this.desk = desk;
        this.moments = moments;
    }

    /** @param form the form that the reader wants open; some have much to look up, so they are not there before */
    @GetMapping
    String page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String form,
            Authentication caller,
            Model model) {
        model.addAttribute("page", pages.of(number, Reader.of(caller), form));
        model.addAttribute("complaint", complaints.of(number));
        model.addAttribute("extras", extras.of(number, Reader.of(caller)));
        return "desk/ticket";
    }

    @PostMapping("/withdrawal")
    String withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            Authentication caller,
            RedirectAttributes flash) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason-invalid", "reason", "请填写撤回原因，最多 " + LONGEST_REASON + " 字");
        }
        desk.withdraw(number, reason.strip(), caller.getName(), moments.now());
        flash.addFlashAttribute("done", "已撤回，流程已结束。");
        return "redirect:/desk/tickets/{number}";
    }

    @PostMapping("/urge")
    String urge(@PathVariable String number, Authentication caller, RedirectAttributes flash) {
        desk.urge(number, caller.getName(), moments.now());
        flash.addFlashAttribute("done", "已催单，系统会通知经办人。");
        return "redirect:/desk/tickets/{number}";
    }
}
