package org.shouwen.firstresponsibility.web;

import org.shouwen.firstresponsibility.Handovers;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 值班 › 交接班. */
@Allowed
@StaffPage
@RequestMapping("/desk/roster/handovers")
class HandoverPages {

    private final Roster roster;
    private final Handovers handovers;
    private final HandoversController door;

    HandoverPages(Roster roster, Handovers handovers, HandoversController door) {
        this.roster = roster;
        this.handovers = handovers;
        this.door = door;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        model.addAttribute("posts", roster.actingPostsOf(caller.code(), caller.at()));
        model.addAttribute("staff", roster.plannable(roster.staffOf(caller)));
        model.addAttribute("rows", handovers.latest(caller));
        return "firstresponsibility/handovers";
    }

    @PostMapping
    String prepare(HandoversController.HandoverRequest request, Caller caller, RedirectAttributes flash) {
        door.prepare(request, caller);
        flash.addFlashAttribute("done", "交班记录已写好，未办结的工单已列入。请签字。");
        return "redirect:/desk/roster/handovers";
    }

    @PostMapping("/{id}/signature")
    String sign(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        door.sign(id, caller);
        flash.addFlashAttribute("done", "已签字。");
        return "redirect:/desk/roster/handovers";
    }
}
