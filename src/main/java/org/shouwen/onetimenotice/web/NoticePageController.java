package org.shouwen.onetimenotice.web;

import org.shouwen.deed.DeedDesk;
import org.shouwen.onetimenotice.NoticeSheets;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A ticket's one-time notice, item by item, and its receipt. */
@Allowed
@StaffPage
class NoticePageController {

    static final String PAGE = "/desk/tickets/{number}/notice";

    private final OneTimeNotices notices;
    private final NoticeSheets sheets;
    private final DeedDesk deeds;
    private final Tickets tickets;
    private final Roster roster;
    private final Moments moments;

    NoticePageController(
            OneTimeNotices notices,
            NoticeSheets sheets,
            DeedDesk deeds,
            Tickets tickets,
            Roster roster,
            Moments moments) {
        this.notices = notices;
        this.sheets = sheets;
        this.deeds = deeds;
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller caller, Model model) {
        Ticket ticket = tickets.get(number);
        model.addAttribute("location", ticket.facts().location());
        model.addAttribute("sheet", sheets.of(notices.get(number)));
        model.addAttribute("breaches", BreachRow.of(notices.breaches(number), new Names(roster), moments));
        model.addAttribute("forms", deeds.forms(ticket, caller, PAGE, ""));
        return "onetimenotice/notice";
    }
}
