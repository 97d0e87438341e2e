package org.shouwen.worksite.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Form;
import org.shouwen.page.Names;
import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.GateOrders;
import org.shouwen.worksite.Inspection;
import org.shouwen.worksite.Patrol;
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

    /** Whoever has more sites looks at his own tasks. */
    private static final int MOST = 200;

    private final Worksites worksites;
    private final Violations violations;
    private final Rules rules;
    private final Office office;
    private final DeedDesk deeds;

    /** What follows from what is kept. */
    @Component
    record Rules(PatrolDesk patrols, GateOrders gate, FilingDesk filing) {}

    /** Who, where and when. */
    @Component
    record Office(Tickets tickets, Roster roster, Moments moments) {}

    WorksitePages(Worksites worksites, Violations violations, Rules rules, Office office, DeedDesk deeds) {
        this.worksites = worksites;
        this.violations = violations;
        this.rules = rules;
        this.office = office;
        this.deeds = deeds;
    }

    record PatrolRow(
            String at, String who, String outcome, boolean wrong, String phase, String points, String remark) {}

    /** @param restoration how it is recorded that it was put right after it had been reported; null where it cannot be */
    record ViolationRow(
            long id,
            String kind,
            String gravity,
            String state,
            boolean open,
            String found,
            String what,
            String spot,
            String basis,
            String rectifyBy,
            String gate,
            String notice,
            String delivery,
            String reportDue,
            List<String> reports,
            Form restoration) {}

    record InspectionRow(String at, String who, boolean passed, String defects, String remark) {}

    /**
     * @param patrolDue when the next patrol has to have been there; null where nobody works any more
     * @param gate what the gate refuses now, or null
     * @param missing what the file lacks; empty also while people work
     */
    record Page(
            String number,
            String location,
            String stage,
            String phase,
            String frequency,
            String patrolDue,
            boolean patrolLate,
            String gate,
            boolean atWork,
            List<PatrolRow> patrols,
            List<ViolationRow> violations,
            List<InspectionRow> inspections,
            List<String> missing) {}

    /** A site that is to be patrolled. */
    record DueRow(
            String number,
            String location,
            String phase,
            String last,
            String due,
            String remaining,
            boolean late,
            long unsettled) {}

    @GetMapping("/desk/patrols")
    String patrols(Caller reader, Model model) {
        model.addAttribute("rows", due(reader));
        return "worksite/patrols";
    }

    @GetMapping(PAGE)
    String page(@PathVariable String number, Caller reader, Model model) {
        Ticket ticket = office.tickets().get(number);
        model.addAttribute("page", of(ticket, reader));
        model.addAttribute("forms", deeds.forms(ticket, reader, PAGE, ""));
        return "worksite/worksite";
    }

    private Page of(Ticket ticket, Caller reader) {
        String number = ticket.number();
        Worksite worksite = worksites.get(number);
        Names names = new Names(office.roster());
        return new Page(
                number,
                ticket.facts().location(),
                stage(worksite),
                worksite.phase().label(),
                rules.patrols().frequency(worksite).source(),
                worksite.atWork() ? office.moments().text(worksite.patrolDue()) : null,
                late(worksite),
                rules.gate()
                        .of(number, office.moments().now())
                        .map(order -> order.sentence() + "（" + order.basis() + "）")
                        .orElse(null),
                worksite.atWork(),
                worksites.patrols(number).stream()
                        .map(patrol -> row(patrol, names))
                        .toList(),
                violations.ofTicket(number).stream()
                        .sorted(Comparator.comparing(Violation::open)
                                .thenComparing(Violation::id)
                                .reversed())
                        .map(violation -> row(violation, names, ticket, reader))
                        .toList(),
                worksites.inspections(number).stream()
                        .map(inspection -> row(inspection, names))
                        .toList(),
                worksite.passed().isPresent() && worksite.filed().isEmpty()
                        ? rules.filing().missing(number)
                        : List.of());
    }

    /** @return sites where people work, first due first, that the reader sees */
    private List<DueRow> due(Caller reader) {
        Stream<String> sites = reader.readsEverySite() ? Stream.of("") : reader.sites().stream();
        List<Worksite> atWork = sites.flatMap(site -> worksites.atWork(site, MOST).stream())
                .sorted(Comparator.comparing(Worksite::patrolDue).thenComparing(Worksite::ticket))
                .toList();
        Set<String> seen =
                office.tickets().visible(atWork.stream().map(Worksite::ticket).toList(), reader);
        return atWork.stream()
                .filter(worksite -> seen.contains(worksite.ticket()))
                .map(worksite -> new Site(worksite, office.tickets().get(worksite.ticket())))
                .filter(site -> !site.ticket().status().isFinal())
                .map(site -> row(site.worksite(), site.ticket()))
                .toList();
    }

    private record Site(Worksite worksite, Ticket ticket) {}

    private DueRow row(Worksite worksite, Ticket ticket) {
        return new DueRow(
                worksite.ticket(),
                ticket.facts().location(),
                worksite.phase().label(),
                worksites.patrols(worksite.ticket()).stream()
                        .findFirst()
                        .map(last -> office.moments().text(last.at()) + "，"
                                + last.outcome().label())
                        .orElse("还没有"),
                office.moments().text(worksite.patrolDue()),
                office.moments().remaining(worksite.patrolDue()),
                late(worksite),
                violations.ofTicket(worksite.ticket()).stream()
                        .filter(Violation::unsettled)
                        .count());
    }

    private boolean late(Worksite worksite) {
        return worksite.atWork() && office.moments().now().isAfter(worksite.patrolDue());
    }

    private static String stage(Worksite worksite) {
        if (worksite.filed().isPresent()) {
            return "已归档";
        }
        if (worksite.passed().isPresent()) {
            return "验收合格，待归档";
        }
        return worksite.completionReported().isPresent() ? "已报完工，待验收" : "施工中";
    }

    private PatrolRow row(Patrol patrol, Names names) {
        return new PatrolRow(
                office.moments().text(patrol.at()),
                names.of(patrol.by()),
                patrol.outcome().label(),
                patrol.outcome() == Patrol.Outcome.VIOLATION || patrol.outcome() == Patrol.Outcome.REFUSED,
                patrol.phase() == null ? "" : patrol.phase().label(),
                patrol.points().stream().sorted().map(Patrol.Point::label).collect(Collectors.joining("、")),
                patrol.remark());
    }

    private ViolationRow row(Violation violation, Names names, Ticket ticket, Caller reader) {
        var notice = violations.rectificationOf(violation.id());
        return new ViolationRow(
                violation.id(),
                violation.found().kind().label(),
                violation.ruling().gravity().label(),
                violation.state(),
                violation.unsettled(),
                office.moments().text(violation.found().at()) + " "
                        + names.of(violation.found().by()),
                violation.found().what(),
                violation.found().spot().label(),
                violation.ruling().basis(),
                office.moments().text(violation.ruling().rectifyBy()),
                violation.ruling().gate().label(),
                notice.map(Rectification::number).orElse(null),
                notice.map(issued -> issued.delivery().map(this::delivered).orElse("还没有送达"))
                        .orElse(null),
                violation.reportDue().map(office.moments()::text).orElse(null),
                violations.reports(violation.id()).stream()
                        .map(WorksitePages::reported)
                        .toList(),
                violation.open() || violation.rectified()
                        ? null
                        : deeds.form(WorksiteDeeds.RESTORATION, String.valueOf(violation.id()), ticket, reader)
                                .orElse(null));
    }

    private String delivered(Rectification.Delivery delivery) {
        return "%s %s，%s%s"
                .formatted(
                        office.moments().text(delivery.at()),
                        delivery.proof().label(),
                        delivery.receiver().label(),
                        delivery.reference() == null ? "" : "，凭据 " + delivery.reference());
    }

    private static String reported(Report report) {
        return report.receiver() + "，回执 " + report.receipt();
    }

    private InspectionRow row(Inspection inspection, Names names) {
        return new InspectionRow(
                office.moments().text(inspection.at()),
                names.of(inspection.by()),
                inspection.passed(),
                inspection.defects().stream()
                        .sorted()
                        .map(Inspection.Defect::label)
                        .collect(Collectors.joining("、")),
                inspection.remark());
    }
}
