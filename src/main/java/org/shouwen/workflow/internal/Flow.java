package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A diagram as it is written, wherever it comes from: its nodes, its arrows and what they are bound to. */
final class Flow {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "开始事件"),
            Map.entry("endEvent", "结束事件"),
            Map.entry("intermediateCatchEvent", "等待事件"),
            Map.entry("boundaryEvent", "边界事件"),
            Map.entry("userTask", "人工步骤"),
            Map.entry("serviceTask", "自动步骤"),
            Map.entry("sendTask", "通知"),
            Map.entry("receiveTask", "等待消息"),
            Map.entry("businessRuleTask", "查表"),
            Map.entry("callActivity", "调用流程"),
            Map.entry("subProcess", "子流程"),
            Map.entry("exclusiveGateway", "菱形"),
            Map.entry("parallelGateway", "并行菱形"));

    /** Other things that flow in BPMN; nobody would do them here. */
    private static final Set<String> STRANGE = Set.of(
            "task",
            "manualTask",
            "scriptTask",
            "transaction",
            "adHocSubProcess",
            "inclusiveGateway",
            "complexGateway",
            "eventBasedGateway",
            "intermediateThrowEvent",
            "implicitThrowEvent",
            "event");

    private static final Set<String> DELEGATED = Set.of("serviceTask", "sendTask", "businessRuleTask");

    private static final int LONGEST_NOTE = 20;

    private final DomElement process;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Arrow> arrows = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, DomElement> roots = new LinkedHashMap<>();

    /** @param level id of the process or sub-process that it lies in */
    record Node(String id, String name, String kind, String level, DomElement element) {

        boolean is(String... kinds) {
            return List.of(kinds).contains(kind);
        }

        boolean isDelegated() {
            return DELEGATED.contains(kind);
        }

        boolean isGateway() {
            return kind.endsWith("Gateway");
        }

        boolean isEvent() {
            return kind.endsWith("Event");
        }

        boolean isStrange() {
            return STRANGE.contains(kind);
        }

        String kindInWords() {
            return KINDS.getOrDefault(kind, kind);
        }

        /** @return empty where it is not there */
        String attribute(String attribute) {
            return text(element.getAttribute(attribute));
        }

        String camunda(String attribute) {
            return text(element.getAttribute(CAMUNDA, attribute));
        }

        boolean isEventSubProcess() {
            return is("subProcess") && attribute("triggeredByEvent").equals("true");
        }

        /** @return {@code timerEventDefinition} and so on, of an event; empty where it waits for nothing */
        Optional<DomElement> definition() {
            return definitions().stream().findFirst();
        }

        List<DomElement> definitions() {
            return element.getChildElements().stream()
                    .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                    .toList();
        }

        String definitionKind() {
            return definition().map(DomElement::getLocalName).orElse("");
        }

        /** @return whether what is being done ends when the event occurs */
        boolean interrupts() {
            return !attribute(is("boundaryEvent") ? "cancelActivity" : "isInterrupting")
                    .equals("false");
        }

        /** @return everything of that kind in its extension, not in what it holds */
        List<DomElement> extensions(String kind) {
            return element.getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("extensionElements"))
                    .flatMap(Flow::below)
                    .filter(child -> child.getLocalName().equals(kind))
                    .toList();
        }

        /** @return parameters by name */
        Map<String, String> parameters(String kind) {
            Map<String, String> found = new LinkedHashMap<>();
            extensions(kind)
                    .forEach(parameter -> found.put(
                            text(parameter.getAttribute("name")),
                            parameter.getTextContent().strip()));
            return found;
        }

        /** @return beans of its listeners, {@code reportWorkListener} */
        List<String> listeners(String kind, String event) {
            return extensions(kind).stream()
                    .filter(listener -> event.equals(listener.getAttribute("event")))
                    .map(listener -> bean(text(listener.getAttribute("delegateExpression"))))
                    .toList();
        }

        /** @return the bean that does the step; empty where none does */
        String delegate() {
            return bean(camunda("delegateExpression"));
        }
    }

    record Arrow(String id, String name, String from, String to, String level, DomElement element) {

        Optional<String> condition() {
            return element.getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("conditionExpression"))
                    .map(child -> child.getTextContent().strip())
                    .findFirst();
        }
    }

    private Flow(DomElement process) {
        this.process = process;
        read(process);
        Stream.concat(Stream.of(process), below(process))
                // The model API cannot read an element without a namespace
                .filter(element -> element.getNamespaceURI() != null)
                .map(element -> element.getAttribute("id"))
                .filter(id -> id != null)
                .forEach(ids::add);
    }

    /** @param root of a diagram */
    static List<Flow> in(DomElement root) {
        List<Flow> flows = root.getChildElements().stream()
                .filter(child -> child.getLocalName().equals("process"))
                .map(Flow::new)
                .toList();
        root.getChildElements().stream()
                .filter(child -> child.getAttribute("id") != null)
                .forEach(child -> flows.forEach(flow -> flow.roots.put(child.getAttribute("id"), child)));
        return flows;
    }

    private void read(DomElement level) {
        String at = text(level.getAttribute("id"));
        for (DomElement child : level.getChildElements()) {
            String id = text(child.getAttribute("id"));
            String name = text(child.getAttribute("name"));
            if (child.getLocalName().equals("sequenceFlow")) {
                arrows.put(
                        id,
                        new Arrow(
                                id,
                                name,
                                text(child.getAttribute("sourceRef")),
                                text(child.getAttribute("targetRef")),
                                at,
                                child));
            } else if (KINDS.containsKey(child.getLocalName()) || STRANGE.contains(child.getLocalName())) {
                nodes.put(id, new Node(id, name, child.getLocalName(), at, child));
                if (child.getLocalName().endsWith("ubProcess")
                        || child.getLocalName().equals("transaction")) {
                    read(child);
                }
            }
        }
    }

    static Stream<DomElement> below(DomElement element) {
        return element.getChildElements().stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static String bean(String expression) {
        return expression.replaceAll("[${}]", "");
    }

    String id() {
        return text(process.getAttribute("id"));
    }

    String name() {
        return text(process.getAttribute("name"));
    }

    DomElement process() {
        return process;
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    Stream<Node> nodes(Predicate<Node> which) {
        return nodes.values().stream().filter(which);
    }

    Map<String, Arrow> arrows() {
        return arrows;
    }

    List<Arrow> from(Node node) {
        return arrows.values().stream()
                .filter(arrow -> arrow.from().equals(node.id()))
                .toList();
    }

    List<Arrow> to(Node node) {
        return arrows.values().stream()
                .filter(arrow -> arrow.to().equals(node.id()))
                .toList();
    }

    /** @return name or code of what an event's definition refers to; empty where it refers to nothing */
    String meant(Node event, String reference, String attribute) {
        return event.definition()
                .map(definition -> roots.get(text(definition.getAttribute(reference))))
                .map(root -> text(root.getAttribute(attribute)))
                .orElse("");
    }

    /** @return name of the message that a node waits for; empty where it waits for none */
    String message(Node node) {
        return node.is("receiveTask")
                ? Optional.ofNullable(roots.get(node.attribute("messageRef")))
                        .map(message -> text(message.getAttribute("name")))
                        .orElse("")
                : meant(node, "messageRef", "name");
    }

    /** @return what is written in an element's documentation; empty where it has none */
    static String documentation(DomElement element) {
        return element.getChildElements().stream()
                .filter(child -> child.getLocalName().equals("documentation"))
                .map(child -> text(child.getTextContent()))
                .findFirst()
                .orElse("");
    }

    /** @return texts that are drawn at a node */
    List<String> notes(Node node) {
        List<DomElement> drawn = below(process).toList();
        return drawn.stream()
                .filter(line ->
                        line.getLocalName().equals("association") && node.id().equals(line.getAttribute("sourceRef")))
                .flatMap(line -> drawn.stream()
                        .filter(note -> line.getAttribute("targetRef").equals(note.getAttribute("id"))))
                .map(note -> text(note.getTextContent()))
                .toList();
    }

    /** @return what people call an element of the diagram: 名 in quotation marks, or where it lies */
    String place(String id) {
        Node node = nodes.get(id);
        if (node != null) {
            return node.name().isEmpty() ? nameless(node) : quoted(node.name());
        }
        Arrow arrow = arrows.get(id);
        if (arrow != null) {
            return arrow.name().isEmpty() ? way(arrow) : quoted(arrow.name());
        }
        Optional<DomElement> note = below(process)
                .filter(drawn -> drawn.getLocalName().equals("textAnnotation") && id.equals(drawn.getAttribute("id")))
                .findFirst();
        if (note.isPresent()) {
            String said = text(note.get().getTextContent()).replaceAll("\\s+", "");
            return "批注" + quoted(said.length() > LONGEST_NOTE ? said.substring(0, LONGEST_NOTE) + "…" : said);
        }
        DomElement root = roots.get(id);
        String name = root == null || id.equals(id()) ? "" : text(root.getAttribute("name"));
        return name.isEmpty() ? "" : quoted(name);
    }

    private String nameless(Node node) {
        return to(node).stream()
                        .map(arrow -> nodes.get(arrow.from()))
                        .filter(before -> before != null && !before.name().isEmpty())
                        .map(before -> quoted(before.name()) + "之后的")
                        .findFirst()
                        .orElse("没有名字的")
                + node.kindInWords();
    }

    private String way(Arrow arrow) {
        return "从" + end(arrow.from()) + "到" + end(arrow.to()) + "的箭头";
    }

    private String end(String id) {
        Node node = nodes.get(id);
        return node == null ? "别处" : node.name().isEmpty() ? node.kindInWords() : quoted(node.name());
    }

    private static String quoted(String name) {
        return "“" + name.replaceAll("\\s+", "") + "”";
    }

    /** @return whether an element of that id is there, of whatever kind */
    boolean has(String id) {
        return ids.contains(id);
    }

    /** @return every {@code ${bean.question(execution)}} of an attribute's kind, by the node that asks */
    Stream<Map.Entry<Node, String>> asked(String kind) {
        return nodes.values().stream().flatMap(node -> asked(node, kind).map(question -> Map.entry(node, question)));
    }

    /** @param kind assignee, candidateGroups, or time for due dates and timers */
    static Stream<String> asked(Node node, String kind) {
        List<String> found = new ArrayList<>();
        if (kind.equals("time")) {
            found.add(node.camunda("dueDate"));
            node.definition().stream()
                    .flatMap(Flow::below)
                    .forEach(time -> found.add(time.getTextContent().strip()));
        } else {
            found.add(node.camunda(kind));
        }
        return found.stream().filter(text -> !text.isEmpty());
    }
}
