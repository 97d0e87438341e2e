package org.shouwen.timelimit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;

/**
 * Whoever is promised several things is promised them in order, in every cycle (rules 4.16 no. 6): nobody arrives before
 * somebody has taken the work, and nothing is finished before anybody came.
 *
 * @param calendar of the ticket's site
 */
record InOrder(WorkingCalendar calendar) {

    private static final Map<ClockKind, Set<ClockKind>> AFTER = Map.of(
            ClockKind.RESPOND, Set.of(),
            ClockKind.ARRIVE, Set.of(ClockKind.RESPOND),
            ClockKind.ANSWER, Set.of(ClockKind.RESPOND),
            ClockKind.PLAN, Set.of(ClockKind.RESPOND, ClockKind.ARRIVE),
            ClockKind.FINISH, Set.of(ClockKind.RESPOND, ClockKind.ARRIVE, ClockKind.ANSWER, ClockKind.PLAN));

    /**
     * @param fresh promises of one moment, in the order of their clocks
     * @param kept promises that stand beside them, whose dates stay: those that run on, and an agreed slot
     * @return the fresh ones: one that would end before what it follows counts from there; one that would end after a kept
     *     promise that follows it ends with that
     */
    List<Deadline> of(List<Deadline> fresh, List<Deadline> kept) {
        List<Deadline> before = new ArrayList<>(kept);
        List<Deadline> ordered = new ArrayList<>();
        for (Deadline promise : fresh) {
            Deadline placed = promise.due() == null ? promise : notLater(notEarlier(promise, before), kept);
            ordered.add(placed);
            before.add(placed);
        }
        return ordered;
    }

    private Deadline notEarlier(Deadline promise, List<Deadline> others) {
        Optional<Deadline> last = others.stream()
                .filter(other ->
                        other.due() != null && AFTER.get(promise.clock()).contains(other.clock()))
                .max(Comparator.comparing(Deadline::due));
        if (last.isEmpty() || !promise.due().isBefore(last.get().due())) {
            return promise;
        }
        Instant from = last.get().due();
        Due due = calendar.due(from, promise.amount(), WorkUnit.valueOf(promise.unit()));
        String why = "从最迟" + last.get().clock().label() + "的时间算起：" + Counting.withWarning(due);
        return with(promise, from, due.at(), why);
    }

    private static Deadline notLater(Deadline promise, List<Deadline> kept) {
        return kept.stream()
                .filter(other -> other.due() != null && AFTER.get(other.clock()).contains(promise.clock()))
                .filter(other -> other.due().isAfter(promise.startedAt()))
                .min(Comparator.comparing(Deadline::due))
                .filter(next -> promise.due().isAfter(next.due()))
                .map(next -> with(
                        promise,
                        promise.startedAt(),
                        next.due(),
                        "不晚于已经答应的" + next.clock().label() + "时间"))
                .orElse(promise);
    }

    private static Deadline with(Deadline promise, Instant from, Instant due, String why) {
        return new Deadline(
                promise.clock(),
                promise.cycle(),
                promise.amount(),
                promise.unit(),
                promise.source(),
                from,
                due,
                why,
                promise.stoppedAt(),
                promise.course());
    }
}
