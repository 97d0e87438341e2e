package org.shouwen.onetimenotice.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.onetimenotice.Breach;
import org.shouwen.onetimenotice.NoticeFigures;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 督办 › 一次性告知: how the one-time rule was kept in a month. */
@Allowed({Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
class OneTimeNoticesController {

    private static final int MONTHS = 12;

    private final OneTimeNotices notices;
    private final Tickets tickets;
    private final Estate estate;
    private final Roster roster;
    private final Moments moments;

    OneTimeNoticesController(OneTimeNotices notices, Tickets tickets, Estate estate, Roster roster, Moments moments) {
        this.notices = notices;
        this.tickets = tickets;
        this.estate = estate;
        this.roster = roster;
        this.moments = moments;
    }

    record Result(String site, int notices, int received, int kept, int breaches) {}

    /** @param months to choose from, newest first */
    record Page(YearMonth month, List<YearMonth> months, List<Result> results, List<BreachRow> breaches) {}

    @GetMapping("/desk/one-time-notices")
    String page(@RequestParam(required = false) String month, Caller reader, Model model) {
        YearMonth now = moments.month(reader.at());
        YearMonth shown = month == null || month.isBlank() ? now : Written.month(month, "month", "月份");
        List<Breach> breaches = notices.breaches("", shown);
        Set<String> seen = tickets.visible(breaches.stream().map(Breach::ticket).toList(), reader);
        model.addAttribute(
                "page",
                new Page(
                        shown,
                        Stream.iterate(now, last -> last.minusMonths(1))
                                .limit(MONTHS)
                                .toList(),
                        notices.figures("", shown).stream().map(this::result).toList(),
                        BreachRow.of(
                                breaches.stream()
                                        .filter(breach -> seen.contains(breach.ticket()))
                                        .toList(),
                                new Names(roster),
                                moments)));
        return "onetimenotice/month";
    }

    private Result result(NoticeFigures figures) {
        return new Result(
                estate.siteName(figures.site()),
                figures.notices(),
                figures.received(),
                figures.kept(),
                figures.breaches());
    }
}
