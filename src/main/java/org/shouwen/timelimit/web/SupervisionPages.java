package org.shouwen.timelimit.web;

import java.util.List;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.timelimit.BoardPart;
import org.shouwen.timelimit.Directors;
import org.shouwen.timelimit.PostRectificationDesk;
import org.shouwen.timelimit.SupervisionBoard;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.FailedSteps;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 督办: what is late, what waits for somebody's word, what failed. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
@RequestMapping("/desk/supervision")
class SupervisionPages {

    private final SupervisionBoard board;
    private final PostRectificationDesk rectifications;
    private final Directors directors;
    private final FailedSteps failedSteps;
    private final List<BoardPart> parts;
    private final Moments moments;

    SupervisionPages(
            SupervisionBoard board,
            PostRectificationDesk rectifications,
            Directors directors,
            FailedSteps failedSteps,
            List<BoardPart> parts,
            Moments moments) {
        this.board = board;
        this.rectifications = rectifications;
        this.directors = directors;
        this.failedSteps = failedSteps;
        this.parts = parts;
        this.moments = moments;
    }

    @GetMapping
    String page(Caller reader, @ModelAttribute("names") Names names, Model model) {
        model.addAttribute(
                "late",
                board.late(reader).stream()
                        .map(ticket -> TicketRow.of(ticket, names, moments))
                        .toList());
        model.addAttribute("open", board.open(reader));
        model.addAttribute("waiting", board.waiting(reader));
        model.addAttribute("rectifications", rectifications.listed(reader));
        model.addAttribute("lacksDirector", directors.isLacking());
        model.addAttribute("steps", failedSteps.list(reader));
        model.addAttribute(
                "parts",
                parts.stream().flatMap(part -> part.of(reader).stream()).toList());
        model.addAttribute("retries", failedSteps.mayRetry(reader));
        return "timelimit/supervision";
    }

    @Allowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
    @PostMapping("/steps/{id}/retry")
    String retry(@PathVariable String id, Caller caller, RedirectAttributes flash) {
        failedSteps.retry(id, caller);
        flash.addFlashAttribute("done", "已重新安排这一步，几秒钟后刷新查看结果。");
        return "redirect:/desk/supervision";
    }
}
