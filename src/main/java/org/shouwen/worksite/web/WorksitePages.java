package org.shouwen.worksite.web;

import java.util.Comparator;
import java.util.List;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.GateOrders;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Report;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 装修现场: what was found there, and the list of what is to be patrolled. */
@Allowed
@StaffPage
class WorksitePages {

    static final String PAGE = "/desk/renovations/{number}/site";

    private final Worksites worksites;
    private final Violations violations;
    private final Rules rules;
    private final Tickets tickets;
    private final DeedDesk deeds;

    /** What follows from what is kept. */
    @Component
    record Rules(PatrolDesk patrols, GateOrders gate, FilingDesk filing) {}

    WorksitePages(Worksites worksites, Violations violations, Rules rules, Tickets tickets, DeedDesk deeds) {
        this.worksites = worksites;
        this.violations = violations;
        this.rules = rules;
        this.tickets = tickets;
        this.deeds = deeds;
    }

    /**
     * @param notice null where it is not told in writing
     * @param restoration how it is recorded that it was put right after it had been reported; null where it cannot be
     */
    record ViolationRow(Violation violation, Rectification notice, List<Report> reports, Form restoration) {}

    @GetMapping("/desk/patrols")
    String patrols(Caller reader, Model model) {
        model.addAttribute("rows", rules.patrols().due(reader));
        return "worksite/patrols";
    }

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = tickets.get(number);
        Worksite worksite = worksites.get(number);
        model.addAttribute("location", ticket.facts().location());
        model.addAttribute("site", worksite);
        model.addAttribute("frequency", rules.patrols().frequency(worksite).source());
        model.addAttribute("gate", rules.gate().of(number, reader.at()).orElse(null));
        model.addAttribute("patrols", worksites.patrols(number));
        model.addAttribute(
                "violations",
                violations.ofTicket(number).stream()
                        .sorted(Comparator.comparing(Violation::open)
                                .thenComparing(Violation::id)
                                .reversed())
                        .map(violation -> row(violation, ticket, reader))
                        .toList());
        model.addAttribute("inspections", worksites.inspections(number));
        model.addAttribute(
                "missing",
                worksite.passed().isPresent() && worksite.filed().isEmpty()
                        ? rules.filing().missing(number)
                        : List.of());
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "worksite/worksite";
    }

    private ViolationRow row(Violation violation, Ticket ticket, Caller reader) {
        return new ViolationRow(
                violation,
                violations.rectificationOf(violation.id()).orElse(null),
                violations.reports(violation.id()),
                violation.open() || violation.rectified()
                        ? null
                        : deeds.form(WorksiteDeeds.RESTORATION, String.valueOf(violation.id()), ticket, reader)
                                .orElse(null));
    }
}
