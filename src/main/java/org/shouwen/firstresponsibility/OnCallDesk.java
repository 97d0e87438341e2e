package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.notification.Notices;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Hindrance;
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

/** Who is called in an emergency, one after the other, round after round, until somebody answers. */
@Component
public class OnCallDesk {

    private final Tickets tickets;
    private final Roster roster;
    private final ActingStaff acting;
    private final Notices notices;
    private final CallRecord record;

    /**
     * Somebody to be called.
     *
     * @param turn place in the order of those who can answer; 1 is called first
     */
    public record Call(String staff, int turn) {}

    OnCallDesk(Tickets tickets, Roster roster, ActingStaff acting, Notices notices, CallRecord record) {
        this.tickets = tickets;
        this.roster = roster;
        this.acting = acting;
        this.notices = notices;
        this.record = record;
    }

    /**
     * Whoever cannot answer is not waited for: who is away, has no account that is open, or no way to be reached.
     *
     * @return the next person who is on call now and was not called yet in this round; empty: nobody is left
     */
    @Transactional
    public Optional<Call> next(String number, Instant at) {
        Ticket ticket = tickets.get(number);
        int cycle = cycle(ticket);
        int round = record.round(number, cycle);
        List<String> called = record.called(number, cycle, round);
        Map<String, Hindrance> out = roster.shutOut();
        List<Staff> order = acting.onCall(ticket, at);
        if (called.isEmpty()) {
            order.forEach(staff -> whyUnreachable(staff, out)
                    .ifPresent(why -> note(
                            number,
                            ResponsibilityEvent.SKIPPED,
                            "跳过值班人" + staff.name() + "：" + why,
                            at,
                            "to",
                            staff.code())));
        }
        List<String> able = order.stream()
                .filter(staff -> whyUnreachable(staff, out).isEmpty())
                .map(Staff::code)
                .toList();
        return able.stream().filter(code -> !called.contains(code)).findFirst().map(code -> {
            Call call = new Call(code, able.indexOf(code) + 1);
            record.add(number, cycle, round, called.size() + 1, code, at);
            String words = (round > 1 ? "再次呼叫第 " : "呼叫第 ") + call.turn() + " 位值班人" + roster.nameOf(code);
            note(number, ResponsibilityEvent.CALLED, words, at, "to", code, "turn", call.turn());
            return call;
        });
    }

    /**
     * Nobody on call answered: lead and manager are called in the same moment; where the site has neither at work, whoever
     * is between them, at last the first responder. With them the next round begins.
     *
     * @param occasion what they are told once about
     */
    @Transactional
    public void callSuperiors(String number, String occasion, Instant at) {
        Ticket ticket = tickets.get(number);
        int cycle = cycle(ticket);
        int round = record.round(number, cycle) + 1;
        List<String> superiors = Stream.of(List.of(Duty.LEAD, Duty.MANAGER), List.of(Duty.SUPERVISOR))
                .map(duties -> duties.stream()
                        .flatMap(duty ->
                                roster.plannable(acting.acting(ticket, duty, at).toList()).stream())
                        .map(Staff::code)
                        .distinct()
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of(ticket.firstResponder()));
        String names = superiors.stream().map(roster::nameOf).collect(Collectors.joining("、"));
        note(number, ResponsibilityEvent.UNANSWERED, "值班人都没有应答，同时呼叫" + names, at, "to", String.join(" ", superiors));
        for (String superior : superiors) {
            record.add(number, cycle, round, superiors.indexOf(superior) + 1, superior, at);
            notices.tellPerson(
                    ticket, superior, new Notices.Message("unanswered.to-person", occasion + " " + superior, at));
        }
    }

    private static int cycle(Ticket ticket) {
        return ticket.find(ClockKind.RESPOND).map(Deadline::cycle).orElse(0);
    }

    private static Optional<String> whyUnreachable(Staff staff, Map<String, Hindrance> out) {
        return Optional.ofNullable(out.get(staff.code()))
                .map(Hindrance::label)
                .or(() -> staff.phone() == null && staff.email() == null ? Optional.of("没有登记电话和邮箱") : Optional.empty());
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

    /** @return whether somebody else was called in the same moment as whoever cannot come, and has not answered yet */
    public boolean isAnotherAsked(String number) {
        int cycle = cycle(tickets.get(number));
        int round = record.round(number, cycle);
        Instant since = record.since(number, cycle, round);
        Set<String> cannot = tickets.timeline(number).stream()
                .filter(entry ->
                        entry.is(ResponsibilityEvent.CANNOT_COME) && !entry.at().isBefore(since))
                .map(TimelineEntry::actor)
                .collect(Collectors.toSet());
        return !cannot.containsAll(record.called(number, cycle, round));
    }

    private void note(String number, ResponsibilityEvent event, String text, Instant at, Object... facts) {
        tickets.note(number, event, text, TimelineEntry.SYSTEM, at, facts);
    }
}
