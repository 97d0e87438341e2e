package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A superior names somebody else (改派), wherever the flow stands; neither from nor to one who is not below him. */
@Component
class Reassignment implements HandlerChange {

    private final Tickets tickets;
    private final Roster roster;
    private final Superiors superiors;
    private final Hands hands;
    private final Acting acting;

    Reassignment(Tickets tickets, Roster roster, Superiors superiors, Hands hands, Acting acting) {
        this.tickets = tickets;
        this.roster = roster;
        this.superiors = superiors;
        this.hands = hands;
        this.acting = acting;
    }

    @Override
    public List<Candidate> candidates(String number, String by) {
        Ticket ticket = tickets.get(number);
        String site = ticket.facts().site();
        Instant at = acting.when();
        if (ticket.handler()
                .filter(handler -> !superiors.mayAssign(by, handler, site, at))
                .isPresent()) {
            return List.of();
        }
        return workers(ticket, at)
                .filter(staff -> !ticket.handler().filter(staff.code()::equals).isPresent())
                .filter(staff -> superiors.mayAssign(by, staff.code(), site, at))
                .map(staff -> new Candidate(staff.code(), staff.name()))
                .toList();
    }

    @Override
    public void mustAssign(String number, String staff, String verb, String by, Instant at) {
        superiors.mustAssign(by, staff, tickets.get(number).facts().site(), verb, at);
    }

    @Override
    @Transactional
    public void reassign(String number, String written, String reason, String by, Instant at) {
        String staff = roster.spelled(written);
        Ticket ticket = tickets.get(number);
        String site = ticket.facts().site();
        boolean onCall = hands.staff().onCall(ticket, at).stream()
                .anyMatch(person -> person.code().equals(by));
        if (!onCall) {
            superiors.mustBeSuperior(by, site, "改派", at);
        }
        ticket.handler().ifPresent(handler -> superiors.mustAssign(by, handler, site, "改派", at));
        roster.mustBeAtWork(staff, "handler", at);
        Staff worker = workers(ticket, at)
                .filter(person -> person.code().equals(staff))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "handler-not-on-post", "handler", "“" + roster.nameOf(staff) + "”不在这张工单的岗位或不在岗，请另选一位"));
        superiors.mustAssign(by, staff, site, "改派", at);
        if (ticket.handler().filter(staff::equals).isPresent() && ticket.status() != Status.DISPATCHED) {
            throw Refusal.notPossibleNow("handler-same", "工单已经由" + worker.name() + "办理，请另选一位");
        }
        // A rule gave it to somebody, who has not spoken to the resident yet: that promise runs on
        boolean owned = ticket.status() == Status.RECEIVED && ticket.handler().isPresent();
        boolean waited = !owned && (ticket.status() == Status.RECEIVED || ticket.status() == Status.DISPATCHED);
        if (owned) {
            ticket.assignTo(staff, worker.name(), reason, by, at);
        } else {
            ticket.reassignTo(staff, worker.name(), reason, by, at);
        }
        tickets.save(ticket);
        if (!waited) {
            hands.tasks().assignAnew(number);
            hands.notices().tellHandler(ticket, new Notices.Message("reassigned.to-handler", number + " " + at, at));
        } else if (!hands.execution().settled(number)) {
            throw Refusal.notPossibleNow("dispatch-not-open", "工单 " + number + " 还没有走到派单这一步，请一分钟后再改派");
        }
    }

    /** Whoever works on the post now, and the leads; of the office's work all who are above it. */
    private Stream<Staff> workers(Ticket ticket, Instant at) {
        boolean office = roster.post(ticket.facts().post())
                .filter(post -> post.duty() != Duty.TECHNICIAN)
                .isPresent();
        Stream<Duty> above = office ? Stream.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER) : Stream.of(Duty.LEAD);
        List<Staff> there = Stream.concat(
                        hands.staff().actingOn(ticket, ticket.facts().post(), at).stream(),
                        above.flatMap(duty -> hands.staff().acting(ticket, duty, at)))
                .distinct()
                .sorted(Comparator.comparing(Staff::code))
                .toList();
        return roster.atWork(there, at).stream();
    }
}
