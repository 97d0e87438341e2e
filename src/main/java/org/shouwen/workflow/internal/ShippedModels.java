package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.shouwen.workflow.NoticeNeeds;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * The models as this version of the program ships them, read when the first edited one is judged: what the program needs of
 * each, and the parts that flows are made of.
 */
final class ShippedModels {

    /** What a step that tells somebody says. */
    static final String MESSAGE = "message";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NOTIFIES = Pattern.compile("notify([A-Z][A-Za-z]+)Delegate");

    private final Program program;
    private final Map<String, Optional<TableModel>> tables = new ConcurrentHashMap<>();
    private final Map<String, Optional<JsonNode>> forms = new ConcurrentHashMap<>();
    private volatile Map<String, Flow> flows;

    ShippedModels(Program program) {
        this.program = program;
    }

    boolean isShipped(String file, byte[] bytes) {
        return program.shipped(file)
                .filter(shipped -> Arrays.equals(shipped, bytes))
                .isPresent();
    }

    Optional<TableModel> table(String id) {
        return tables.computeIfAbsent(id, key -> program.shipped(ModelNames.kebab(key) + ".dmn")
                .map(bytes -> Dmn.readModelFromStream(new ByteArrayInputStream(bytes))
                        .getDocument()
                        .getRootElement())
                .flatMap(root -> TableModel.in(root).stream().findFirst()));
    }

    /**
     * @param process id of a flow
     * @return tables that were asked when its tickets were taken in, as its start event says; those that answer with one row
     */
    List<TableModel> asked(String process) {
        return flow(process).stream()
                .flatMap(flow -> flow.nodes(node -> node.is("startEvent")).flatMap(node -> flow.notes(node).stream()))
                .flatMap(FlowWords::tables)
                .flatMap(id -> table(id).stream())
                .filter(table -> !table.lists())
                .toList();
    }

    Optional<JsonNode> form(String id) {
        return forms.computeIfAbsent(
                id, key -> program.shipped(ModelNames.kebab(key) + ".form").map(ShippedModels::json));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Flow> flow(String process) {
        return Optional.ofNullable(flows().get(process));
    }

    /** @return every flow by the id of its process */
    Map<String, Flow> flows() {
        if (flows == null) {
            Map<String, Flow> read = new TreeMap<>();
            for (ProcessContract contract : program.contracts()) {
                program.shipped(ModelNames.kebab(contract.key()) + ".bpmn")
                        .map(FlowReading::flow)
                        .ifPresent(flow -> read.put(contract.key(), flow));
            }
            flows = read;
        }
        return flows;
    }

    Optional<ProcessContract> contract(String process) {
        return program.contracts().stream()
                .filter(contract -> contract.key().equals(process))
                .findFirst();
    }

    /** @return variables of a process by name */
    Map<String, Class<?>> variables(String process) {
        return contract(process).stream()
                .flatMap(contract -> contract.variables().stream())
                .collect(Collectors.toMap(Variable::name, Variable::type));
    }

    /**
     * What a flow may use: what it uses as it is shipped, and what several flows use, as long as it has the variables that
     * all these have, for it may read them.
     *
     * @param uses what a flow uses, and what people call the place
     * @return that, by what is used
     */
    Map<String, String> usable(String process, Function<Flow, Stream<Map.Entry<Node, String>>> uses) {
        Map<String, String> places = new LinkedHashMap<>();
        Map<String, Set<String>> users = new TreeMap<>();
        flow(process).stream()
                .flatMap(uses)
                .forEach(use -> places.putIfAbsent(use.getValue(), use.getKey().name()));
        flows().values().forEach(flow -> uses.apply(flow).forEach(use -> {
            users.computeIfAbsent(use.getValue(), key -> new TreeSet<>()).add(flow.id());
        }));
        Set<String> own = variables(process).keySet();
        users.forEach((use, by) -> {
            if (by.size() > 1 && own.containsAll(common(by))) {
                places.putIfAbsent(use, "");
            }
        });
        return places;
    }

    private Set<String> common(Set<String> processes) {
        Set<String> common = null;
        for (String process : processes) {
            Set<String> own = variables(process).keySet();
            if (common == null) {
                common = new HashSet<>(own);
            } else {
                common.retainAll(own);
            }
        }
        return common;
    }

    static boolean isNotice(String delegate) {
        return NOTIFIES.matcher(delegate).matches();
    }

    /** @return whom it tells, as names of wordings say it; empty where it tells nobody */
    static String audience(String delegate) {
        Matcher told = NOTIFIES.matcher(delegate);
        return told.matches() ? told.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /**
     * A flow has what every ticket has, and what its own notices speak of as it is shipped: what else a wording speaks of belongs
     * to tickets of another kind, or to what another flow does.
     *
     * @return what this flow does not have of that, in words
     */
    Set<String> unknownFacts(String process, NoticeNeeds.Need wording) {
        Set<String> missing = new TreeSet<>(wording.facts().keySet());
        if (!missing.isEmpty()) {
            flow(process).stream()
                    .flatMap(flow -> flow.nodes(node -> isNotice(node.delegate())))
                    .flatMap(node ->
                            program.wording(node.parameters("inputParameter").get(MESSAGE)).stream())
                    .forEach(own -> missing.removeAll(own.facts().keySet()));
        }
        return missing.stream().map(wording.facts()::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return every node of every flow that is shipped */
    Stream<Node> nodes() {
        return flows().values().stream().flatMap(flow -> flow.nodes().values().stream());
    }

    /** @return beans that read a form: the listeners of the steps and starts that show it */
    List<String> readers(String form) {
        return nodes().filter(node -> node.camunda("formRef").equals(form))
                .flatMap(ShippedModels::readers)
                .distinct()
                .toList();
    }

    /** @return beans that are told when a step's form is handed in, or when a start's is */
    static Stream<String> readers(Node node) {
        return Stream.concat(
                node.listeners("taskListener", "complete").stream(),
                node.listeners("executionListener", "start").stream());
    }
}
