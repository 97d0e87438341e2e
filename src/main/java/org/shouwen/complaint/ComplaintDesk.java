package org.shouwen.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.Category;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Location;
import org.shouwen.ticket.Locations;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Complaints at the desk: taken, graded, started; withdrawn, urged, opened again. */
@Component
@Order(2)
public class ComplaintDesk implements TicketKind {

    /** Code of the kind. */
    public static final String KIND = "COMPLAINT";

    private final Tickets tickets;
    private final Complaints complaints;
    private final Measures measures;
    private final Taking taking;
    private final ComplaintExecution execution;

    /** What is needed to take a complaint. */
    @Component
    record Taking(ComplaintIntake intakes, Locations locations, Roster roster, TimeLimits limits, TicketLinks links) {}

    ComplaintDesk(
            Tickets tickets, Complaints complaints, Measures measures, Taking taking, ComplaintExecution execution) {
        this.tickets = tickets;
        this.complaints = complaints;
        this.measures = measures;
        this.taking = taking;
        this.execution = execution;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String label() {
        return "投诉";
    }

    @Override
    public String numberPrefix() {
        return "TS";
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.REASSIGN, Action.REOPEN, Action.WITHDRAW, Action.URGE);
    }

    @Override
    public List<Question> questions() {
        return ComplaintIntake.questions();
    }

    @Override
    public boolean needsLocation() {
        return false;
    }

    @Override
    public Optional<String> recused(Details details) {
        return taking.intakes().about(details);
    }

    @Override
    public List<Fact> facts(Ticket ticket) {
        Complaint complaint = complaints.get(ticket.number());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("投诉级别", complaint.grade().label() + "：" + complaint.why()));
        facts.add(new Fact("承办级别", complaint.ownerAfter(ticket.reopens()).label()));
        complaint.verdict().ifPresent(verdict -> facts.add(new Fact("定性", verdict.label() + "：" + verdict.reason())));
        return facts;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        Ticket ticket = register(intake, by, at);
        execution.start(ticket.number());
        return ticket;
    }

    /**
     * Grades the complaint, decides who is kept out of it and what is promised, and stores it; the flow is not started.
     *
     * @param by code of the first responder
     */
    @Transactional
    public Ticket register(Intake intake, String by, Instant at) {
        ComplaintIntake intakes = taking.intakes();
        Category category = intakes.category(intake);
        Location location = taking.locations().anywhere(intake);
        Intake told = intake.recused() == null
                ? intake.without(recused(intake.details()).orElse(null))
                : intake;
        List<String> earlier = taking.links().repeats(told, intakes.countedSince(at));
        String number = tickets.nextNumber(numberPrefix(), at);
        Complaint complaint = intakes.grade(number, intake.details(), earlier.size(), at);
        Area area = category.fixedArea().orElse(location.home() ? Area.HOME : Area.PUBLIC);
        List<Deadline> ours = taking.limits()
                .deadlines(
                        new TimeLimits.Facts(KIND, complaint.grade().priority(), area, category.hazard()),
                        location.site(),
                        null,
                        at);
        Ticket ticket = Ticket.register(
                new Facts(
                        number,
                        told,
                        category.label(),
                        area,
                        location.site(),
                        location.label(),
                        complaint.grade().priority(),
                        false,
                        "",
                        by,
                        post(location.site()),
                        at),
                intakes.withHotline(ours, complaint, at));
        tickets.add(ticket);
        complaints.add(complaint);
        tickets.note(number, new TimelineEntry(at, TimelineEntry.SYSTEM, "graded", graded(complaint)));
        earlier.stream().findFirst().ifPresent(before -> taking.links()
                .add(new TicketLinks.Link(number, before, TicketLinks.Relation.REPEATS, at, by)));
        return ticket;
    }

    private static String graded(Complaint complaint) {
        return "定为" + complaint.grade().label() + "：" + complaint.why() + "；由"
                + complaint.owner().label() + "承办";
    }

    /** The office that sees to complaints; a site without a front desk has its leads. */
    private String post(String site) {
        return taking.roster().postsOf(site, Duty.FRONT_DESK).stream()
                .findFirst()
                .map(Post::code)
                .orElseGet(() -> taking.roster().technicianPost(site, "GENERAL").code());
    }

    /**
     * @return the ticket, where its flow may start now
     * @throws Refusal where it is not a complaint that this very transaction registered
     */
    public Ticket registered(String number) {
        return tickets.find(number)
                .filter(ticket -> ticket.kind().equals(KIND) && tickets.isNew(number))
                .orElseThrow(() -> Refusal.notAllowed("start-refused", "流程只能由登记好的工单启动，不能另填业务编号"));
    }

    @Override
    @Transactional
    public void withdraw(String number, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.withdraw(reason, by, at);
        tickets.save(ticket);
        measures.cancel(number, by, at);
        execution.withdraw(number);
    }

    @Override
    @Transactional
    public void urge(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.urge(by, at);
        tickets.save(ticket);
        execution.urge(number);
    }

    @Override
    @Transactional
    public void reopen(String number, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        // While the resident is being asked his answer is what sends the running flow back
        if (ticket.status() == Status.VISIT_DUE) {
            throw Refusal.notPossibleNow("visit-due", "工单 " + number + " 正在回访，业主不满意的请在回访里登记，会自动重新开启");
        }
        ticket.reopen(reason, promisesAnew(ticket, at), by, at);
        tickets.save(ticket);
        execution.reopen(number);
    }

    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        return taking.intakes().withHotline(taking.limits().anew(ticket, at), complaints.get(ticket.number()), at);
    }
}
