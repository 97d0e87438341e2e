package org.shouwen.onetimenotice.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.shouwen.estate.Estate;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.Months;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 督办 › 一次性告知: how the one-time rule was kept in a month. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class OneTimeNoticesController {

    private final OneTimeNotices notices;
    private final Tickets tickets;
    private final Estate estate;
    private final Moments moments;

    OneTimeNoticesController(OneTimeNotices notices, Tickets tickets, Estate estate, Moments moments) {
        this.notices = notices;
        this.tickets = tickets;
        this.estate = estate;
        this.moments = moments;
    }

    @GetMapping("/desk/one-time-notices")
    String page(@RequestParam(required = false) String month, Caller reader, Model model) {
        Months months = Months.of(month, moments.month(reader.at()));
        YearMonth shown = months.shown();
        List<Breach> breaches = notices.breaches("", shown);
        Set<String> seen = tickets.visible(breaches.stream().map(Breach::ticket).toList(), reader);
        model.addAttribute("months", months);
        model.addAttribute(
                "results",
                notices.figures("", shown).stream()
                        .filter(figures -> reader.reads(figures.site()))
                        .toList());
        model.addAttribute("estate", estate);
        model.addAttribute(
                "breaches",
                breaches.stream()
                        .filter(breach -> seen.contains(breach.ticket()))
                        .toList());
        return "onetimenotice/month";
    }
}
