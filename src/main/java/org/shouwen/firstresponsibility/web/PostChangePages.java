package org.shouwen.firstresponsibility.web;

import java.util.List;
import org.shouwen.firstresponsibility.PostChange;
import org.shouwen.firstresponsibility.PostChangeDesk;
import org.shouwen.firstresponsibility.PostChanges;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 值班 › 监交. */
@Allowed
@StaffPage
@RequestMapping("/desk/roster/post-changes")
class PostChangePages {

    private final Roster roster;
    private final PostChangeDesk desk;
    private final PostChanges changes;
    private final PostChangesController door;

    PostChangePages(Roster roster, PostChangeDesk desk, PostChanges changes, PostChangesController door) {
        this.roster = roster;
        this.desk = desk;
        this.changes = changes;
        this.door = door;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        List<Post> posts = desk.posts(caller);
        model.addAttribute("oversees", !posts.isEmpty());
        model.addAttribute("posts", posts);
        // A post may go to somebody new, and the witness may come from elsewhere
        model.addAttribute("staff", roster.plannable(roster.allStaff()));
        List<PostChange> rows = changes.latest(caller);
        model.addAttribute("rows", rows);
        model.addAttribute(
                "withdrawable",
                rows.stream()
                        .filter(change -> desk.mayWithdraw(change, caller))
                        .map(PostChange::id)
                        .toList());
        return "firstresponsibility/post-changes";
    }

    @PostMapping
    String prepare(PostChangesController.PostChangeRequest request, Caller caller, RedirectAttributes flash) {
        door.prepare(request, caller);
        flash.addFlashAttribute("done", "记录已写好，三方签字后生效。");
        return "redirect:/desk/roster/post-changes";
    }

    @PostMapping("/{id}/signature")
    String sign(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        door.sign(id, caller);
        flash.addFlashAttribute("done", "已签字；三方签完即生效。");
        return "redirect:/desk/roster/post-changes";
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(
            @PathVariable long id,
            PostChangesController.WithdrawalRequest request,
            Caller caller,
            RedirectAttributes flash) {
        door.withdraw(id, request, caller);
        flash.addFlashAttribute("done", "已撤回，三方都已收到通知。");
        return "redirect:/desk/roster/post-changes";
    }
}
