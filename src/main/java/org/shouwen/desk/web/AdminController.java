package org.shouwen.desk.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelDrift;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an administrator looks after: models that differ, notices that did not arrive. */
@Controller
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

    @GetMapping
    String page(Authentication caller, Model model) {
        Reader reader = Reader.of(caller);
        if (reader.isAny(Role.MANAGER) && !reader.isAny(Role.ADMINISTRATOR)) {
            return "redirect:/desk/admin/imports";
        }
        reader.mustBe(Role.ADMINISTRATOR);
        Names names = new Names(roster);
        Set<String> hidden = tickets.about(reader.code());
        List<Notice> dead = notices.deadLetters();
        List<DeadLetter> letters = dead.stream()
                .filter(notice -> !hidden.contains(notice.ticket()))
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
    String resend(@PathVariable long id, Authentication caller, RedirectAttributes flash) {
        Reader.of(caller).mustBe(Role.ADMINISTRATOR);
        notices.resend(id);
        flash.addFlashAttribute("done", "通知 " + id + " 已重新排队发送。");
        return "redirect:/desk/admin";
    }

    @PostMapping("/dead-letters/{id}/discarding")
    String discard(@PathVariable long id, Authentication caller, RedirectAttributes flash) {
        Reader.of(caller).mustBe(Role.ADMINISTRATOR);
        notices.discard(id, caller.getName());
        flash.addFlashAttribute("done", "通知 " + id + " 已放弃发送。");
        return "redirect:/desk/admin";
    }
}
