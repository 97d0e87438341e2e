package org.shouwen.worksite.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Report;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.Violations;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The site of a renovation over HTTP; patrols, deliveries, inspections and reports are steps of its flows. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "renovations")
class WorksiteController {

    private static final int LONGEST_REMARK = 500;

    private final Sites sites;
    private final ViolationDesk violations;
    private final CompletionDesk completion;
    private final Tickets tickets;
    private final Edge edge;

    /** What is kept of a site, and what its file lacks. */
    @org.springframework.stereotype.Component
    record Sites(Worksites worksites, Violations violations, FilingDesk filing) {}

    /** Where requests meet the clock and the person. */
    @org.springframework.stereotype.Component("worksiteEdge")
    record Edge(
            Acting acting,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

        OffsetDateTime local(Instant at) {
            return at.atZone(zone).toOffsetDateTime();
        }

        OffsetDateTime local(Optional<Instant> at) {
            return at.map(this::local).orElse(null);
        }
    }

    WorksiteController(Sites sites, ViolationDesk violations, CompletionDesk completion, Tickets tickets, Edge edge) {
        this.sites = sites;
        this.violations = violations;
        this.completion = completion;
        this.tickets = tickets;
        this.edge = edge;
    }

    record PatrolView(OffsetDateTime at, String by, String outcome, String phase, List<String> points, String remark) {}

    /** @param notice number of the 整改通知书, or null */
    record ViolationView(
            long id,
            String kind,
            String gravity,
            String what,
            String spot,
            OffsetDateTime foundAt,
            String basis,
            String gate,
            OffsetDateTime rectifyBy,
            String notice,
            boolean delivered,
            OffsetDateTime reportDue,
            String result,
            boolean rectified,
            List<Report> reports) {}

    /** @param missing what the file lacks, as people read it */
    record SiteView(
            String phase,
            OffsetDateTime patrolDue,
            OffsetDateTime completionReported,
            OffsetDateTime passed,
            OffsetDateTime depositReturned,
            OffsetDateTime filed,
            List<PatrolView> patrols,
            List<ViolationView> violations,
            List<String> missing) {}

    @GetMapping("/site")
    @Operation(summary = "The site of a renovation: patrols, violations, inspection, what its file lacks")
    SiteView site(@PathVariable String number, Caller caller) {
        Worksite worksite = sites.worksites().get(number);
        return new SiteView(
                worksite.phase().name(),
                edge.local(worksite.patrolDue()),
                edge.local(worksite.completionReported()),
                edge.local(worksite.passed()),
                edge.local(worksite.depositReturned()),
                edge.local(worksite.filed()),
                sites.worksites().patrols(number).stream().map(this::view).toList(),
                sites.violations().ofTicket(number).stream().map(this::view).toList(),
                sites.filing().missing(number));
    }

    /**
     * @param violation one of the kinds of violation
     * @param spot STOPPED, DONE or REFUSED
     */
    record ViolationRequest(String violation, String what, String photo, String spot) {}

    @PostMapping("/violations")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Records a violation that was spoken of on the spot; what follows is said by the table")
    ViolationView found(@PathVariable String number, @RequestBody ViolationRequest request, Caller caller) {
        return view(violations.record(
                number,
                Violation.Found.written(
                        request.violation,
                        request.what,
                        request.photo,
                        request.spot,
                        edge.acting().when(),
                        edge.acting().who())));
    }

    record RestorationRequest(String remark) {}

    @PostMapping("/violations/{id}/restoration")
    @Operation(summary = "What was reported has been put right after all")
    SiteView restored(
            @PathVariable String number,
            @PathVariable long id,
            @RequestBody RestorationRequest request,
            Caller caller) {
        mustChange(number, caller, "登记整改");
        violations.restore(
                number,
                id,
                Written.text(request.remark, "remark", "整改情况", LONGEST_REMARK),
                edge.acting().who(),
                edge.acting().when());
        return site(number, caller);
    }

    @PostMapping("/completion")
    @Operation(summary = "The owner says that the work is done; the house has to inspect")
    SiteView finished(@PathVariable String number, Caller caller) {
        mustChange(number, caller, "报完工");
        completion.report(number, edge.acting().who(), edge.acting().when());
        return site(number, caller);
    }

    private void mustChange(String number, Caller caller, String verb) {
        TicketRights.mustChange(tickets.get(number), caller, verb);
    }

    private PatrolView view(Patrol patrol) {
        return new PatrolView(
                edge.local(patrol.at()),
                patrol.by(),
                patrol.outcome().name(),
                patrol.phase() == null ? null : patrol.phase().name(),
                patrol.points().stream().sorted().map(Enum::name).toList(),
                patrol.remark());
    }

    private ViolationView view(Violation violation) {
        Optional<Rectification> notice = sites.violations().rectificationOf(violation.id());
        return new ViolationView(
                violation.id(),
                violation.found().kind().name(),
                violation.ruling().gravity().name(),
                violation.found().what(),
                violation.found().spot().name(),
                edge.local(violation.found().at()),
                violation.ruling().basis(),
                violation.ruling().gate().name(),
                edge.local(violation.ruling().rectifyBy()),
                notice.map(Rectification::number).orElse(null),
                notice.flatMap(Rectification::delivery).isPresent(),
                edge.local(violation.reportDue()),
                violation.outcome().map(end -> end.result().name()).orElse(null),
                violation.rectified(),
                sites.violations().reports(violation.id()));
    }
}
