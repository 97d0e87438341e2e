package org.shouwen.desk.web;

import org.shouwen.notification.DeadLetters;
import org.shouwen.notification.Notices;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.FourEyes;
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
    private final DeadLetters deadLetters;
    private final FourEyes eyes;

    AdminController(ModelDrift drift, Notices notices, DeadLetters deadLetters, FourEyes eyes) {
        this.drift = drift;
        this.notices = notices;
        this.deadLetters = deadLetters;
        this.eyes = eyes;
    }

    @GetMapping
    String page(Caller caller, Model model) {
        DeadLetters.Shown dead = deadLetters.of(caller);
        model.addAttribute("drift", drift.report());
        model.addAttribute("onePair", eyes.onePair());
        model.addAttribute("letters", dead.letters());
        model.addAttribute("letterCount", dead.count());
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
