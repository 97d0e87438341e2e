package org.shouwen.workflow.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * Where each node of a flow goes on once its ways have met again: the first node that every way from it passes
 * (its immediate post-dominator); where ways end apart, the usual answer.
 */
final class FlowWays {

    /** What all ways come to in the end. */
    private static final String END = "";

    private final Flow flow;
    private final Map<String, Set<String>> passed = new HashMap<>();

    FlowWays(Flow flow) {
        this.flow = flow;
        Set<String> all = new HashSet<>(flow.nodes().keySet());
        all.add(END);
        passed.put(END, Set.of(END));
        flow.nodes().keySet().forEach(id -> passed.put(id, all));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Node node : flow.nodes().values()) {
                Set<String> now = passedFrom(node);
                changed |= !now.equals(passed.put(node.id(), now));
            }
        }
    }

    private Set<String> passedFrom(Node node) {
        List<Arrow> out = flow.from(node);
        Set<String> common =
                new HashSet<>(passed.get(out.isEmpty() ? END : out.get(0).to()));
        out.forEach(arrow -> common.retainAll(passed.get(arrow.to())));
        common.add(node.id());
        return common;
    }

    /** @return id of the node that is read next; null where the way ends, or its ways never meet */
    String next(Node node) {
        List<Arrow> out = flow.from(node);
        if (out.size() < 2) {
            return out.isEmpty() ? null : out.get(0).to();
        }
        int rest = passed.get(node.id()).size() - 1;
        return passed.get(node.id()).stream()
                .filter(id -> !id.equals(END)
                        && !id.equals(node.id())
                        && passed.get(id).size() == rest)
                .findFirst()
                .orElseGet(() -> usual(node, out));
    }

    private static String usual(Node node, List<Arrow> out) {
        return out.stream()
                .filter(arrow -> arrow.id().equals(node.attribute("default")))
                .map(Arrow::to)
                .findFirst()
                .orElse(null);
    }
}
