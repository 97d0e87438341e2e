package org.shouwen.repair;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Facts;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Slot;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.timelimit.TimeLimits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A repair that turns out to be another one, somebody else's, at another time, or not over: what was promised follows. */
@Component
public class RepairChanges {

    private final Tickets tickets;
    private final Repairs repairs;
    private final Roster roster;
    private final Promises promises;
    private final RepairExecution execution;

    /** Where promises come from and where they are kept. */
    @Component
    record Promises(RepairIntake intakes, TimeLimits limits, TimeLimitDesk clocks, Appointments appointments) {}

    RepairChanges(Tickets tickets, Repairs repairs, Roster roster, Promises promises, RepairExecution execution) {
        this.tickets = tickets;
        this.repairs = repairs;
        this.roster = roster;
        this.promises = promises;
        this.execution = execution;
    }

    /** @see org.shouwen.ticket.TicketKind#transfer */
    @Transactional
    public void transfer(String number, String post, String reason, String by, Instant at) {
        Ticket ticket = atWork(number, "转派", by, at);
        Post other = posts(ticket).stream()
                .filter(found -> found.code().equals(post))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("post-unknown", "post", "这个服务点没有维修岗位“" + post + "”，不能转派"));
        if (post.equals(ticket.facts().post())) {
            throw Refusal.invalid("post-same", "post", "工单 " + number + " 已经在岗位“" + other.name() + "”，换人请用改派");
        }
        List<Deadline> fresh =
                promises.limits().respondAgain(ticket, at).stream().toList();
        ticket.transferTo(post, other.name(), fresh, reason, by, at);
        tickets.save(ticket);
        execution.moved(number, ticket.facts().urgent(), false);
    }

    /** @return the technicians' posts of the ticket's site */
    List<Post> posts(Ticket ticket) {
        return roster.postsOf(ticket.facts().site(), Duty.TECHNICIAN);
    }

    /**
     * The category, the place or the danger is another than was registered (D1, D2, D12 judge anew): the clocks of the new
     * row start now, those that are kept already stay kept. Where it is more urgent, or another post's work, it is
     * dispatched anew.
     */
    @Transactional
    public void correct(String number, Correction correction, String reason, String by, Instant at) {
        Ticket ticket = atWork(number, "更正", by, at);
        Facts before = ticket.facts();
        Intake told = before.intake();
        boolean slotAhead = correction.home() != null
                && told.appointment() != null
                && told.appointment().from().isAfter(at);
        RepairIntake.Assessed assessed = promises.intakes()
                .assess(correction.of(told, slotAhead ? told.appointment() : null), correction.cause(), at);
        if (!assessed.location().site().equals(before.site())) {
            throw Refusal.invalid("site-other", "location", "更正后的地点属于另一个服务点，请撤回后在那里重新登记");
        }
        Facts after = new Facts(
                number,
                correction.of(told, slotAhead ? told.appointment() : null),
                assessed.category().label(),
                assessed.area(),
                before.site(),
                assessed.location().label(),
                assessed.priority(),
                assessed.urgent(),
                assessed.reportTo(),
                before.firstResponder(),
                assessed.post(),
                before.openedAt());
        boolean anew = !after.post().equals(before.post()) || after.urgent() && !before.urgent();
        Set<ClockKind> clocks = Arrays.stream(ClockKind.values())
                .filter(clock -> anew
                        || ticket.find(clock)
                                .filter(kept -> kept.stoppedAt() != null)
                                .isEmpty())
                .collect(Collectors.toSet());
        TimeLimits.Facts facts = new TimeLimits.Facts(
                ticket.kind(),
                after.priority(),
                after.area(),
                assessed.category().hazard());
        List<Deadline> fresh = promises.limits()
                .again(ticket, facts, after.site(), after.intake().appointment(), at, clocks);
        ticket.correct(after, fresh, anew, reason, by, at);
        tickets.save(ticket);
        repairs.correct(number, assessed.responsibility(), correction.cause());
        if (anew) {
            execution.moved(number, after.urgent(), promises.intakes().byOthers(ticket, assessed.responsibility()));
        }
    }

    /** The resident wants another time. */
    @Transactional
    public void reschedule(String number, Slot slot, String reason, String by, Instant at) {
        mustBeRepair(tickets.get(number), "改约");
        promises.appointments().agree(number, slot, reason, by, at);
        execution.rescheduled(number);
    }

    /** @see org.shouwen.ticket.TicketKind#reopen */
    @Transactional
    public void reopen(String number, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        // While the resident is being asked his answer is what sends the running flow back
        if (ticket.status() == Status.VISIT_DUE) {
            throw Refusal.notPossibleNow("visit-due", "工单 " + number + " 正在回访，业主不满意的请在回访里登记，会自动重新开启");
        }
        ticket.reopen(reason, promises.limits().reopened(ticket, at), by, at);
        tickets.save(ticket);
        execution.reopen(number, ticket.facts().urgent());
    }

    private static void mustBeRepair(Ticket ticket, String verb) {
        if (!ticket.kind().equals(RepairDesk.KIND)) {
            throw Refusal.notPossibleNow("action-not-offered", "工单 " + ticket.number() + " 不是报修，不能" + verb);
        }
    }

    /** The promises do not wait any longer for what another post or another category may not wait for. */
    private Ticket atWork(String number, String verb, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        mustBeRepair(ticket, verb);
        if (ticket.status() == Status.DONE) {
            throw Refusal.notPossibleNow("ticket-status", "工单 " + number + " 已经修好待验收，不能" + verb);
        }
        if (ticket.pause().isEmpty()) {
            return ticket;
        }
        promises.clocks().resume(number, verb, by, at);
        return tickets.get(number);
    }
}
