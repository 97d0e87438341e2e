package org.shouwen.firstresponsibility;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.notification.Notices;
import org.shouwen.roster.Absence;
import org.shouwen.roster.Absences;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.StandIns;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 同岗替代 (D15): tasks of whoever is away go to whoever acts for him, and come back unfinished when he does. */
@Component
public class Substitution implements StandIns {

    /** D15: what was only offered waits so long for A; urgent work does not wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String OFFER = "accept";

    private final Tickets tickets;
    private final Roster roster;
    private final Absences absences;
    private final Hands hands;
    private final Acting acting;

    Substitution(Tickets tickets, Roster roster, Absences absences, Hands hands, Acting acting) {
        this.tickets = tickets;
        this.roster = roster;
        this.absences = absences;
        this.hands = hands;
        this.acting = acting;
    }

    @Override
    public Optional<Substitute> insteadOf(String staff, String number, String step) {
        Instant at = acting.when();
        if (!roster.isAbsent(staff, at)) {
            return Optional.empty();
        }
        Ticket ticket = tickets.get(number);
        if (step.equals(OFFER)
                && !ticket.facts().urgent()
                && at.isBefore(awaySince(staff, at).plus(PATIENCE))) {
            return Optional.empty();
        }
        return Optional.of(hands.staff().actingFor(ticket, staff, at))
                .filter(person -> !person.equals(staff))
                .map(person -> new Substitute(person, "代" + roster.nameOf(staff)));
    }

    private Instant awaySince(String staff, Instant at) {
        return absences.after(at).stream()
                .filter(absence -> absence.staff().equals(staff) && absence.covers(at))
                .map(Absence::from)
                .min(Instant::compareTo)
                // Whoever cannot sign in does not come back by himself
                .orElse(Instant.MIN);
    }

    /** @return numbers of the tickets that may have to change hands at that moment */
    public Set<String> concerned(Instant at) {
        return hands.tasks().numbersHeldBy(roster.absentAt(at));
    }

    /**
     * Gives the ticket's tasks to those who are there, and back to those who came back; asked again it changes nothing.
     */
    @Transactional
    public void settle(String number, Instant at) {
        List<UserTasks.Moved> moved = hands.tasks().assignAnew(number);
        Map<List<String>, String> steps = moved.stream()
                .collect(Collectors.groupingBy(
                        move -> List.of(move.owner(), move.to()),
                        LinkedHashMap::new,
                        Collectors.mapping(UserTasks.Moved::task, Collectors.joining("、"))));
        steps.forEach((pair, names) -> {
            String owner = pair.get(0);
            String to = pair.get(1);
            boolean back = owner.equals(to);
            String text = back
                    ? roster.nameOf(owner) + "回岗，继续办理：" + names
                    : "由" + roster.nameOf(to) + "代" + roster.nameOf(owner) + "办理：" + names;
            tickets.note(
                    number,
                    back ? ResponsibilityEvent.HANDED_BACK : ResponsibilityEvent.STOOD_IN,
                    text,
                    TimelineEntry.SYSTEM,
                    at,
                    "to",
                    to);
            hands.notices()
                    .tellPerson(
                            tickets.get(number),
                            to,
                            new Notices.Message(
                                    back ? "handed-back.to-person" : "stood-in.to-person",
                                    number + " " + at,
                                    at,
                                    Map.of("handOver", text)));
        });
    }
}
