package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * What a diagram asks at its gateways that only one of its steps answers, and the product does not know. Whatever begins on the
 * diagram passes the step first; what comes over from another version may be past it.
 */
final class OpenAnswers {

    private static final Pattern ASKED = Pattern.compile("\\$\\{!?(\\w+)");

    private final Flow flow;

    /** Gateways that ask, by name of the answer. */
    private final Map<String, Set<String>> gateways = new TreeMap<>();

    /** Steps that answer, by name of the answer. */
    private final Map<String, Set<String>> steps = new TreeMap<>();

    /**
     * @param declared names that the product knows
     * @param forms of the diagram's steps, by id
     */
    OpenAnswers(Flow flow, Set<String> declared, Function<String, JsonNode> forms) {
        this.flow = flow;
        flow.arrows().values().forEach(arrow -> asked(arrow)
                .filter(name -> !declared.contains(name))
                .forEach(name -> gateways.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(arrow.from())));
        gateways.keySet()
                .forEach(name -> steps.put(
                        name,
                        flow.nodes(node -> node.is("userTask"))
                                .filter(node -> fills(forms.apply(node.camunda("formRef")), Submission.INPUT + name))
                                .map(Node::id)
                                .collect(Collectors.toSet())));
    }

    private static Stream<String> asked(Arrow arrow) {
        return arrow.condition().stream()
                .flatMap(condition -> ASKED.matcher(condition).results().map(found -> found.group(1)));
    }

    private static boolean fills(JsonNode form, String key) {
        return form.findValuesAsText("key").contains(key);
    }

    Set<String> names() {
        return gateways.keySet();
    }

    /**
     * @param at elements at which it stands
     * @param known whether an answer was given already
     * @return what it would come to without an answer, a sentence each
     */
    List<String> missing(Collection<String> at, Predicate<String> known) {
        return gateways.entrySet().stream()
                .filter(asked -> !known.test(asked.getKey()))
                .flatMap(asked -> {
                    Set<String> reached = reached(at, steps.get(asked.getKey()));
                    return asked.getValue().stream()
                            .filter(reached::contains)
                            .map(gateway -> "以后走到%s要看%s的答复，而这一件已经过了那一步"
                                    .formatted(flow.place(gateway), places(steps.get(asked.getKey()))));
                })
                .toList();
    }

    private String places(Set<String> elements) {
        return elements.stream().map(flow::place).sorted().collect(Collectors.joining("、"));
    }

    /** @return where it may come to before one of those steps is done */
    private Set<String> reached(Collection<String> at, Set<String> answering) {
        Set<String> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        Stream.concat(at.stream(), anytime(at))
                .map(flow.nodes()::get)
                .filter(node -> node != null && seen.add(node.id()))
                .forEach(open::push);
        while (!open.isEmpty()) {
            next(open.pop(), answering)
                    .map(flow.nodes()::get)
                    .filter(node -> node != null && seen.add(node.id()))
                    .forEach(open::push);
        }
        return seen;
    }

    /** Events of what is open around it. */
    private Stream<String> anytime(Collection<String> at) {
        Set<String> around = new LinkedHashSet<>();
        for (String id : at) {
            for (Node node = flow.nodes().get(id);
                    node != null;
                    node = flow.nodes().get(node.level())) {
                around.add(node.level());
            }
        }
        return around.stream()
                .flatMap(level -> Stream.concat(
                        attached(level),
                        flow.nodes(node ->
                                        node.isEventSubProcess() && node.level().equals(level))
                                .map(Node::id)));
    }

    private Stream<String> attached(String id) {
        return flow.nodes(node -> node.attribute("attachedToRef").equals(id)).map(Node::id);
    }

    private Stream<String> next(Node here, Set<String> answering) {
        Stream<String> inside = flow.nodes(node -> here.is("subProcess")
                        && node.level().equals(here.id())
                        && (node.is("startEvent") || node.isEventSubProcess()))
                .map(Node::id);
        boolean goesOn = !answering.contains(here.id()) && !here.is("subProcess");
        String left = here.is("endEvent") ? here.level() : here.id();
        Stream<String> on = flow.arrows().values().stream()
                .filter(arrow -> goesOn && arrow.from().equals(left))
                .map(Arrow::to);
        return Stream.of(inside, attached(here.id()), on).flatMap(ways -> ways);
    }
}
