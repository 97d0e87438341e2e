package org.shouwen.repair;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.MatterKind;
import org.shouwen.matter.Matters;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Repairs at the desk. */
@Component
@Order(1)
public class RepairDesk extends MatterKind {

    /** Code of the kind. */
    public static final String KIND = "REPAIR";

    private final Matters matters;
    private final RepairIntake intakes;
    private final RepairExecution execution;

    RepairDesk(Matters matters, RepairIntake intakes, RepairExecution execution) {
        super(KIND, "报修", "BX", matters);
        this.matters = matters;
        this.intakes = intakes;
        this.execution = execution;
    }

    /** Whoever took in a leak is asked at once to tell its plan in time, wherever the repair stands then. */
    @Override
    @Transactional
    public Ticket register(Intake intake, String by, Instant at) {
        Ticket ticket = super.register(intake, by, at);
        if (ticket.find(ClockKind.PLAN).isPresent()) {
            execution.planPromised(ticket.number());
        }
        return ticket;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.allOf(Action.class);
    }

    /** @return the technicians' posts of the ticket's site, its own too */
    @Override
    public List<Post> posts(Ticket ticket) {
        return matters.roster().postsOf(ticket.facts().site(), Duty.TECHNICIAN);
    }

    @Override
    protected String postsCalled() {
        return "维修岗位";
    }

    /** Whatever somebody on call is called for at once (D1). */
    @Override
    public boolean isEmergency(Intake intake) {
        return intakes.isUrgent(matter(intake));
    }

    @Override
    protected Judgement judge(Matter matter, Instant at) {
        return intakes.judge(matter, at);
    }

    @Override
    public List<Deadline> promisesAnew(Ticket ticket, Instant at) {
        return matters.limits().reopened(ticket, at);
    }
}
