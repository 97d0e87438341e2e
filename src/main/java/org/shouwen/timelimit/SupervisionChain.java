package org.shouwen.timelimit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Staff;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.workflow.UserTasks;
import org.springframework.stereotype.Component;

/**
 * Whose lateness it is, and who has to acknowledge it, one after another: the level's duty at the ticket's site, then the duties
 * above (D3, corrected by 4.16). It only goes up: a duty that nobody has is passed over; so is whoever this ladder asked
 * before, whoever was late, and where that is a superior everybody up to his own duty. Above the manager is the company's
 * director, for what the table brings to him, for emergencies and for what a manager was late with.
 */
@Component
record SupervisionChain(
        ActingStaff acting, Roster roster, Ladder ladder, Escalations escalations, UserTasks tasks, Kinds kinds) {

    private static final List<Duty> DUTIES = List.of(Duty.LEAD, Duty.SUPERVISOR, Duty.MANAGER, Duty.DIRECTOR);

    /** The step that acknowledges; whoever does not in time is passed over, and not supervised himself. */
    private static final String STEP = "acknowledge";

    /** @return the next person, whom this ladder did not ask yet; empty: whoever was asked last keeps it */
    Optional<String> next(Ticket ticket, Escalation escalation, Instant at) {
        return above(ticket, escalation, asked(escalation), at);
    }

    /**
     * @return whom to ask first; where the site has nobody above, the first responder about one who is no superior, another
     *     manager about one who is; empty: nobody is left who may decide about it, or this ladder asked everybody
     */
    Optional<String> first(Ticket ticket, Escalation escalation, Instant at) {
        Set<String> asked = asked(escalation);
        return above(ticket, escalation, asked, at)
                .or(() -> asked.isEmpty() ? besides(ticket, escalation.late(), at) : Optional.empty());
    }

    private Optional<String> besides(Ticket ticket, String late, Instant at) {
        Stream<String> others = isSuperior(late) ? managers(ticket, at) : Stream.of(ticket.firstResponder());
        return others.filter(code -> !isLate(code, late, ticket, at))
                .filter(code -> late == null || dutyOf(late) != Duty.DIRECTOR)
                .findFirst();
    }

    /** Whoever was asked before is not asked again at any level, and nobody below him is. */
    private Optional<String> above(Ticket ticket, Escalation escalation, Set<String> asked, Instant at) {
        String late = escalation.late();
        Duty lowest = duty(ticket, escalation.level());
        Duty reached =
                asked.stream().map(this::dutyOf).max(Comparator.naturalOrder()).orElse(Duty.FRONT_DESK);
        return DUTIES.stream()
                .filter(duty -> duty.compareTo(lowest) >= 0 && duty.compareTo(reached) >= 0)
                .filter(duty -> !isSuperior(late) || duty.compareTo(dutyOf(late)) > 0)
                .filter(duty -> duty != Duty.DIRECTOR || isForDirector(ticket, lowest, late))
                .flatMap(duty -> acting.acting(ticket, duty, at))
                .map(Staff::code)
                .filter(code -> !asked.contains(code) && !isLate(code, late, ticket, at))
                .findFirst();
    }

    /** @return whether the ladder asked anybody */
    boolean isAsked(Escalation escalation) {
        return !asked(escalation).isEmpty();
    }

    private Set<String> asked(Escalation escalation) {
        return escalations.askedOnLadder(escalation.ticket(), escalation.cause(), escalation.cycle());
    }

    private boolean isForDirector(Ticket ticket, Duty lowest, String late) {
        return lowest == Duty.DIRECTOR || isUrgent(ticket) || late != null && dutyOf(late) == Duty.MANAGER;
    }

    /** @return whether the table brings the level to the company's director */
    boolean isDirectors(Ticket ticket, int level) {
        return duty(ticket, level) == Duty.DIRECTOR;
    }

    /** @return whose promise it was, or who holds the step that is late; null: nobody of ours, or not one person */
    String late(Ticket ticket, Escalation.Cause cause, Instant at) {
        return switch (cause) {
            case RESPOND, ARRIVE, ANSWER, FINISH -> ticket.handler().orElse(null);
            case REOPENED -> kinds.get(ticket.kind()).reopenedFor(ticket, at).orElse(null);
            case PLAN -> ticket.firstResponder();
            case THIRD_PARTY, ENTRY_REFUSED, RECTIFICATION -> null;
            case MAJOR_REPAIR,
                    MAJOR_PROGRESS,
                    VISIT,
                    MEASURE,
                    DELIVERY,
                    PATROL,
                    REPORT,
                    INSPECTION,
                    DEPOSIT,
                    PAPERS,
                    FILING,
                    POST,
                    OWN_STEP ->
                tasks.of(ticket.number()).stream()
                        .filter(task -> task.due() != null
                                && !task.due().isAfter(at)
                                && !task.step().equals(STEP))
                        .map(UserTasks.OpenTask::assignee)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        };
    }

    /** @return whether the person was late himself, or acts for whoever was */
    boolean isLate(String person, String late, Ticket ticket, Instant at) {
        return late != null
                && (person.equals(late)
                        || person.equals(roster.actingFor(late, ticket.facts().site(), at)));
    }

    private boolean isSuperior(String late) {
        return late != null && DUTIES.contains(dutyOf(late));
    }

    /** @return the highest, wherever he has it */
    private Duty dutyOf(String staff) {
        return roster.postsOf(staff).stream()
                .map(Post::duty)
                .max(Comparator.naturalOrder())
                .orElse(Duty.FRONT_DESK);
    }

    private Stream<String> managers(Ticket ticket, Instant at) {
        return roster.allStaff().stream()
                .map(Staff::code)
                .filter(code -> dutyOf(code) == Duty.MANAGER && !roster.isAbsent(code, at))
                .filter(code -> TicketRights.mayRead(ticket, code));
    }

    /** A reopened ticket may reach a level that the table does not know for its priority. */
    private Duty duty(Ticket ticket, int level) {
        Ladder.Addressee addressee = ladder.level(ticket, level).addressee();
        return Arrays.stream(Duty.values())
                .filter(duty -> duty.name().equals(addressee.name()))
                .findFirst()
                .orElse(DUTIES.get(level - 1));
    }

    private static boolean isUrgent(Ticket ticket) {
        return ticket.facts().priority().compareTo(Priority.P1) <= 0;
    }
}
