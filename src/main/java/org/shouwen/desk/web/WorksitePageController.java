package org.shouwen.desk.web;

import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 装修现场: what was found there, and what people record beside the steps of its flows. */
@Allowed
@StaffPage
class WorksitePageController {

    private static final String BACK = "redirect:/desk/renovations/{number}/site";
    private static final int LONGEST_REMARK = 500;

    private final WorksitePages pages;
    private final ViolationDesk violations;
    private final CompletionDesk completion;
    private final Tickets tickets;
    private final Moments moments;

    WorksitePageController(
            WorksitePages pages,
            ViolationDesk violations,
            CompletionDesk completion,
            Tickets tickets,
            Moments moments) {
        this.pages = pages;
        this.violations = violations;
        this.completion = completion;
        this.tickets = tickets;
        this.moments = moments;
    }

    @GetMapping("/desk/patrols")
    String patrols(Caller caller, Model model) {
        model.addAttribute("rows", pages.due(caller.code()));
        return "desk/patrols";
    }

    @GetMapping("/desk/renovations/{number}/site")
    String page(@PathVariable String number, Caller caller, Model model) {
        model.addAttribute("page", pages.of(number, caller));
        model.addAttribute("kinds", Violation.Kind.values());
        model.addAttribute("spots", Violation.Spot.values());
        return "desk/worksite";
    }

    /** Anybody of the staff may see something and say so. */
    @PostMapping("/desk/renovations/{number}/violations")
    String found(
            @PathVariable String number,
            @RequestParam(required = false) String violation,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) String photo,
            @RequestParam(required = false) String spot,
            Caller caller,
            RedirectAttributes flash) {
        violations.record(number, Violation.Found.written(violation, what, photo, spot, moments.now(), caller.code()));
        flash.addFlashAttribute("done", "已登记违规，接下来的步骤在任务列表里。");
        return BACK;
    }

    @PostMapping("/desk/renovations/{number}/violations/{id}/restoration")
    String restored(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(required = false) String remark,
            Caller caller,
            RedirectAttributes flash) {
        mustChange(number, caller, "登记整改");
        violations.restore(
                number, id, Written.text(remark, "remark", "整改情况", LONGEST_REMARK), caller.code(), moments.now());
        flash.addFlashAttribute("done", "已登记整改。");
        return BACK;
    }

    @PostMapping("/desk/renovations/{number}/completion")
    String finished(@PathVariable String number, Caller caller, RedirectAttributes flash) {
        mustChange(number, caller, "报完工");
        completion.report(number, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已报完工，请按期验收。");
        return BACK;
    }

    private void mustChange(String number, Caller caller, String verb) {
        Caller reader = caller;
        TicketRights.mustChange(tickets.get(number), reader, verb);
    }
}
