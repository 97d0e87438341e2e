package org.shouwen.incident.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.deed.DeedDesk;
import org.shouwen.estate.Estate;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.page.Months;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.page.TicketRow;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 事件: what many reported, one text to all of them, and what a month brought. */
@Allowed
@StaffPage
@RequestMapping("/desk/incidents")
class IncidentPages {

    private final IncidentBoard board;
    private final Visits visits;
    private final DeedDesk deeds;
    private final Labels labels;
    private final Privacy privacy;
    private final Moments moments;

    /** What people call kinds and sites. */
    @Component
    record Labels(TicketDesk desk, Estate estate) {

        public String kind(String code) {
            return desk.kind(code).label();
        }

        public String site(String code) {
            return estate.siteName(code);
        }
    }

    IncidentPages(IncidentBoard board, Visits visits, DeedDesk deeds, Labels labels, Privacy privacy, Moments moments) {
        this.board = board;
        this.visits = visits;
        this.deeds = deeds;
        this.labels = labels;
        this.privacy = privacy;
        this.moments = moments;
    }

    /** @param reports how many reported it, the first one included */
    record Row(TicketRow ticket, int reports) {}

    /**
     * One who reported it.
     *
     * @param who name and number, as the reader may see them
     * @param answer what he said when he was asked, or null
     */
    record Report(Ticket ticket, Reporter who, Visit.Outcome answer) {}

    @GetMapping
    String list(
            @RequestParam(required = false) String month,
            Caller caller,
            @ModelAttribute("names") Names names,
            Model model) {
        Months months = Months.of(month, moments.month(caller.at()));
        model.addAttribute(
                "rows",
                board.list(months.shown(), caller).stream()
                        .map(row -> new Row(TicketRow.of(row.ticket(), names, moments), row.reports()))
                        .toList());
        model.addAttribute("months", months);
        model.addAttribute("figures", board.figures("", months.shown(), caller));
        model.addAttribute("labels", labels);
        return "incident/incidents";
    }

    /** Who reported it, the first one first, then as they came; what all were told, and what they answered. */
    @GetMapping("/{number}")
    String page(@PathVariable String number, Caller reader, @ModelAttribute("names") Names names, Model model) {
        IncidentBoard.Incident incident = board.get(number);
        Ticket ticket = incident.ticket();
        List<Ticket> all =
                Stream.concat(Stream.of(ticket), incident.followers().stream()).toList();
        Map<String, Visit.Outcome> outcomes =
                visits.outcomes(all.stream().map(Ticket::number).toList());
        model.addAttribute("row", TicketRow.of(ticket, names, moments));
        model.addAttribute("disclosure", privacy.inList(ticket, reader));
        model.addAttribute("kind", labels.kind(ticket.kind()));
        model.addAttribute("incident", incident);
        model.addAttribute(
                "reporters",
                all.stream()
                        .map(reported -> new Report(
                                reported, privacy.inList(reported, reader).reporter(), outcomes.get(reported.number())))
                        .toList());
        Map<Visit.Outcome, Integer> answers = new EnumMap<>(Visit.Outcome.class);
        outcomes.values().forEach(outcome -> answers.merge(outcome, 1, Integer::sum));
        model.addAttribute("answers", answers);
        model.addAttribute(
                "asked",
                all.stream().filter(one -> one.status() == Status.VISIT_DUE).count());
        model.addAttribute(
                "announce",
                deeds.form(IncidentDeeds.ANNOUNCE, ticket, reader, "").orElse(null));
        return "incident/incident";
    }
}
