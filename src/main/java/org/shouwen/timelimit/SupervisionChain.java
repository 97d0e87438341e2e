package org.shouwen.timelimit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.springframework.stereotype.Component;

/**
 * Who has to acknowledge a supervision, one after another: the level's duty at the ticket's site, for emergencies whoever
 * is on call, then the duties above (D3, not acknowledged). A duty that nobody has is passed over.
 */
@Component
class SupervisionChain {

    private static final List<Duty> DUTIES = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER);

    private final ActingStaff acting;
    private final Ladder ladder;

    SupervisionChain(ActingStaff acting, Ladder ladder) {
        this.acting = acting;
        this.ladder = ladder;
    }

    /** @return the next person who was not asked yet; empty: whoever was asked last keeps it */
    Optional<String> next(Ticket ticket, Escalation escalation, Instant at) {
        return next(
                ticket,
                escalation.level(),
                code -> escalation.asked().stream()
                        .noneMatch(asked -> asked.person().equals(code)),
                at);
    }

    /** @return whom to ask first; the first responder where the site has nobody above */
    String first(Ticket ticket, int level, Instant at) {
        return next(ticket, level, code -> true, at).orElse(ticket.firstResponder());
    }

    private Optional<String> next(Ticket ticket, int level, Predicate<String> free, Instant at) {
        List<Duty> duties = DUTIES.subList(DUTIES.indexOf(duty(ticket, level)), DUTIES.size());
        Stream<Staff> onCall = isUrgent(ticket) ? acting.onCall(ticket, at).stream() : Stream.empty();
        return Stream.of(acting.acting(ticket, duties.get(0), at), onCall, above(ticket, duties, at))
                .flatMap(staff -> staff)
                .map(Staff::code)
                .filter(free)
                .findFirst();
    }

    /** A reopened ticket may reach a level that the table does not know for its priority. */
    private Duty duty(Ticket ticket, int level) {
        Ladder.Addressee addressee = ladder.level(ticket, level).addressee();
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.name().equals(addressee.name()))
                .findFirst()
                .orElse(DUTIES.get(level - 1));
    }

    private Stream<Staff> above(Ticket ticket, List<Duty> duties, Instant at) {
        return duties.stream().skip(1).flatMap(duty -> acting.acting(ticket, duty, at));
    }

    private static boolean isUrgent(Ticket ticket) {
        return ticket.facts().priority().compareTo(Priority.P1) <= 0;
    }
}
