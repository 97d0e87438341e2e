package org.shouwen.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.shouwen.workflow.internal.ModelReaders;

/** The models as they lie in the source tree, read with Camunda's own model API. */
public final class Models {

    public static final Path BPMN = Path.of("bpmn");
    public static final Path FORMS = Path.of("forms");

    private static final String INPUT = "input_";
    private static final Pattern FORM_REF = Pattern.compile("formRef=\"(\\w+)\"");
    private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static {
        ModelReaders.stand();
    }

    private Models() {}

    /** @return ids of the forms that the steps of a diagram show */
    public static Set<String> formsOf(byte[] diagram) {
        return FORM_REF.matcher(new String(diagram, UTF_8))
                .results()
                .map(form -> form.group(1))
                .collect(Collectors.toSet());
    }

    /** @return whether the node is a step that a delegate does */
    public static boolean isDelegated(FlowNode node) {
        return node instanceof ServiceTask || node instanceof SendTask || node instanceof BusinessRuleTask;
    }

    /** @return the expression of the delegate that does the step; null where none does */
    public static String delegateOf(Task task) {
        return task.getAttributeValueNs(CAMUNDA, "delegateExpression");
    }

    /** One BPMN file. */
    public record Diagram(String file, BpmnModelInstance model) {

        public Process process() {
            return all(Process.class).iterator().next();
        }

        public String id() {
            return process().getId();
        }

        public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        /** @return every step that a delegate does: service, send and rule tasks */
        public List<Task> delegated() {
            return all(Task.class).stream().filter(Models::isDelegated).toList();
        }

        /** @return file and element, as every finding begins */
        public String at(BaseElement element) {
            return file + " " + element.getId() + ": ";
        }
    }

    /** One DMN file. */
    public record Table(String file, DmnModelInstance model) {

        public Decision decision() {
            return model.getModelElementsByType(Decision.class).iterator().next();
        }

        public String id() {
            return decision().getId();
        }

        public DecisionTable table() {
            return model.getModelElementsByType(DecisionTable.class).iterator().next();
        }

        /** @return name of the fact an input asks for */
        public static String name(Input input) {
            return input.getInputExpression().getText().getTextContent().strip();
        }
    }

    /** One Camunda Form. */
    public record Form(String file, JsonNode json) {

        public String id() {
            return json.path("id").asText();
        }

        /** @return components that hand something in, by name without {@code input_} */
        public Map<String, JsonNode> inputs() {
            return components()
                    .filter(component -> component.path("key").asText().startsWith(INPUT))
                    .collect(Collectors.toMap(
                            component -> component.path("key").asText().substring(INPUT.length()),
                            component -> component,
                            (a, b) -> a,
                            LinkedHashMap::new));
        }

        /** @return every component, also those in groups */
        public Stream<JsonNode> components() {
            return below(json);
        }

        private static Stream<JsonNode> below(JsonNode parent) {
            return Stream.of(parent.path("components"))
                    .flatMap(children -> Stream.iterate(0, i -> i < children.size(), i -> i + 1)
                            .map(children::get))
                    .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
        }
    }

    public static List<Diagram> diagrams() {
        return read(
                BPMN,
                ".bpmn",
                (file, path) -> new Diagram(file, Bpmn.readModelFromStream(new ByteArrayInputStream(content(path)))));
    }

    public static List<Table> tables() {
        return read(
                BPMN,
                ".dmn",
                (file, path) -> new Table(file, Dmn.readModelFromStream(new ByteArrayInputStream(content(path)))));
    }

    public static Table table(String id) {
        return tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static List<Form> forms() {
        return read(FORMS, ".form", (file, path) -> new Form(file, json(path)));
    }

    /** @return every model and form by file name, as they are deployed */
    public static Map<String, byte[]> bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (Path folder : List.of(BPMN, FORMS)) {
            entries(folder).forEach(path -> all.put(path.getFileName().toString(), content(path)));
        }
        return all;
    }

    /** @return what lies in the folder, not below it */
    public static List<Path> entries(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String kebab(String camel) {
        return HUMP.matcher(camel).replaceAll("$1-$2").toLowerCase(java.util.Locale.ROOT);
    }

    private static <T> List<T> read(Path folder, String ending, BiFunction<String, Path, T> reader) {
        return entries(folder).stream()
                .filter(path -> path.toString().endsWith(ending))
                .map(path -> reader.apply(path.getFileName().toString(), path))
                .toList();
    }

    private static JsonNode json(Path path) {
        try {
            return new ObjectMapper().readTree(content(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is not JSON", e);
        }
    }

    private static byte[] content(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
