package org.shouwen.desk.web;

import org.shouwen.firstresponsibility.ResponsibilityDesk;
import org.shouwen.problem.Written;
import org.shouwen.wording.Moments;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A word left on a ticket. */
@Controller
class TicketNotesController {

    private final ResponsibilityDesk desk;
    private final Moments moments;

    TicketNotesController(ResponsibilityDesk desk, Moments moments) {
        this.desk = desk;
        this.moments = moments;
    }

    @PostMapping("/desk/tickets/{number}/notes")
    String note(
            @PathVariable String number,
            @RequestParam(required = false) String text,
            Authentication caller,
            RedirectAttributes flash) {
        desk.note(number, Written.text(text, "text", "留言", 1000), caller.getName(), moments.now());
        flash.addFlashAttribute("done", "已留言，写在“经过”里。");
        return "redirect:/desk/tickets/{number}";
    }
}
