package org.shouwen.returnvisit.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.shouwen.estate.Estate;
import org.shouwen.page.Months;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.returnvisit.RainDesk;
import org.shouwen.returnvisit.Rains;
import org.shouwen.returnvisit.VisitLists;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回访: what is still to be asked, the rain, and what came of a month's visits. */
@Allowed({Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
@StaffPage
@RequestMapping("/desk/visits")
class ReturnVisitsController {

    private final VisitLists lists;
    private final RainDesk rain;
    private final Facts facts;
    private final Moments moments;

    /** Where the other facts are. */
    @Component
    record Facts(Rains rains, Tickets tickets, Estate estate, Roster roster, Privacy privacy) {}

    ReturnVisitsController(VisitLists lists, RainDesk rain, Facts facts, Moments moments) {
        this.lists = lists;
        this.rain = rain;
        this.facts = facts;
        this.moments = moments;
    }

    /** @param who in full on the list of those who have to call him, else as the reader may see him */
    record Row(VisitLists.Waiting waiting, Ticket ticket, Reporter who) {}

    @GetMapping
    String page(
            @RequestParam(defaultValue = "mine") String tab,
            @RequestParam(required = false) String month,
            Caller caller,
            Model model) {
        boolean mine = !tab.equals("all");
        Months months = Months.of(month, moments.month(caller.at()));
        List<VisitLists.Waiting> waiting = mine ? lists.waitingFor(caller, "") : lists.waiting(caller, "");
        model.addAttribute("mine", mine);
        model.addAttribute(
                "rows", waiting.stream().map(item -> row(item, mine, caller)).toList());
        model.addAttribute(
                "rains",
                facts.roster().postsOf(caller.code()).stream()
                        .map(Post::site)
                        .distinct()
                        .sorted()
                        .collect(Collectors.toMap(
                                site -> site, facts.rains()::last, (one, same) -> one, LinkedHashMap::new)));
        model.addAttribute("estate", facts.estate());
        model.addAttribute("today", moments.today());
        model.addAttribute("months", months);
        model.addAttribute("results", lists.figures("", months.shown(), caller));
        return "returnvisit/visits";
    }

    @Allowed({Role.FRONT_DESK, Role.LEAD, Role.SUPERVISOR, Role.MANAGER})
    @PostMapping("/rain")
    String rain(@RequestParam String site, @RequestParam String date, Caller caller, RedirectAttributes flash) {
        int visits = rain.declare(site, day(date), caller.code(), caller.at());
        flash.addFlashAttribute("done", visits == 0 ? "已登记下雨，没有等雨后回访的渗漏。" : "已登记下雨，有 " + visits + " 张渗漏工单开始雨后回访。");
        return "redirect:/desk/visits";
    }

    private Row row(VisitLists.Waiting item, boolean mine, Caller reader) {
        Ticket ticket = facts.tickets().get(item.visit().ticket());
        Privacy privacy = facts.privacy();
        return new Row(item, ticket, (mine ? privacy.forCall(ticket) : privacy.inList(ticket, reader)).reporter());
    }

    private static LocalDate day(String text) {
        return Typed.date(text).orElseThrow(() -> Refusal.invalid("date-invalid", "date", "请选择下雨的日期"));
    }
}
