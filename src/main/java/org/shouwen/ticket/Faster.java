package org.shouwen.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people do something to one ticket at once: whoever is slower reads who was faster, and when. Where it was only the flow
 * itself that moved, nobody is told anything; what was asked for is tried again.
 */
@Component
public class Faster {

    private static final int AT_MOST = 5;

    /** Whoever did something this shortly before is most likely the reason why it is not possible any more. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    /** As long as somebody waits for an answer without pressing again. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String LATELY = "；最近由";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Tickets tickets;
    private final ObjectProvider<FlowMoves> flows;
    private final Roster roster;
    private final Moments moments;

    Faster(Tickets tickets, ObjectProvider<FlowMoves> flows, Roster roster, Moments moments) {
        this.tickets = tickets;
        this.flows = flows;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param deed what is done at the edge, in a transaction of its own, and can be done again from the beginning */
    public <T> T unless(String number, Supplier<T> deed) {
        Ticket before = tickets.get(number);
        long patient = System.nanoTime() + PATIENCE.toNanos();
        // It may have stopped between what was refused and the look at it
        boolean wasMoving = flows.stream().anyMatch(FlowMoves::run);
        for (int attempt = 1; ; attempt++) {
            try {
                return deed.get();
            } catch (RuntimeException failure) {
                // Within somebody else's transaction nothing can be read, and nothing tried again
                if (TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw failure;
                }
                boolean moving = isNotYet(failure) && System.nanoTime() < patient && isMoving(number);
                // Where it has stopped in between, what was refused may be open by now
                if (moving || wasMoving && isNotYet(failure)) {
                    wasMoving = moving;
                    rest();
                    attempt--;
                    continue;
                }
                if (!Refusal.isRace(failure) && !isOtherwiseNow(before, failure)) {
                    throw failure;
                }
                Optional<TimelineEntry> person = personSince(before);
                if (person.isPresent()) {
                    throw Refusal.overtaken("工单 %s 刚刚由%s 办理过，请刷新后再试".formatted(number, words(person.get())));
                }
                if (attempt == AT_MOST) {
                    throw failure;
                }
            }
        }
    }

    private boolean isMoving(String number) {
        return flows.stream().anyMatch(flow -> flow.isMoving(number));
    }

    private static boolean isNotYet(RuntimeException failure) {
        return Refusal.in(failure)
                .filter(refusal -> refusal.kind() == Refusal.Kind.NOT_POSSIBLE_NOW && !Refusal.isRace(refusal))
                .filter(refusal -> refusal.field().isEmpty())
                .isPresent();
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whoever may not, or names somebody who may not, because the handler, the post or the matter changed at that moment was
     * right when he pressed.
     */
    private boolean isOtherwiseNow(Ticket before, RuntimeException failure) {
        return Refusal.in(failure)
                        .filter(refusal ->
                                refusal.kind() == Refusal.Kind.NOT_ALLOWED || refusal.kind() == Refusal.Kind.INVALID)
                        .isPresent()
                && before.state().version()
                        != tickets.get(before.number()).state().version();
    }

    /**
     * @return the refusal; where it says that something is not possible now, whoever is chosen for it, with who did something
     *     just before
     */
    public Refusal explained(Refusal refusal, String number, Instant at) {
        return refusal.kind() != Refusal.Kind.NOT_POSSIBLE_NOW
                        || refusal.field().isPresent()
                        || refusal.getMessage().contains(LATELY)
                        || Refusal.isRace(refusal)
                        || TransactionSynchronizationManager.isActualTransactionActive()
                ? refusal
                : persons(tickets.timeline(number))
                        .filter(entry -> entry.at().isAfter(at.minus(JUST_NOW)))
                        .map(entry -> refusal.and(lately(words(entry))))
                        .orElse(refusal);
    }

    /**
     * @param person who was refused
     * @return the refusal; whose work was given to somebody else just before, while he filled in the form, reads that and who
     *     did it, and not that he may not
     */
    public Refusal unlessTaken(Refusal refusal, String number, String person, Instant at) {
        return refusal.kind() != Refusal.Kind.NOT_ALLOWED
                        || TransactionSynchronizationManager.isActualTransactionActive()
                ? refusal
                : persons(tickets.timeline(number))
                        .filter(entry -> entry.is(TicketEvent.REASSIGNED)
                                && person.equals(entry.facts().get("from"))
                                && entry.at().isAfter(at.minus(JUST_NOW)))
                        .map(entry ->
                                Refusal.overtaken("工单 %s 刚刚改派给别人，请刷新后再看%s".formatted(number, lately(words(entry)))))
                        .orElse(refusal);
    }

    /** @return how a sentence goes on that says what is not possible, or "" */
    public String last(String number) {
        return persons(tickets.timeline(number))
                .map(this::words)
                .map(Faster::lately)
                .orElse("");
    }

    private static String lately(String words) {
        return LATELY + words + " 办理过";
    }

    private Optional<TimelineEntry> personSince(Ticket before) {
        int changes =
                tickets.get(before.number()).state().version() - before.state().version();
        List<TimelineEntry> timeline = tickets.timeline(before.number());
        return persons(timeline.subList(Math.max(0, timeline.size() - changes), timeline.size()));
    }

    private static Optional<TimelineEntry> persons(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.actor().equals(TimelineEntry.SYSTEM) && !entry.is(TicketEvent.REGISTERED))
                .reduce((one, later) -> later);
    }

    private String words(TimelineEntry entry) {
        return TimelineEntry.nameOf(entry.actor(), roster) + "在 " + moments.text(entry.at());
    }
}
