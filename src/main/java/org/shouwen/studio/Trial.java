package org.shouwen.studio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.shouwen.studio.Tried.Result;
import org.shouwen.ticket.ClockKind;
import org.shouwen.workflow.Difference.Line;

/**
 * What a draft would have made of the tickets of the past.
 *
 * @param days how many days back
 * @param most how many tickets were looked at at most, where there are more; null: all were
 * @param tried tickets whose inputs were asked again
 * @param same those of them whose answer stays
 * @param unknown tickets that cannot be tried
 * @param notAsked tickets whose intake did not ask this table
 * @param groups what would be otherwise, the most frequent first
 * @param lateness by clock
 * @param loose tickets with another limit whose dates are not counted
 */
public record Trial(
        int days,
        Integer most,
        long tried,
        long same,
        long unknown,
        long notAsked,
        List<Group> groups,
        List<Lateness> lateness,
        long loose) {

    private static final int EXAMPLES = 10;

    /**
     * Tickets of which the same would be otherwise.
     *
     * @param count of them
     * @param examples those that the reader may see, the newest
     */
    public record Group(Line line, int count, List<Tried> examples) {}

    /**
     * @param late tickets that were in time and would be late
     * @param inTime tickets that were late and would be in time
     */
    public record Lateness(ClockKind clock, long late, long inTime) {}

    /**
     * @param all newest first
     * @param visible which of the tickets the reader may see
     */
    static Trial of(int days, Integer most, List<Tried> all, UnaryOperator<Set<String>> visible) {
        List<Tried> changed = all.stream().filter(one -> !one.lines().isEmpty()).toList();
        long tried = count(all, one -> one.result() == Result.TRIED);
        return new Trial(
                days,
                most,
                tried,
                tried - changed.size(),
                count(all, one -> one.result() == Result.UNKNOWN),
                count(all, one -> one.result() == Result.NOT_ASKED),
                groups(changed, visible),
                Arrays.stream(ClockKind.values())
                        .map(clock -> lateness(clock, changed))
                        .filter(lateness -> lateness.late() + lateness.inTime() > 0)
                        .toList(),
                count(changed, Tried::loose));
    }

    private static List<Group> groups(List<Tried> changed, UnaryOperator<Set<String>> visible) {
        Set<String> seen = visible.apply(
                changed.stream().filter(Tried::named).map(Tried::ticket).collect(Collectors.toSet()));
        Map<Line, List<Tried>> groups = new LinkedHashMap<>();
        changed.forEach(one -> one.lines().forEach(line -> groups.computeIfAbsent(line, key -> new ArrayList<>())
                .add(one)));
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue().size(),
                        group.getValue().stream()
                                .filter(one -> seen.contains(one.ticket()))
                                .limit(EXAMPLES)
                                .toList()))
                .sorted(Comparator.comparing(Group::count).reversed())
                .toList();
    }

    private static Lateness lateness(ClockKind clock, Collection<Tried> changed) {
        List<Moved> moved = changed.stream()
                .flatMap(one -> one.moved().stream())
                .filter(promise -> promise.clock() == clock)
                .toList();
        return new Lateness(
                clock,
                moved.stream().filter(one -> !one.late() && one.lateAfter()).count(),
                moved.stream().filter(one -> one.late() && !one.lateAfter()).count());
    }

    private static long count(Collection<Tried> all, Predicate<Tried> which) {
        return all.stream().filter(which).count();
    }
}
