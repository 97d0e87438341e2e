package org.shouwen.desk.web;

import java.util.List;
import java.util.Set;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
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
    private final Roster roster;
    private final Moments moments;

    AdminController(ModelDrift drift, Notices notices, Tickets tickets, Roster roster, Moments moments) {
        this.drift = drift;
        this.notices = notices;
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    record DeadLetter(
            long id, String ticket, String at, String subject, String addressee, String address, String problem) {}

    @Allowed({Role.MANAGER, Role.ADMINISTRATOR})
    @GetMapping
    String page(Caller caller, Model model) {
        Caller reader = caller;
        if (!reader.isAny(Role.ADMINISTRATOR)) {
            return "redirect:/desk/admin/imports";
        }
        Names names = new Names(roster);
        List<Notice> dead = notices.deadLetters();
        Set<String> seen = tickets.visible(dead.stream().map(Notice::ticket).toList(), reader);
        List<DeadLetter> letters = dead.stream()
                .filter(notice -> seen.contains(notice.ticket()))
                .map(notice -> letter(notice, names))
                .toList();
        model.addAttribute("drift", drift.report());
        model.addAttribute("letters", letters);
        model.addAttribute("letterCount", notices.deadLetterCount() - (dead.size() - letters.size()));
        return "desk/admin";
    }

    private DeadLetter letter(Notice notice, Names names) {
        return new DeadLetter(
                notice.id(),
                notice.ticket(),
                moments.text(notice.createdAt()),
                notice.subject(),
                names.of(notice.addressee()),
                notice.address(),
                notice.lastError());
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
