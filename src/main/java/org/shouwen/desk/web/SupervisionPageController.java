package org.shouwen.desk.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.SupervisionBoard;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FailedSteps;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 督办: what is late, what waits for somebody's word, what failed. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
@RequestMapping("/desk/supervision")
class SupervisionPageController {

    /** Who sees the page. */
    static final Role[] READERS = {Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR};

    /** Who may try a failed step again. */
    static final Role[] RETRIERS = {Role.SUPERVISOR, Role.ADMINISTRATOR};

    private final SupervisionBoard board;
    private final FailedSteps failedSteps;
    private final Roster roster;
    private final ComplaintPages complaints;
    private final Moments moments;

    SupervisionPageController(
            SupervisionBoard board,
            FailedSteps failedSteps,
            Roster roster,
            ComplaintPages complaints,
            Moments moments) {
        this.complaints = complaints;
        this.board = board;
        this.failedSteps = failedSteps;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param waits how long whoever was asked last has not answered */
    record OpenRow(
            String number,
            String title,
            String cause,
            String due,
            String person,
            String waits,
            String acknowledgeBy,
            boolean late) {}

    record WaitingRow(String number, String location, String reason, String reference, String since, String until) {}

    record StepRow(String id, String number, String step, String state, String since, String problem) {}

    @GetMapping
    String page(Caller caller, Model model) {
        Caller reader = caller;
        Names names = new Names(roster);
        model.addAttribute(
                "late",
                board.late(reader).stream()
                        .map(ticket -> TicketRow.of(ticket, names, moments))
                        .toList());
        model.addAttribute(
                "open",
                board.open(reader).stream().map(open -> row(open, names)).toList());
        model.addAttribute("waiting", waiting(reader));
        model.addAttribute("rectifications", board.rectifications(moments.now()));
        model.addAttribute(
                "steps",
                failedSteps.list(reader).stream()
                        .map(step -> new StepRow(
                                step.id(),
                                step.number(),
                                step.step(),
                                step.state().label(),
                                moments.text(step.since()),
                                step.problem()))
                        .toList());
        model.addAttribute("measures", complaints.late(reader.code()));
        model.addAttribute("retries", reader.isAny(RETRIERS));
        return "desk/supervision";
    }

    private OpenRow row(SupervisionBoard.Open open, Names names) {
        Escalation escalation = open.escalation();
        Instant now = moments.now();
        return new OpenRow(
                escalation.ticket(),
                escalation.title(),
                escalation.cause().label(),
                moments.text(escalation.due()),
                escalation.waitsFor().map(asked -> names.of(asked.person())).orElse("—"),
                escalation
                        .waitsFor()
                        .map(asked -> Moments.length(asked.at(), now))
                        .orElse("—"),
                moments.text(open.acknowledgeBy()),
                open.acknowledgeBy() != null && now.isAfter(open.acknowledgeBy()));
    }

    private List<WaitingRow> waiting(Caller reader) {
        return board.waiting(reader).stream()
                .map(waiting -> new WaitingRow(
                        waiting.ticket().number(),
                        waiting.ticket().facts().location(),
                        waiting.pause().reason().label(),
                        waiting.pause().reference(),
                        moments.text(waiting.pause().since()),
                        moments.text(waiting.pause().until())))
                .toList();
    }

    @Allowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    @PostMapping("/steps/{id}/retry")
    String retry(@PathVariable String id, Caller caller, RedirectAttributes flash) {
        failedSteps.retry(id, caller);
        flash.addFlashAttribute("done", "已重新安排这一步，几秒钟后刷新查看结果。");
        return "redirect:/desk/supervision";
    }
}
