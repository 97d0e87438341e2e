package org.shouwen.onetimenotice.web;

import org.shouwen.deed.DeedDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A ticket's one-time notice, item by item, and its receipt. */
@Allowed
@StaffPage
class NoticePageController {

    static final String PAGE = "/desk/tickets/{number}/notice";

    private final OneTimeNotices notices;
    private final DeedDesk deeds;
    private final Tickets tickets;
    private final Privacy privacy;

    NoticePageController(OneTimeNotices notices, DeedDesk deeds, Tickets tickets, Privacy privacy) {
        this.notices = notices;
        this.deeds = deeds;
        this.tickets = tickets;
        this.privacy = privacy;
    }

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller caller, Model model) {
        Ticket ticket = tickets.get(number);
        model.addAttribute("location", ticket.facts().location());
        model.addAttribute("notice", notices.get(number));
        model.addAttribute("disclosure", privacy.of(ticket, caller));
        model.addAttribute("breaches", notices.breaches(number));
        model.addAttribute("forms", deeds.forms(ticket, caller, PAGE, ""));
        return "onetimenotice/notice";
    }
}
