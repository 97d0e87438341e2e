package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is called in an emergency, one after the other, until somebody answers. */
@Component
public class OnCallDesk {

    private final Tickets tickets;
    private final Roster roster;
    private final ActingStaff acting;
    private final CallRecord record;

    /**
     * Somebody to be called.
     *
     * @param turn 1 is called first
     */
    public record Call(String staff, int turn) {}

    OnCallDesk(Tickets tickets, Roster roster, ActingStaff acting, CallRecord record) {
        this.tickets = tickets;
        this.roster = roster;
        this.acting = acting;
        this.record = record;
    }

    /** @return the next person who is on call now and was not called yet; empty: nobody is left */
    @Transactional
    public Optional<Call> next(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        int cycle = ticket.find(ClockKind.RESPOND).map(Deadline::cycle).orElse(0);
        List<String> called = record.called(number, cycle);
        return acting.onCall(ticket, at).stream()
                .map(Staff::code)
                .filter(code -> !called.contains(code))
                .findFirst()
                .map(code -> {
                    Call call = new Call(code, called.size() + 1);
                    record.add(number, cycle, call.turn(), code, at);
                    String words = "呼叫第 " + call.turn() + " 位值班人" + roster.nameOf(code);
                    note(number, ResponsibilityEvent.CALLED, words, at, "to", code, "turn", call.turn());
                    return call;
                });
    }

    /** @return who has to see to it when nobody answered: the lead, else who is above him, else the first responder */
    @Transactional
    public String silence(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        String lead = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER).stream()
                .flatMap(duty -> acting.acting(ticket, duty, at))
                .map(Staff::code)
                .findFirst()
                .orElse(ticket.firstResponder());
        note(number, ResponsibilityEvent.UNANSWERED, "值班人都没有应答，报告" + roster.nameOf(lead), at, "to", lead);
        return lead;
    }

    /** The person called takes the work, whatever his post is: there is nobody else at that hour. */
    @Transactional
    public void take(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.grabbedBy(by, roster.nameOf(by), at);
        tickets.save(ticket);
    }

    @Transactional
    public void cannotCome(String number, String reason, String by, Instant at) {
        tickets.note(number, ResponsibilityEvent.CANNOT_COME, roster.nameOf(by) + "不能到场：" + reason, by, at);
    }

    private void note(String number, ResponsibilityEvent event, String text, Instant at, Object... facts) {
        tickets.note(number, event, text, TimelineEntry.SYSTEM, at, facts);
    }
}
