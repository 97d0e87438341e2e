package org.shouwen.workflow.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/** How a diagram should be drawn and worded; the numbers are those of {@code docs/modelling.md}. Nothing of it stops a case. */
final class FlowStyle {

    private static final int MOST_NODES = 15;
    private static final Pattern GENERATED = Pattern.compile("(?=.*\\d)[a-z0-9]{7}");
    private static final Pattern STEM = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern DURATION = Pattern.compile(".*(\\p{Nd}|[一二两三四五六七八九十百半]+\\s*(个|分|小时|天|日|周|月|工作)).*");
    private static final Pattern TWO_SENTENCES = Pattern.compile("[^。\\s]+。[^。\\s]+。");
    private static final Set<String> EVENTS = Set.of("intermediateCatchEvent", "boundaryEvent");

    private final Flow flow;
    private final Judgement.Model into;

    private FlowStyle(Flow flow, Judgement.Model into) {
        this.flow = flow;
        this.into = into;
    }

    static void judge(Flow flow, DomElement drawing, Judgement.Model into) {
        FlowStyle style = new FlowStyle(flow, into);
        flow.nodes().values().forEach(style::node);
        flow.arrows().values().forEach(arrow -> style.id(arrow.id(), "flow_"));
        style.levels();
        style.ends();
        style.drawn(drawing);
        if (!TWO_SENTENCES.matcher(Flow.documentation(flow.process())).matches()) {
            into.warning(flow.id(), "", "说明（documentation）应是两句话：向谁承诺什么");
        }
    }

    private void warning(Node node, String words) {
        into.warning(node.id(), flow.place(node.id()), words);
    }

    /** 2, 7, 8, 9, 10, 19. */
    private void node(Node node) {
        int in = flow.to(node).size();
        int out = flow.from(node).size();
        if (!node.isGateway() && in > 1) {
            warning(node, "有 " + in + " 条箭头进来，应先用菱形合并");
        }
        if (node.isGateway() && (in > 1) == (out > 1)) {
            warning(node, "菱形应只分开或只合并");
        }
        if (node.isEvent() && node.name().isBlank()) {
            warning(node, "事件应有名字：到了什么状态");
        }
        if (node.isGateway()) {
            question(node);
        }
        if (node.definitionKind().equals("timerEventDefinition")
                && DURATION.matcher(node.name()).matches()) {
            warning(node, "名字应说什么到期，不写多长时间");
        }
        if (node.is("userTask") && Flow.documentation(node.element()).isBlank()) {
            warning(node, "应有说明（documentation）：谁办，怎样算办完");
        }
        id(
                node.id(),
                (EVENTS.contains(node.kind()) ? "event" : node.kind().endsWith("Gateway") ? "gateway" : node.kind())
                        + "_");
    }

    private void question(Node gateway) {
        boolean asks = gateway.is("exclusiveGateway") && flow.from(gateway).size() > 1;
        if (!asks) {
            if (!gateway.name().isBlank()) {
                warning(gateway, "不提问的菱形应没有名字");
            }
            return;
        }
        if (!gateway.name().strip().matches("(?s).*[?？]")) {
            warning(gateway, "应写成一个问题");
        }
        Set<String> answers = new HashSet<>();
        for (Arrow answer : flow.from(gateway)) {
            if (answer.name().isBlank()) {
                into.warning(answer.id(), flow.place(answer.id()), "应写明是哪个回答");
            } else if (!answers.add(answer.name())) {
                into.warning(answer.id(), flow.place(answer.id()), "与另一个回答同名");
            }
        }
    }

    private void id(String id, String prefix) {
        String stem = id.startsWith(prefix) ? id.substring(prefix.length()) : "";
        if (!STEM.matcher(stem).matches() || GENERATED.matcher(stem).matches()) {
            into.warning(id, flow.place(id), "id 应是 " + prefix + " 加一个词，现为 " + id);
        }
    }

    /** 4. */
    private void levels() {
        flow.nodes().values().stream()
                .collect(Collectors.groupingBy(Node::level, Collectors.counting()))
                .forEach((level, nodes) -> {
                    if (nodes > MOST_NODES) {
                        into.warning(level, flow.place(level), "一层有 " + nodes + " 个节点，最多 " + MOST_NODES + " 个");
                    }
                });
    }

    /** 7. */
    private void ends() {
        Map<String, List<Node>> ends =
                flow.nodes(node -> node.is("endEvent")).collect(Collectors.groupingBy(Node::name));
        ends.values().stream()
                .filter(alike -> alike.size() > 1)
                .forEach(alike -> warning(alike.get(1), "与另一个结束同名，每个结束应是不同的结果"));
    }

    /** 5. */
    private void drawn(DomElement drawing) {
        Function<String, Set<String>> shapes = kind -> Flow.below(drawing)
                .filter(shape -> shape.getLocalName().equals(kind))
                .map(shape -> String.valueOf(shape.getAttribute("bpmnElement")))
                .collect(Collectors.toSet());
        Set<String> boxes = shapes.apply("BPMNShape");
        Set<String> edges = shapes.apply("BPMNEdge");
        flow.nodes(node -> !boxes.contains(node.id())).forEach(node -> warning(node, "没有画在图上"));
        flow.arrows().values().stream()
                .filter(arrow -> !edges.contains(arrow.id()))
                .forEach(arrow -> into.warning(arrow.id(), flow.place(arrow.id()), "没有画在图上"));
    }
}
