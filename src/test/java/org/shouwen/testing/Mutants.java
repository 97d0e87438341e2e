package org.shouwen.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Every element, attribute and cell of every shipped model dropped, doubled, renamed or given another type, one at a time. */
public final class Mutants {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Lists, for the seed says the order. */
    private static final List<String> FIELDS = List.of("textfield", "number", "checkbox", "select", "datetime", "text");

    private final Map<String, byte[]> models;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(Map<String, byte[]> models) {
        this.models = models;
    }

    /** @param what is edited, of which kind first */
    public record Mutant(String file, String kind, String what, Supplier<byte[]> bytes) {

        @Override
        public String toString() {
            return file + " " + kind + " " + what;
        }
    }

    /** @return all of them, in an order that the seed says: of tables, diagrams and forms in turn, as long as there are */
    public static List<Mutant> drawn(Map<String, byte[]> models, long seed) {
        Mutants made = new Mutants(models);
        models.forEach((file, bytes) -> {
            if (file.endsWith(".form")) {
                made.form(file, bytes);
            } else {
                made.model(file, bytes);
            }
        });
        Collections.shuffle(made.mutants, new Random(seed));
        Map<String, Deque<Mutant>> kinds = made.mutants.stream()
                .collect(Collectors.groupingBy(
                        mutant -> mutant.file().replaceFirst(".*\\.", ""),
                        TreeMap::new,
                        Collectors.toCollection(ArrayDeque::new)));
        List<Mutant> inTurn = new ArrayList<>();
        while (inTurn.size() < made.mutants.size()) {
            kinds.values().stream().filter(left -> !left.isEmpty()).forEach(left -> inTurn.add(left.pop()));
        }
        return inTurn;
    }

    // ---- diagrams and tables

    private void model(String file, byte[] bytes) {
        List<Element> elements = ModelEdit.of(bytes).elements();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            // Where things are drawn is no business of this, and arrows are read, not what repeats them
            if (element.getLocalName().matches("incoming|outgoing")
                    || element.getNamespaceURI().matches(".*(/DI/?|/DC/?|/DMNDI/?|/DD/.*)")
                    || i == 0) {
                continue;
            }
            int at = i;
            String what = element.getTagName() + " " + element.getAttribute("id");
            add(file, "drop", what, edit -> ModelEdit.remove(edit.elements().get(at)));
            if (!element.getAttribute("id").isEmpty()) {
                add(file, "drop with arrows", what, edit -> edit.drop(element.getAttribute("id")));
            }
            add(file, "double", what, edit -> doubled(edit.elements().get(at)));
            kinds(element.getLocalName()).stream()
                    .filter(kind -> !kind.equals(element.getLocalName()))
                    .forEach(kind -> add(
                            file,
                            "retype",
                            what + " to " + kind,
                            edit -> edit.rename(edit.elements().get(at), kind)));
            attributes(file, element, at, what);
            String text = element.getTextContent().strip();
            if (element.getElementsByTagName("*").getLength() == 0 && !text.isEmpty()) {
                texts(text)
                        .forEach(instead ->
                                add(file, "text", what + " " + text + " to " + instead, edit -> edit.elements()
                                        .get(at)
                                        .setTextContent(instead)));
            }
        }
    }

    private void attributes(String file, Element element, int at, String what) {
        for (int a = 0; a < element.getAttributes().getLength(); a++) {
            String name = element.getAttributes().item(a).getNodeName();
            String value = element.getAttributes().item(a).getNodeValue();
            if (!name.startsWith("xmlns") && !name.startsWith("biodi")) {
                add(file, "drop attribute", what + " " + name, edit -> edit.elements()
                        .get(at)
                        .removeAttribute(name));
                add(file, "rename", what + " " + name, edit -> edit.elements()
                        .get(at)
                        .setAttribute(
                                name,
                                value.matches("true|false") ? value.equals("true") ? "false" : "true" : value + "x"));
            }
        }
    }

    private static void doubled(Element element) {
        Element copy = (Element) element.cloneNode(true);
        for (int i = -1; i < copy.getElementsByTagName("*").getLength(); i++) {
            Element inner =
                    i < 0 ? copy : (Element) copy.getElementsByTagName("*").item(i);
            if (inner.hasAttribute("id")) {
                inner.setAttribute("id", inner.getAttribute("id") + "Second");
            }
        }
        element.getParentNode().insertBefore(copy, element.getNextSibling());
    }

    private static List<String> kinds(String kind) {
        return switch (kind) {
            case "userTask", "serviceTask", "sendTask", "businessRuleTask", "callActivity" ->
                List.of("task", "userTask", "serviceTask", "manualTask");
            case "exclusiveGateway", "parallelGateway" ->
                List.of("parallelGateway", "inclusiveGateway", "exclusiveGateway");
            case "boundaryEvent", "intermediateCatchEvent" ->
                List.of("intermediateThrowEvent", "intermediateCatchEvent");
            case "timerEventDefinition", "messageEventDefinition" ->
                List.of("signalEventDefinition", "conditionalEventDefinition", "terminateEventDefinition");
            case "timeDate" -> List.of("timeDuration", "timeCycle");
            case "in" -> List.of("out");
            case "out" -> List.of("in");
            default -> List.of();
        };
    }

    /** Other texts of an element without elements: cells, conditions, times, parameters. */
    private static Stream<String> texts(String text) {
        return Stream.of("", text + "x", "7", "-7", "\"别的\"", "true", "-", text.replace("${", "${!"))
                .filter(instead -> !instead.equals(text));
    }

    private void add(String file, String kind, String what, Consumer<ModelEdit> edit) {
        mutants.add(new Mutant(file, kind, what, () -> ModelEdit.edited(models.get(file), edit)));
    }

    // ---- forms

    private void form(String file, byte[] bytes) {
        int components = read(bytes).path("components").size();
        for (int i = 0; i < components; i++) {
            int at = i;
            String what = read(bytes).path("components").path(i).path("id").asText();
            change(file, "drop", what, all -> all.remove(at));
            change(file, "double", what, all -> all.add(all.get(at).deepCopy()));
            change(file, "rename", what, all -> ((ObjectNode) all.get(at)).put("key", "input_別"));
            FIELDS.forEach(kind ->
                    change(file, "retype", what + " to " + kind, all -> ((ObjectNode) all.get(at)).put("type", kind)));
            change(file, "hide", what, all -> ((ObjectNode) all.get(at))
                    .putObject("conditional")
                    .put("hide", "=true"));
            change(file, "lock", what, all -> ((ObjectNode) all.get(at)).put("readonly", true));
            inner(file, what, read(bytes).path("components").path(i), "/" + i);
        }
    }

    /** What stands inside a part of a form: labels, options, bounds, conditions; not where it is drawn. */
    private void inner(String file, String what, JsonNode parent, String path) {
        List<String> names = new ArrayList<>();
        if (parent.isArray()) {
            IntStream.range(0, parent.size()).forEach(i -> names.add(Integer.toString(i)));
        } else {
            parent.fieldNames().forEachRemaining(names::add);
        }
        names.remove("layout");
        for (String name : names) {
            String at = path + "/" + name;
            JsonNode child = parent.at("/" + name);
            String inside = what + at.replaceFirst("^/\\d+", "");
            change(file, "drop attribute", inside, all -> put(all, at, null));
            others(child)
                    .forEach(instead -> change(
                            file,
                            "text",
                            inside + " " + child.asText() + " to " + instead,
                            all -> put(all, at, instead)));
            inner(file, what, child, at);
        }
    }

    private static Stream<JsonNode> others(JsonNode value) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (value.getNodeType()) {
            case STRING -> Stream.of(make.textNode(value.asText() + "x"), make.textNode(""));
            case BOOLEAN -> Stream.of(make.booleanNode(!value.asBoolean()));
            case NUMBER -> Stream.of(make.numberNode(0), make.numberNode(-7), make.numberNode(1_000_000));
            default -> Stream.of();
        };
    }

    private static void put(ArrayNode all, String path, JsonNode instead) {
        JsonPointer at = JsonPointer.compile(path);
        String name = at.last().getMatchingProperty();
        JsonNode parent = all.at(at.head());
        if (parent instanceof ArrayNode list) {
            if (instead == null) {
                list.remove(Integer.parseInt(name));
            } else {
                list.set(Integer.parseInt(name), instead);
            }
        } else if (instead == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, instead);
        }
    }

    private void change(String file, String kind, String what, Consumer<ArrayNode> edit) {
        mutants.add(new Mutant(file, kind, what, () -> {
            JsonNode form = read(models.get(file));
            edit.accept((ArrayNode) form.path("components"));
            return form.toString().getBytes(UTF_8);
        }));
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
