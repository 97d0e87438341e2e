package org.shouwen.repair;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Post;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repairs at the desk. Opening is two steps: {@link #register} decides and stores, {@code start} sets the flow going. */
@Component
@Order(1)
public class RepairDesk implements TicketKind {

    /** Code of the kind. */
    public static final String KIND = "REPAIR";

    private final Tickets tickets;
    private final Repairs repairs;
    private final RepairIntake intakes;
    private final TimeLimits limits;
    private final RepairExecution execution;
    private final Afterwards afterwards;

    /** What a repair can become once it is registered. */
    @Component
    record Afterwards(RepairChanges changes, RepairFollowing following) {}

    RepairDesk(
            Tickets tickets,
            Repairs repairs,
            RepairIntake intakes,
            TimeLimits limits,
            RepairExecution execution,
            Afterwards afterwards) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.intakes = intakes;
        this.limits = limits;
        this.execution = execution;
        this.afterwards = afterwards;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public String label() {
        return "报修";
    }

    @Override
    public String numberPrefix() {
        return "BX";
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.allOf(Action.class);
    }

    @Override
    public List<Post> posts(Ticket ticket) {
        return afterwards.changes().posts(ticket);
    }

    @Override
    @Transactional
    public Ticket open(Intake intake, String by, Instant at) {
        Ticket ticket = register(intake, by, at);
        execution.start(ticket.number());
        return ticket;
    }

    /**
     * Decides priority, responsibility and limits, and stores the ticket; the flow is not started.
     *
     * @param by code of the first responder
     */
    @Transactional
    public Ticket register(Intake intake, String by, Instant at) {
        RepairIntake.Assessed assessed = intakes.assess(intake, at);
        List<Deadline> deadlines = limits.deadlines(
                new TimeLimits.Facts(
                        KIND,
                        assessed.priority(),
                        assessed.area(),
                        assessed.category().hazard()),
                assessed.location().site(),
                intake.appointment(),
                at);
        return keep(Ticket.register(facts(intake, assessed, by, at), deadlines), assessed);
    }

    @Override
    @Transactional
    public Ticket follow(Intake intake, String incident, String by, Instant at) {
        // Nobody comes to this home, so that no time can be agreed
        Intake told = intake.at(null);
        RepairIntake.Assessed assessed = intakes.assess(told, at);
        Ticket ticket = Ticket.register(facts(told, assessed, by, at), List.of());
        ticket.follow(incident, by, at);
        return keep(ticket, assessed);
    }

    private Facts facts(Intake intake, RepairIntake.Assessed assessed, String by, Instant at) {
        return new Facts(
                tickets.nextNumber(numberPrefix(), at),
                intake,
                assessed.category().label(),
                assessed.area(),
                assessed.location().site(),
                assessed.location().label(),
                assessed.priority(),
                assessed.urgent(),
                assessed.reportTo(),
                by,
                assessed.post(),
                at);
    }

    private Ticket keep(Ticket ticket, RepairIntake.Assessed assessed) {
        tickets.add(ticket);
        repairs.add(ticket.number(), assessed.responsibility());
        return ticket;
    }

    /**
     * @return the ticket, where its flow may start now
     * @throws Refusal where it is not a repair that this very transaction registered
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
    public void transfer(String number, String post, String reason, String by, Instant at) {
        afterwards.changes().transfer(number, post, reason, by, at);
    }

    @Override
    @Transactional
    public void reopen(String number, String reason, String by, Instant at) {
        afterwards.changes().reopen(number, reason, by, at);
    }

    @Override
    @Transactional
    public void join(String number, String incident, String by, Instant at) {
        afterwards.following().join(number, incident, by, at);
    }

    @Override
    @Transactional
    public void proceed(String number, String reason, String by, Instant at) {
        afterwards.following().proceed(number, reason, byOthers(tickets.get(number)), by, at);
    }

    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        return limits.reopened(ticket, at);
    }

    /** @return whether somebody outside the house repairs from the beginning */
    public boolean byOthers(Ticket ticket) {
        return repairs.responsibility(ticket.number())
                .filter(responsibility -> intakes.byOthers(ticket, responsibility))
                .isPresent();
    }
}
