package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.InWords;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What one version of a diagram says otherwise than another: every attribute and everything below an element counts, in words
 * where there are words for it, as it is written where there are none. Elements are the same where their ids are.
 */
final class FlowDifference {

    /** What holds elements that stand for themselves; everything else below an element belongs to it. */
    private static final Set<String> HOLDERS = Set.of(
            "definitions", "process", "subProcess", "transaction", "adHocSubProcess", "collaboration", "laneSet");

    /** Not of the element itself: what arrows say, and what is drawn. */
    private static final Set<String> ELSEWHERE = Set.of("incoming", "outgoing", "flowNodeRef", "BPMNDiagram");

    private static final Set<String> PARTS = Set.of("documentation", "extensionElements");

    private static final Map<String, String> KINDS = Map.of(
            "process", "流程",
            "sequenceFlow", "箭头",
            "textAnnotation", "注释",
            "association", "虚线",
            "message", "消息",
            "error", "错误",
            "collaboration", "泳池",
            "participant", "泳池");

    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("name", "名称"),
            Map.entry("assignee", "谁"),
            Map.entry("candidateGroups", "谁"),
            Map.entry("candidateUsers", "谁"),
            Map.entry("dueDate", "到什么时候"),
            Map.entry("formRef", "填什么"),
            Map.entry("delegateExpression", "做什么"),
            Map.entry("calledElement", "流程"),
            Map.entry("decisionRef", "查表"),
            Map.entry("asyncBefore", "之前的保存点"),
            Map.entry("asyncAfter", "之后的保存点"),
            Map.entry("default", "默认的答案"),
            Map.entry("sourceRef", "从"),
            Map.entry("targetRef", "到"),
            Map.entry("attachedToRef", "放在"),
            Map.entry("cancelActivity", "打断正在办的"),
            Map.entry("isInterrupting", "打断正在办的"),
            Map.entry("messageRef", "消息"),
            Map.entry("errorRef", "错误"),
            Map.entry("historyTimeToLive", "历史保存"),
            Map.entry("isExecutable", "执行"),
            Map.entry("formRefBinding", "表单随流程的版本"),
            Map.entry("modelerTemplate", "构件"),
            Map.entry("modelerTemplateVersion", "构件的版本"));

    /** What a diagram says just as well by not saying it; some editors write it, others do not. */
    private static final Set<String> UNSAID = Set.of(
            "completionQuantity=1",
            "startQuantity=1",
            "isForCompensation=false",
            "implementation=##unspecified",
            "implementation=##WebService",
            "gatewayDirection=Unspecified",
            "instantiate=false",
            "parallelMultiple=false",
            "triggeredByEvent=false");

    private static final Map<String, String> EVENTS = Map.of(
            "timerEventDefinition", "定时",
            "messageEventDefinition", "消息",
            "errorEventDefinition", "错误",
            "terminateEventDefinition", "全部结束");

    private static final Map<String, String> PARAMETERS = Map.of("message", "通知文字", "cause", "督办的原因");

    /** When a listener is told. */
    private static final Map<String, String> MOMENTS = Map.of(
            "create", "打开时",
            "assignment", "派给人时",
            "complete", "交表时",
            "start", "进入时",
            "end", "离开时",
            "take", "经过时",
            "timeout", "到时限时");

    /** What the server writes for each building block, whatever is chosen in it. */
    private static final Map<String, String> OF_BLOCKS = Map.of(
            ATTRIBUTES.get("formRefBinding"), "deployment",
            ATTRIBUTES.get("modelerTemplateVersion"), "1",
            ATTRIBUTES.get("asyncBefore"), "true",
            MOMENTS.get("create"), "showFactsListener",
            MOMENTS.get("complete"), BuildingBlocks.LISTENER,
            MOMENTS.get("timeout"), BuildingBlocks.LATE);

    private static final Map<String, String> BLOCKS =
            Map.of(Blocks.STEP, "人工步骤", Blocks.NOTICE, "通知", Blocks.WAIT, "等待", Blocks.SUPERVISION, "督办");

    private static final String NOTHING = "（空）";

    private final Side before;
    private final Side after;

    private FlowDifference(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    /** @param conditions in words, by what is written */
    record Drawn(byte[] diagram, Map<String, String> conditions) {}

    /**
     * @param said words by what a model names, {@code people.handler}
     * @param flows name of a process by id
     */
    static Difference of(
            Drawn before, Drawn after, Function<String, Optional<InWords>> said, Function<String, String> flows) {
        return new FlowDifference(new Side(before, said, flows), new Side(after, said, flows)).difference();
    }

    private Difference difference() {
        List<Line> lines = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        after.elements.forEach((id, element) -> {
            Element old = before.elements.get(id);
            if (old == null) {
                lines.add(line(What.ADDED, after, id, cells(Map.of(), after.saysOfItself(id))));
            } else {
                List<Cell> cells = cells(before.says(id), after.says(id));
                if (!cells.isEmpty()) {
                    lines.add(line(What.CHANGED, after, id, cells));
                } else if (!Objects.equals(before.drawn.get(id), after.drawn.get(id))) {
                    moved.add(after.called(id));
                }
            }
        });
        before.elements.keySet().stream()
                .filter(id -> !after.elements.containsKey(id))
                .forEach(id -> lines.add(line(What.REMOVED, before, id, cells(before.saysOfItself(id), Map.of()))));
        if (!moved.isEmpty()) {
            lines.add(new Line(What.MOVED, "", "图", String.join("、", new LinkedHashSet<>(moved)), List.of()));
        }
        return new Difference(List.copyOf(lines));
    }

    private static Line line(What what, Side side, String id, List<Cell> cells) {
        return new Line(what, id, side.kind(id), side.called(id), cells);
    }

    /** @param written what decides whether it is the same, as people may call two things alike */
    private record Say(String words, String written) {

        Say and(Say other) {
            String both = words.equals(other.words) ? words : words + "；" + other.words;
            return new Say(both, written + "；" + other.written);
        }
    }

    private static List<Cell> cells(Map<String, Say> old, Map<String, Say> now) {
        Set<String> labels = new LinkedHashSet<>(now.keySet());
        labels.addAll(old.keySet());
        List<Cell> cells = new ArrayList<>();
        for (String label : labels) {
            Optional<Say> before = Optional.ofNullable(old.get(label));
            Optional<Say> after = Optional.ofNullable(now.get(label));
            if (!before.map(Say::written).equals(after.map(Say::written))) {
                boolean alike = before.map(Say::words).equals(after.map(Say::words));
                Function<Say, String> said = alike ? Say::written : Say::words;
                cells.add(new Cell(
                        label, before.map(said).orElse(null), after.map(said).orElse(null)));
            }
        }
        return List.copyOf(cells);
    }

    /** One version of the diagram. */
    private static final class Side {

        private final Flow flow;
        private final Function<String, Optional<InWords>> said;
        private final Function<String, String> flows;
        private final Map<String, String> conditions;

        /** Messages and errors; what they are called is said by the elements that name them. */
        private final Map<String, Element> meant = new TreeMap<>();

        private final Map<String, Element> elements = new LinkedHashMap<>();

        /** Where each is drawn. */
        private final Map<String, String> drawn = new TreeMap<>();

        Side(Drawn drawing, Function<String, Optional<InWords>> said, Function<String, String> flows) {
            BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(drawing.diagram()));
            this.flow = Flow.in(model.getDocument().getRootElement()).get(0);
            this.said = said;
            this.flows = flows;
            this.conditions = drawing.conditions();
            Node document = model.getDocument().getDomSource().getNode();
            children(document).forEach(this::read);
            below(document)
                    .filter(shape -> Set.of("BPMNShape", "BPMNEdge").contains(shape.getLocalName()))
                    .forEach(shape -> drawn.put(shape.getAttribute("bpmnElement"), written(shape)));
        }

        private void read(Element holder) {
            for (Element child : children(holder).toList()) {
                String id = child.getAttribute("id");
                String kind = child.getLocalName();
                if (kind.equals("message") || kind.equals("error")) {
                    meant.put(id, child);
                } else if (!id.isEmpty() && !ELSEWHERE.contains(kind) && !PARTS.contains(kind)) {
                    elements.put(id, child);
                    if (HOLDERS.contains(kind)) {
                        read(child);
                    }
                }
            }
        }

        String kind(String id) {
            String kind = elements.get(id).getLocalName();
            return Optional.ofNullable(flow.nodes().get(id))
                    .map(Flow.Node::kindInWords)
                    .orElse(KINDS.getOrDefault(kind, kind));
        }

        String called(String id) {
            Element element = elements.get(id);
            if (element == null) {
                return id;
            }
            if (element.getLocalName().equals("textAnnotation")) {
                return element.getTextContent().strip();
            }
            String place = id.equals(flow.id()) ? flow.name() : flow.place(id);
            return place.isEmpty() ? id : place.replaceAll("[“”]", "");
        }

        /** @return what an element says, by what people call it, with what it is */
        Map<String, Say> says(String id) {
            Map<String, Say> says = new LinkedHashMap<>();
            if (!elements.get(id).getLocalName().equals("process")) {
                put(says, "种类", kind(id));
            }
            says.putAll(saysOfItself(id));
            return says;
        }

        Map<String, Say> saysOfItself(String id) {
            Element element = elements.get(id);
            Map<String, Say> says = new LinkedHashMap<>();
            own(element, says);
            for (Element child : children(element).toList()) {
                boolean itsOwn = elements.get(child.getAttribute("id")) == child;
                if (!itsOwn && !ELSEWHERE.contains(child.getLocalName())) {
                    part(element, child, says);
                }
            }
            if (attributes(element).anyMatch(attribute -> BLOCKS.containsKey(attribute.getValue()))) {
                says.entrySet().removeIf(said -> said.getValue().written().equals(OF_BLOCKS.get(said.getKey())));
            }
            return says;
        }

        private void part(Element whole, Element part, Map<String, Say> says) {
            String kind = part.getLocalName();
            String text = part.getTextContent().strip();
            switch (kind) {
                case "documentation" -> put(says, "说明", text);
                case "text" -> put(says, "内容", text);
                case "conditionExpression" -> put(says, "条件", condition(whole, text), bare(text));
                case "extensionElements" -> children(part).forEach(extension -> extension(extension, says));
                default -> {
                    if (kind.endsWith("EventDefinition")) {
                        event(part, says);
                    } else {
                        put(says, kind, written(part));
                    }
                }
            }
        }

        /** What the program decides has no words but those of the drawing: the question, and the answer on the arrow. */
        private String condition(Element arrow, String text) {
            String answer = arrow.getAttribute("name");
            return Optional.ofNullable(conditions.get(text))
                    .orElseGet(() ->
                            answer.isEmpty() ? bare(text) : called(arrow.getAttribute("sourceRef")) + "：" + answer);
        }

        private void event(Element definition, Map<String, Say> says) {
            put(says, "等什么", EVENTS.getOrDefault(definition.getLocalName(), definition.getLocalName()));
            own(definition, says);
            children(definition)
                    .map(time -> time.getTextContent().strip())
                    .forEach(time -> put(says, "什么时候", inWords(time), time));
        }

        private void own(Element element, Map<String, Say> says) {
            attributes(element).filter(FlowDifference::isSaid).forEach(attribute -> {
                String name = attribute.getLocalName();
                put(
                        says,
                        ATTRIBUTES.getOrDefault(name, name),
                        words(name, attribute.getValue()),
                        counts(name, attribute.getValue()));
            });
        }

        private void extension(Element extension, Map<String, Say> says) {
            String name = extension.getAttribute("name");
            switch (extension.getLocalName()) {
                case "taskListener", "executionListener" ->
                    put(
                            says,
                            MOMENTS.getOrDefault(extension.getAttribute("event"), extension.getAttribute("event")),
                            Flow.bean(extension.getAttribute("delegateExpression")));
                case "inputOutput" -> children(extension).forEach(parameter -> extension(parameter, says));
                case "properties" -> children(extension).forEach(property -> extension(property, says));
                case "inputParameter" ->
                    put(
                            says,
                            PARAMETERS.getOrDefault(name, "参数 " + name),
                            bare(extension.getTextContent().strip()));
                case "outputParameter" ->
                    put(says, "结果 " + name, bare(extension.getTextContent().strip()));
                case "property" -> property(name, extension.getAttribute("value"), says);
                case "in" -> put(says, "带去", mapping(extension));
                case "out" -> put(says, "带回", mapping(extension));
                default -> put(says, extension.getLocalName(), written(extension));
            }
        }

        /** What is chosen in a block stands once, with what the server makes of it. */
        private void property(String name, String value, Map<String, Say> says) {
            switch (name) {
                case BuildingBlocks.WHO ->
                    put(
                            says,
                            ATTRIBUTES.get("assignee"),
                            Optional.ofNullable(BuildingBlocks.people().get(value))
                                    .flatMap(said)
                                    .map(InWords::value)
                                    .orElse(value),
                            value);
                case BuildingBlocks.WAITING ->
                    put(says, ATTRIBUTES.get("dueDate"), inWords(WaitingTimes.expression(value)), value);
                default -> put(says, "属性 " + name, value);
            }
        }

        private static String mapping(Element mapping) {
            return attributes(mapping)
                    .map(attribute -> switch (attribute.getLocalName()) {
                        case "source", "sourceExpression" -> bare(attribute.getValue());
                        case "target" -> "作为 " + attribute.getValue();
                        case "businessKey" -> "工单编号";
                        default -> attribute.getLocalName() + " " + attribute.getValue();
                    })
                    .collect(Collectors.joining(" "));
        }

        /** Several that are called alike stand in one line. */
        private static void put(Map<String, Say> says, String label, String words, String written) {
            says.merge(label, new Say(words.isEmpty() ? NOTHING : words, written), Say::and);
        }

        private static void put(Map<String, Say> says, String label, String words) {
            put(says, label, words, words);
        }

        /** What is meant counts, not by which id. */
        private String counts(String attribute, String value) {
            return attribute.equals("messageRef") || attribute.equals("errorRef") ? words(attribute, value) : value;
        }

        private String words(String attribute, String value) {
            return switch (attribute) {
                case "sourceRef", "targetRef", "attachedToRef", "default" -> called(value);
                case "messageRef", "errorRef" ->
                    Optional.ofNullable(meant.get(value))
                            .map(root -> attributes(root)
                                    .map(Attr::getValue)
                                    .distinct()
                                    .collect(Collectors.joining(" ")))
                            .orElse(value);
                case "calledElement" -> flows.apply(value);
                case "formRef" -> "表单 " + value;
                case "modelerTemplate" -> BLOCKS.getOrDefault(value, value);
                default -> value.equals("true") ? "是" : value.equals("false") ? "否" : inWords(value);
            };
        }

        private String inWords(String value) {
            return WaitingTimes.asked(value).map(name -> "等候时限“" + name + "”").orElseGet(() -> named(value));
        }

        private String named(String value) {
            return FlowWords.use(value)
                    .flatMap(said)
                    .map(words -> Stream.of(words.value(), words.flow().isEmpty() ? "" : flows.apply(words.flow()))
                            .filter(word -> !word.isEmpty())
                            .collect(Collectors.joining("，")))
                    .filter(words -> !words.isEmpty())
                    .orElse(bare(value));
        }

        private static String bare(String expression) {
            return expression.startsWith("${") && expression.endsWith("}")
                    ? expression.substring(2, expression.length() - 1)
                    : expression;
        }
    }

    private static Stream<Element> children(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Stream<Element> below(Node parent) {
        return children(parent).flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    /** Without the id; declarations of namespaces are none. */
    private static Stream<Attr> attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()))
                .filter(attribute -> !attribute.getLocalName().equals("id"));
    }

    private static boolean isSaid(Attr attribute) {
        return !UNSAID.contains(attribute.getLocalName() + "=" + attribute.getValue());
    }

    /** @return everything of an element but its id, as it is written */
    private static String written(Element element) {
        String own = attributes(element)
                .map(attribute -> attribute.getLocalName() + "=" + attribute.getValue())
                .collect(Collectors.joining(" "));
        List<Element> within = children(element).toList();
        String inside = within.isEmpty()
                ? element.getTextContent().strip()
                : within.stream()
                        .map(child -> child.getLocalName() + " " + written(child))
                        .collect(Collectors.joining(" "));
        return Stream.of(own, inside).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
