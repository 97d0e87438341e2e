package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works on a ticket: dispatched or grabbed, accepted or returned, settled by the lead. The first responder stays. */
@Component
public class ResponsibilityDesk {

    /** From this return on the lead settles who does it. */
    private static final int RETURNS_BEFORE_LEAD = 2;

    private final Tickets tickets;
    private final Roster roster;
    private final ActingStaff acting;
    private final Superiors superiors;

    ResponsibilityDesk(Tickets tickets, Roster roster, ActingStaff acting, Superiors superiors) {
        this.tickets = tickets;
        this.roster = roster;
        this.acting = acting;
        this.superiors = superiors;
    }

    /**
     * Offers the work to a technician of the ticket's post, or takes it oneself.
     *
     * @return whether the person took it himself, so that nothing is left to accept
     */
    @Transactional
    public boolean dispatch(String number, String handler, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        Staff worker = worker(ticket, handler, at);
        boolean grabbed = handler.equals(by);
        if (grabbed) {
            ticket.grabbedBy(handler, worker.name(), at);
        } else {
            mustBeDispatcher(by, ticket.facts().site(), at);
            ticket.dispatchTo(handler, worker.name(), by, at);
        }
        tickets.save(ticket);
        return grabbed;
    }

    @Transactional
    public void accept(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.accept(by, roster.nameOf(by), at);
        tickets.save(ticket);
    }

    /** @return whether it is the return after which the lead settles who does it */
    @Transactional
    public boolean returnWork(String number, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.returnWork(reason, by, roster.nameOf(by), at);
        tickets.save(ticket);
        return ticket.returns() >= RETURNS_BEFORE_LEAD;
    }

    @Transactional
    public void settle(String number, String handler, String reason, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        superiors.mustAssign(by, handler, ticket.facts().site(), "裁定", at);
        ticket.settleOn(handler, worker(ticket, handler, at).name(), reason, by, at);
        tickets.save(ticket);
    }

    /** Whoever does it for somebody leaves a word for him (代A); so may everybody who works on the ticket. */
    @Transactional
    public void note(String number, String text, String by, Instant at) {
        tickets.get(number);
        tickets.note(number, ResponsibilityEvent.NOTED, roster.nameOf(by) + "留言：" + text, by, at);
    }

    /** @return who can be asked to do the ticket's work at that moment, by code; who is away is replaced */
    public List<Staff> workers(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        return acting.workersOn(ticket, ticket.facts().post(), at);
    }

    private Staff worker(Ticket ticket, String code, Instant at) {
        String post = ticket.facts().post();
        if (roster.isAbsent(code, at)) {
            roster.mustBePlannable(code, "handler");
            throw Refusal.notPossibleNow(
                    "handler-absent",
                    "%s不在岗，现由%s代办，请派给在岗的人"
                            .formatted(roster.nameOf(code), roster.nameOf(acting.actingFor(ticket, code, at))));
        }
        return acting.actingOn(ticket, post, at).stream()
                .filter(staff -> staff.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "handler-not-on-post",
                        "handler",
                        "“%s”不在岗位“%s”，不能接这张工单"
                                .formatted(
                                        roster.nameOf(code),
                                        roster.post(post).map(Post::name).orElse(post))));
    }

    private void mustBeDispatcher(String by, String site, Instant at) {
        boolean dispatcher = roster.actingPostsOf(by, at).stream()
                .anyMatch(post -> post.site().equals(site) && post.duty() != Duty.TECHNICIAN);
        if (!dispatcher) {
            throw Refusal.notAllowed("dispatch-not-yours", "您只能自己抢单；派给别人请找前台");
        }
    }
}
