package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * The answers that managers' own steps of a flow declare: what is chosen in a choice field of a step's form, and what a table says
 * that a step asks, may steer the flow.
 */
final class OwnAnswers {

    private static final Set<String> CHOICES = Set.of("radio", "select");

    private final Flow flow;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /**
     * @param label of the field, as people read it
     * @param codes that can be chosen
     * @param steps ids of the steps that ask it
     */
    record Answer(String label, Set<String> codes, Set<String> steps) {}

    /**
     * @param forms that are deployed with the flow, by id
     * @param tables of the house, by id
     */
    OwnAnswers(Flow flow, Map<String, JsonNode> forms, Function<String, Optional<TableModel>> tables) {
        this.flow = flow;
        flow.nodes().values().forEach(step -> AskedTables.of(step)
                .flatMap(id -> tables.apply(id).stream())
                .forEach(table -> AskedTables.answers(table).forEach(answer -> answers.computeIfAbsent(
                                answer.name(),
                                name -> new Answer(
                                        table.name() + "：" + answer.label(), answer.codes(), new LinkedHashSet<>()))
                        .steps()
                        .add(step.id()))));
        flow.nodes(OwnAnswers::isOwn).forEach(step -> {
            JsonNode form = forms.get(step.camunda("formRef"));
            if (form != null) {
                fields(form).filter(field -> isChoice(field)).forEach(field -> declare(step, field));
            }
        });
    }

    /** @return whether a step is a manager's own, whose form the product knows nothing of */
    static boolean isOwn(Node step) {
        return step.listeners("taskListener", "complete").contains(BuildingBlocks.LISTENER);
    }

    static boolean isChoice(JsonNode field) {
        return CHOICES.contains(field.path("type").asText())
                && field.path("values").size() > 0;
    }

    /** @return fields that hand something in, in order */
    static Stream<JsonNode> fields(JsonNode parent) {
        List<JsonNode> found = new ArrayList<>();
        parent.path("components").forEach(component -> {
            if (component.path("key").asText().startsWith(Submission.INPUT)) {
                found.add(component);
            }
            fields(component).forEach(found::add);
        });
        return found.stream();
    }

    private void declare(Node step, JsonNode field) {
        Answer answer = answers.computeIfAbsent(
                field.path("key").asText().substring(Submission.INPUT.length()),
                name -> new Answer(field.path("label").asText(), new LinkedHashSet<>(), new LinkedHashSet<>()));
        field.path("values")
                .forEach(value -> answer.codes().add(value.path("value").asText()));
        answer.steps().add(step.id());
    }

    /** @return by name, which is the key of the field */
    Map<String, Answer> byName() {
        return answers;
    }

    /** @return whether a case may come to a node before anybody answered */
    boolean mayBeMissing(Answer answer, String node) {
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        flow.nodes(start -> start.is("startEvent") && begins(start))
                .map(Node::id)
                .filter(seen::add)
                .forEach(open::push);
        while (!open.isEmpty()) {
            Node here = flow.nodes().get(open.pop());
            if (here != null) {
                next(here, answer).filter(seen::add).forEach(open::push);
            }
        }
        return seen.contains(node);
    }

    /** The flow itself, and what may happen at any time. */
    private boolean begins(Node start) {
        Node level = flow.nodes().get(start.level());
        return level == null || level.isEventSubProcess();
    }

    /** Into a sub-process, out of it, to what is attached, and on, unless it is there that it is answered. */
    private Stream<String> next(Node here, Answer answer) {
        Stream<String> attached = flow.nodes(
                        node -> node.attribute("attachedToRef").equals(here.id()))
                .map(Node::id);
        if (here.is("subProcess")) {
            return Stream.concat(
                    attached,
                    flow.nodes(node -> node.is("startEvent") && node.level().equals(here.id()))
                            .map(Node::id));
        }
        if (answer.steps().contains(here.id())) {
            return attached;
        }
        Stream<String> on = here.is("endEvent") ? after(here.level()) : after(here.id());
        return Stream.concat(attached, on);
    }

    private Stream<String> after(String id) {
        return flow.arrows().values().stream()
                .filter(arrow -> arrow.from().equals(id))
                .map(Arrow::to);
    }
}
