package org.shouwen.incident.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.estate.Estate;
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
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 事件: what many reported, one text to all of them, and what a month brought. */
@Allowed
@StaffPage
@RequestMapping("/desk/incidents")
class IncidentsPageController {

    private static final int MONTHS = 12;

    private final IncidentBoard board;
    private final IncidentPages pages;
    private final Facts facts;
    private final Moments moments;

    /** Where the other facts are. */
    @org.springframework.stereotype.Component
    record Facts(TicketDesk desk, Estate estate, Roster roster) {}

    IncidentsPageController(IncidentBoard board, IncidentPages pages, Facts facts, Moments moments) {
        this.board = board;
        this.pages = pages;
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
        return "incident/incidents";
    }

    @GetMapping("/{number}")
    String page(@PathVariable String number, Caller caller, Model model) {
        model.addAttribute("page", pages.of(number, caller));
        return "incident/incident";
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
