package org.shouwen.notification.web;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import org.shouwen.notification.Inbox;
import org.shouwen.notification.Notice;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
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
    private final Tickets tickets;
    private final Privacy privacy;

    InboxController(Inbox inbox, Tickets tickets, Privacy privacy) {
        this.inbox = inbox;
        this.tickets = tickets;
        this.privacy = privacy;
    }

    /** @param body as the reader may read it by now */
    record Message(Notice notice, String body) {}

    @GetMapping
    String list(@RequestParam(required = false) Long after, Caller caller, Model model) {
        Inbox.Page page = inbox.page(caller.code(), SIZE, after);
        Map<String, Ticket> about = tickets.all(page.items().stream()
                .map(Notice::ticket)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        model.addAttribute(
                "messages",
                page.items().stream()
                        .sorted(Comparator.comparing(Notice::isRead))
                        .map(notice -> new Message(notice, body(notice, about, caller)))
                        .toList());
        model.addAttribute("next", page.next());
        model.addAttribute("later", after != null);
        return "notification/inbox";
    }

    /** Of no ticket are, for example, proposals of rules. */
    private String body(Notice notice, Map<String, Ticket> about, Caller reader) {
        Ticket ticket = notice.ticket() == null ? null : about.get(notice.ticket());
        return ticket == null
                ? notice.body()
                : privacy.told(ticket, notice.createdAt(), reader).within(notice.body());
    }

    /** @param open whether the person goes on to the ticket */
    @PostMapping("/{id}/read")
    String markRead(
            @PathVariable long id,
            @RequestParam(required = false) String open,
            Caller caller,
            RedirectAttributes target) {
        inbox.markRead(caller.code(), id, caller.at());
        if (open == null) {
            return "redirect:/desk/inbox";
        }
        target.addAttribute("number", open);
        return "redirect:/desk/tickets/{number}";
    }

    @PostMapping("/read")
    String markAllRead(Caller caller, RedirectAttributes flash) {
        flash.addFlashAttribute("done", "已把 " + inbox.markAllRead(caller.code(), caller.at()) + " 条通知标为已读。");
        return "redirect:/desk/inbox";
    }
}
