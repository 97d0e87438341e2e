package org.shouwen.desk.web;

import java.util.List;
import java.util.Set;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.ModelDrift;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator looks after: models that differ, notices that did not arrive. */
@Allowed(Role.ADMINISTRATOR)
@StaffPage
@RequestMapping("/desk/admin")
class AdminController {

    private final ModelDrift drift;
    private final Notices notices;
    private final Tickets tickets;

    AdminController(ModelDrift drift, Notices notices, Tickets tickets) {
        this.drift = drift;
        this.notices = notices;
        this.tickets = tickets;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        List<Notice> dead = notices.deadLetters();
        Set<String> seen = tickets.visible(dead.stream().map(Notice::ticket).toList(), caller);
        List<Notice> letters =
                dead.stream().filter(notice -> seen.contains(notice.ticket())).toList();
        model.addAttribute("drift", drift.report());
        model.addAttribute("letters", letters);
        model.addAttribute("letterCount", notices.deadLetterCount() - (dead.size() - letters.size()));
        return "desk/admin";
    }

    @PostMapping("/dead-letters/{id}/resending")
    String resend(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        notices.resend(id);
        flash.addFlashAttribute("done", "通知 " + id + " 已重新排队发送。");
        return "redirect:/desk/admin";
    }

    @PostMapping("/dead-letters/{id}/discarding")
    String discard(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        notices.discard(id, caller.code());
        flash.addFlashAttribute("done", "通知 " + id + " 已放弃发送。");
        return "redirect:/desk/admin";
    }
}
