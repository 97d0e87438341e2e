package org.shouwen.returnvisit.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.returnvisit.RainDesk;
import org.shouwen.returnvisit.Rains;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.VisitFigures;
import org.shouwen.returnvisit.VisitLists;
import org.shouwen.returnvisit.Visitors;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.PhonePrivacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
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

    private static final int MONTHS = 12;

    private final VisitLists lists;
    private final RainDesk rain;
    private final Facts facts;
    private final Moments moments;

    /** Where the other facts are. */
    @org.springframework.stereotype.Component
    record Facts(Rains rains, Tickets tickets, Estate estate, Roster roster) {}

    ReturnVisitsController(VisitLists lists, RainDesk rain, Facts facts, Moments moments) {
        this.lists = lists;
        this.rain = rain;
        this.facts = facts;
        this.moments = moments;
    }

    /**
     * @param resident name and phone; in full on the list of those who have to call him, else as privacy has it (D13)
     */
    record Row(
            String number,
            String location,
            String resident,
            String category,
            String occasion,
            String method,
            String who,
            String due,
            String remaining,
            boolean late,
            String next) {}

    /** @param last the last rain declared there, or null */
    record Site(String code, String name, String last) {}

    record Result(String site, int due, int visited, int unreached, String visitedRate, String satisfiedRate) {}

    /**
     * @param mine whether only the reader's own are shown
     * @param months to choose from, newest first
     */
    record Page(
            boolean mine,
            List<Row> rows,
            List<Site> sites,
            String today,
            YearMonth month,
            List<YearMonth> months,
            List<Result> results) {}

    @GetMapping
    String page(
            @RequestParam(defaultValue = "mine") String tab,
            @RequestParam(required = false) String month,
            Caller caller,
            Model model) {
        boolean mine = !tab.equals("all");
        YearMonth shown = month(month);
        List<VisitLists.Waiting> waiting = mine ? lists.waitingFor(caller, "") : lists.waiting(caller, "");
        Names names = new Names(facts.roster());
        model.addAttribute(
                "page",
                new Page(
                        mine,
                        waiting.stream()
                                .map(item -> row(item, mine, caller, names))
                                .toList(),
                        sites(caller.code()),
                        moments.today().toString(),
                        shown,
                        Stream.iterate(moments.month(moments.now()), last -> last.minusMonths(1))
                                .limit(MONTHS)
                                .toList(),
                        lists.figures("", shown).stream().map(this::result).toList()));
        return "returnvisit/visits";
    }

    @PostMapping("/rain")
    String rain(@RequestParam String site, @RequestParam String date, Caller caller, RedirectAttributes flash) {
        int visits = rain.declare(site, day(date), caller.code(), caller.at());
        flash.addFlashAttribute("done", visits == 0 ? "已登记下雨，没有等雨后回访的渗漏。" : "已登记下雨，有 " + visits + " 张渗漏工单开始雨后回访。");
        return "redirect:/desk/visits";
    }

    private Row row(VisitLists.Waiting item, boolean mine, Caller reader, Names names) {
        Visit visit = item.visit();
        Ticket ticket = facts.tickets().get(visit.ticket());
        Reporter reporter = ticket.facts().intake().reporter();
        boolean late = visit.due() != null && moments.now().isAfter(visit.due());
        return new Row(
                visit.ticket(),
                ticket.facts().location(),
                reporter.name() + " " + (mine ? reporter.phone() : PhonePrivacy.phone(ticket, reader)),
                ticket.facts().categoryLabel(),
                visit.occasion().label(),
                visit.rule().method().label(),
                who(item.asked(), names),
                moments.text(visit.due()),
                visit.due() == null ? "" : moments.remaining(visit.due()),
                late,
                moments.text(visit.nextAttempt()));
    }

    private String who(Visitors.Asked asked, Names names) {
        return asked.person() != null
                ? names.of(asked.person())
                : asked.posts().stream().map(names::post).collect(Collectors.joining("、"));
    }

    /** @return the sites where the person has a post */
    private List<Site> sites(String staff) {
        return facts.roster().postsOf(staff).stream()
                .map(Post::site)
                .distinct()
                .sorted()
                .map(site -> new Site(
                        site,
                        facts.estate().siteName(site),
                        facts.rains()
                                .last(site)
                                .map(last -> last.day().toString())
                                .orElse(null)))
                .toList();
    }

    private Result result(VisitFigures figures) {
        return new Result(
                facts.estate().siteName(figures.site()),
                figures.due(),
                figures.visited(),
                figures.unreached(),
                percent(figures.visitedRate()),
                percent(figures.satisfiedRate()));
    }

    private static String percent(Integer rate) {
        return rate == null ? "—" : rate + "%";
    }

    private YearMonth month(String text) {
        try {
            return text == null || text.isBlank() ? moments.month(moments.now()) : YearMonth.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("month-invalid", "month", "请选择月份，例如 2026-11");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.invalid("date-invalid", "date", "请选择下雨的日期");
        }
    }
}
