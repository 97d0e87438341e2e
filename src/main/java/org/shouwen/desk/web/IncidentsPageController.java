package org.shouwen.desk.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.incident.IncidentFigures;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 事件: what many reported, one text to all of them, and what a month brought. */
@Allowed
@StaffPage
@RequestMapping("/desk/incidents")
class IncidentsPageController {

    private static final int MONTHS = 12;
    private static final int LONGEST_TEXT = 1000;

    private final IncidentBoard board;
    private final IncidentPages pages;
    private final AnnouncementDesk announcements;
    private final Facts facts;
    private final Moments moments;

    /** Where the other facts are. */
    @org.springframework.stereotype.Component
    record Facts(Tickets tickets, TicketDesk desk, Estate estate, Roster roster) {}

    IncidentsPageController(
            IncidentBoard board, IncidentPages pages, AnnouncementDesk announcements, Facts facts, Moments moments) {
        this.board = board;
        this.pages = pages;
        this.announcements = announcements;
        this.facts = facts;
        this.moments = moments;
    }

    /** @param reports how many reported it, the first one included */
    record Row(TicketRow ticket, int reports) {}

    record Figure(String site, String kind, int contacts, int matters, int incidents) {}

    /** @param months to choose from, newest first */
    record Page(List<Row> rows, YearMonth month, List<YearMonth> months, List<Figure> figures) {}

    @GetMapping
    String list(@RequestParam(required = false) String month, Caller caller, Model model) {
        YearMonth shown = month(month);
        Names names = new Names(facts.roster());
        model.addAttribute(
                "page",
                new Page(
                        board.list(shown, caller.code()).stream()
                                .map(row -> new Row(TicketRow.of(row.ticket(), names, moments), row.reports()))
                                .toList(),
                        shown,
                        Stream.iterate(moments.month(moments.now()), last -> last.minusMonths(1))
                                .limit(MONTHS)
                                .toList(),
                        board.figures("", shown).stream().map(this::figure).toList()));
        return "desk/incidents";
    }

    @GetMapping("/{number}")
    String page(@PathVariable String number, Caller caller, Model model) {
        model.addAttribute("page", pages.of(number, caller));
        return "desk/incident";
    }

    @PostMapping("/{number}/announcements")
    String announce(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            Caller caller,
            RedirectAttributes flash) {
        Caller reader = caller;
        TicketRights.mustChange(facts.tickets().get(number), reader, "通报");
        announcements.announce(number, Written.text(text, "text", "通报内容", LONGEST_TEXT), reader.code(), moments.now());
        flash.addFlashAttribute("done", "已开始通知全部报告人；没有邮箱的，首问责任人会收到请电话转告的提醒。");
        return "redirect:/desk/incidents/{number}";
    }

    private Figure figure(IncidentFigures figures) {
        return new Figure(
                facts.estate().siteName(figures.site()),
                facts.desk().kind(figures.kind()).label(),
                figures.contacts(),
                figures.matters(),
                figures.incidents());
    }

    private YearMonth month(String text) {
        return text == null || text.isBlank() ? moments.month(moments.now()) : Written.month(text, "month", "月份");
    }
}
