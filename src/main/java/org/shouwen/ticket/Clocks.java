package org.shouwen.ticket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;

/** The running promises of one ticket, one deadline a clock, and what became of them since the ticket was read. */
final class Clocks {

    private final Map<ClockKind, Deadline> asRead;
    private final Map<ClockKind, Deadline> current = new EnumMap<>(ClockKind.class);
    private final List<Deadline> replaced = new ArrayList<>();

    Clocks(List<Deadline> deadlines) {
        deadlines.forEach(deadline -> current.put(deadline.clock(), deadline));
        asRead = Map.copyOf(current);
    }

    List<Deadline> all() {
        return List.copyOf(current.values());
    }

    Optional<Deadline> of(ClockKind clock) {
        return Optional.ofNullable(current.get(clock));
    }

    /** Changes the deadlines that fulfil the condition. */
    void change(Predicate<Deadline> which, UnaryOperator<Deadline> change) {
        current.replaceAll((clock, deadline) -> which.test(deadline) ? change.apply(deadline) : deadline);
    }

    /** It was kept, or nobody waits for it any more; whatever has stopped stays as it is. */
    void stop(ClockKind clock, Instant at) {
        change(d -> d.clock() == clock && d.stoppedAt() == null, d -> d.stopped(at));
    }

    /** Nobody waits for what still runs; what was kept before stays kept. */
    void drop(Instant at) {
        change(d -> d.stoppedAt() == null, d -> d.dropped(at));
    }

    /** @return the earliest moment at which a running promise breaks, if one can */
    Optional<Instant> nextDue() {
        return current.values().stream()
                .filter(d -> d.runs() && d.due() != null)
                .map(Deadline::due)
                .min(Instant::compareTo);
    }

    /** The next cycle takes the place of the current one, if there is one, which stays as history with the reason. */
    void replace(List<Deadline> fresh, String why) {
        for (Deadline deadline : fresh) {
            Deadline before = current.put(deadline.clock(), deadline);
            if (before != null) {
                replaced.add(before.replaced(why));
            }
        }
    }

    /**
     * A promise begins that was not made, or has ended.
     *
     * @param ticket number, as people read it
     * @throws Refusal where it runs already
     */
    void begin(Deadline promise, String why, String ticket) {
        if (of(promise.clock()).filter(before -> before.stoppedAt() == null).isPresent()) {
            throw Refusal.notPossibleNow(
                    "clock-running", "工单 " + ticket + " 的" + promise.clock().label() + "时限已经在计时");
        }
        replace(List.of(promise), why);
    }

    /**
     * A promise is given anew while it runs.
     *
     * @param ticket number, as people read it
     * @throws Refusal where it does not run
     */
    void promise(Deadline anew, String why, String ticket) {
        if (of(anew.clock()).filter(Deadline::runs).isEmpty()) {
            throw Refusal.notPossibleNow(
                    "clock-not-running", "工单 " + ticket + " 的" + anew.clock().label() + "时限没有在计时，不能给出新时限");
        }
        replace(List.of(anew), why);
    }

    /** @return deadlines whose place a later cycle took since the ticket was read */
    List<Deadline> replaced() {
        return List.copyOf(replaced);
    }

    /** @return how the current deadlines differ from those that were read */
    List<Tickets.Change> changes() {
        return current.values().stream()
                .filter(deadline -> !deadline.equals(asRead.get(deadline.clock())))
                .map(deadline -> new Tickets.Change(asRead.get(deadline.clock()), deadline))
                .collect(Collectors.toList());
    }
}
