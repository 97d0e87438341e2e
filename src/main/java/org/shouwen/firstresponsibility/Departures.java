package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.roster.WorkInHand;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.workflow.UserTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Somebody leaves for good: his account is disabled, or a post ends. Each ticket changes hands in a transaction of its own,
 * so that one that cannot does not keep the others, and above all not the door, open.
 */
@Component
class Departures implements WorkInHand {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);

    private final OpenMatters matters;
    private final TicketDesk desk;
    private final HandlerChange handlers;
    private final Substitution substitution;
    private final Roster roster;
    private final Hands hands;
    private final TransactionOperations transaction;

    Departures(
            OpenMatters matters,
            TicketDesk desk,
            HandlerChange handlers,
            Substitution substitution,
            Roster roster,
            Hands hands,
            TransactionOperations transaction) {
        this.matters = matters;
        this.desk = desk;
        this.handlers = handlers;
        this.substitution = substitution;
        this.roster = roster;
        this.hands = hands;
        this.transaction = transaction;
    }

    @Override
    public List<String> numbers(String staff, String post) {
        return matters.inHandOf(staff, Instant.EPOCH).stream()
                .filter(ticket ->
                        ticket.facts().post().equals(post) && ticket.status().isAtWork())
                .map(Ticket::number)
                .toList();
    }

    @Override
    public List<String> describe(String staff, Instant at) {
        List<String> lines = new ArrayList<>(matters.describe(staff, at).lines().toList());
        steps(staff).forEach((number, names) -> lines.add(number + " 等他办理：" + names));
        return lines;
    }

    @Override
    public List<String> giveBack(String staff, String by, Instant at) {
        List<String> told = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        Map<String, String> steps = steps(staff);
        List<Ticket> held;
        // At most a page at a time, and what stays where it is does not come again
        while (!(held = atWork(staff, at, tried)).isEmpty()) {
            for (Ticket ticket : held) {
                tried.add(ticket.number());
                told.add(inOne(ticket.number(), () -> handOn(ticket, staff, by, at)));
            }
        }
        steps.forEach((number, names) -> {
            if (!tried.contains(number)) {
                told.add(inOne(number, () -> {
                    substitution.settle(number, at);
                    return "“" + names + "”转给替代的人";
                }));
            }
        });
        return told;
    }

    private List<Ticket> atWork(String staff, Instant at, Set<String> tried) {
        return matters.inHandOf(staff, at).stream()
                .filter(ticket -> ticket.status().isAtWork() && !tried.contains(ticket.number()))
                .toList();
    }

    /** @return names of the steps that wait for the person, by ticket */
    private Map<String, String> steps(String staff) {
        return hands.tasks().assignedTo(staff).stream()
                .collect(Collectors.groupingBy(
                        UserTasks.AssignedTask::number,
                        LinkedHashMap::new,
                        Collectors.mapping(UserTasks.AssignedTask::name, Collectors.joining("、"))));
    }

    private String inOne(String number, Supplier<String> change) {
        try {
            return number + "：" + transaction.execute(status -> change.get());
        } catch (Refusal refusal) {
            return number + "：没能转出，请改派（" + refusal.getMessage() + "）";
        } catch (RuntimeException e) {
            LOG.error("ticket {} does not change hands", number, e);
            return number + "：没能转出，请改派";
        }
    }

    private String handOn(Ticket ticket, String staff, String by, Instant at) {
        String number = ticket.number();
        String reason = roster.nameOf(staff) + "的账号已停用";
        boolean begun = ticket.status() != Status.DISPATCHED && ticket.status() != Status.ACCEPTED;
        if (!begun && desk.kind(ticket.kind()).actions().contains(TicketKind.Action.TRANSFER)) {
            desk.giveBack(number, reason, by, at);
            substitution.settle(number, at);
            return "退回岗位重新派单";
        }
        Optional<HandlerChange.Candidate> next = next(ticket, staff, at);
        next.ifPresent(person -> handlers.reassign(number, person.staff(), reason, TimelineEntry.SYSTEM, at));
        substitution.settle(number, at);
        return next.map(person -> "改由" + person.name() + "办理").orElse("没有人可以接手，请安排岗位后改派");
    }

    /** @return who stands in for him; where that is none of those who may do it, the first of them */
    private Optional<HandlerChange.Candidate> next(Ticket ticket, String staff, Instant at) {
        List<HandlerChange.Candidate> candidates = handlers.candidates(ticket.number(), TimelineEntry.SYSTEM);
        String acting = hands.staff().actingFor(ticket, staff, at);
        return candidates.stream()
                .filter(candidate -> candidate.staff().equals(acting))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }
}
