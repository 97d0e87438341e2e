package org.shouwen.desk.web;

import java.util.Comparator;
import java.util.List;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person was told. */
@Allowed
@StaffPage
@RequestMapping("/desk/inbox")
class InboxController {

    private static final int SIZE = 30;

    private final Inbox inbox;
    private final Moments moments;

    InboxController(Inbox inbox, Moments moments) {
        this.inbox = inbox;
        this.moments = moments;
    }

    record Message(long id, String ticket, String subject, String body, String at, boolean read) {}

    /** @param next what to hand in as {@code after} for older notices, or null */
    record Listing(List<Message> messages, Long next, boolean later) {}

    @GetMapping
    String list(@RequestParam(required = false) Long after, Caller caller, Model model) {
        Inbox.Page page = inbox.page(caller.code(), SIZE, after);
        model.addAttribute(
                "listing",
                new Listing(
                        page.items().stream()
                                .sorted(Comparator.comparing(Notice::isRead))
                                .map(this::message)
                                .toList(),
                        page.next(),
                        after != null));
        return "desk/inbox";
    }

    /** @param open whether the person goes on to the ticket */
    @PostMapping("/{id}/read")
    String markRead(
            @PathVariable long id,
            @RequestParam(required = false) String open,
            Caller caller,
            RedirectAttributes target) {
        inbox.markRead(caller.code(), id, moments.now());
        if (open == null) {
            return "redirect:/desk/inbox";
        }
        target.addAttribute("number", open);
        return "redirect:/desk/tickets/{number}";
    }

    @PostMapping("/read")
    String markAllRead(Caller caller, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "已把 " + inbox.markAllRead(caller.code(), moments.now()) + " 条通知标为已读。");
        return "redirect:/desk/inbox";
    }

    private Message message(Notice notice) {
        return new Message(
                notice.id(),
                notice.ticket(),
                notice.subject(),
                notice.body(),
                moments.text(notice.createdAt()),
                notice.isRead());
    }
}
