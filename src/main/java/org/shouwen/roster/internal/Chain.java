package org.shouwen.roster.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouwen.roster.StandIn;

/** Who comes after whom: a person's own substitutes first, then theirs. A circle ends where it meets itself. */
final class Chain {

    private Chain() {}

    /**
     * @param pairs by turn
     * @return everybody who can stand in for the person, nearest first
     */
    static List<String> of(String staff, Collection<StandIn> pairs) {
        Set<String> met = new LinkedHashSet<>(Set.of(staff));
        Deque<String> asked = new ArrayDeque<>(met);
        while (!asked.isEmpty()) {
            String person = asked.remove();
            pairs.stream()
                    .filter(pair -> pair.staff().equals(person) && met.add(pair.substitute()))
                    .forEach(pair -> asked.add(pair.substitute()));
        }
        met.remove(staff);
        return new ArrayList<>(met);
    }

    /** @return the circle of three or more that the pair would close, from and to the same person */
    static Optional<List<String>> circle(StandIn added, Collection<StandIn> pairs) {
        return circle(new ArrayList<>(List.of(added.staff(), added.substitute())), pairs);
    }

    private static Optional<List<String>> circle(List<String> path, Collection<StandIn> pairs) {
        String last = path.get(path.size() - 1);
        for (StandIn pair : pairs) {
            if (!pair.staff().equals(last)) {
                continue;
            }
            if (pair.substitute().equals(path.get(0))) {
                if (path.size() > 2) {
                    path.add(path.get(0));
                    return Optional.of(path);
                }
            } else if (!path.contains(pair.substitute())) {
                List<String> longer = new ArrayList<>(path);
                longer.add(pair.substitute());
                Optional<List<String>> found = circle(longer, pairs);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
