package org.shouwen.workflow.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/** Whether a case that follows the arrows gets to an end, whatever it is that it depends on. */
final class FlowShape {

    /** Where a case stays until somebody or something comes. */
    private static final Set<String> WAITS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "callActivity", "subProcess");

    private static final int MOST_NODES = 150;

    private final Flow flow;
    private final Judgement.Model into;

    private final Set<List<String>> asShipped;
    private final Set<String> endless;

    private FlowShape(Flow flow, Optional<Flow> reference, Judgement.Model into) {
        this.flow = flow;
        this.into = into;
        this.asShipped = reference.stream()
                .flatMap(known -> known.arrows().values().stream())
                .map(FlowShape::way)
                .collect(Collectors.toSet());
        this.endless = reference
                .map(known -> new FlowShape(known, Optional.empty(), into).endless())
                .orElse(Set.of());
    }

    /**
     * @param reference the flow as it is shipped; what goes round there, or has no end of its own, may do so
     * @param drawing the diagram's waypoints stand below it
     */
    static void judge(Flow flow, Optional<Flow> reference, DomElement drawing, Judgement.Model into) {
        if (flow.nodes().size() > MOST_NODES) {
            into.fault(flow.id(), "", "图里有 " + flow.nodes().size() + " 个节点，最多 " + MOST_NODES + " 个，请把一部分画成另一个流程来调用");
            return;
        }
        FlowShape shape = new FlowShape(flow, reference, into);
        shape.arrows();
        shape.drawings(drawing);
        flow.nodes().values().forEach(shape::node);
        shape.starts();
        shape.reached();
        shape.parallel();
        shape.rounds();
        new FlowLines(flow, drawing)
                .onOneLine()
                .forEach((arrow, other) ->
                        into.fault(arrow, flow.place(arrow), "与" + flow.place(other) + "画在同一条线上，看不出哪条通向哪里，请挪开"));
    }

    private void fault(Node node, String words) {
        into.fault(node.id(), flow.place(node.id()), words);
    }

    private void arrows() {
        Set<List<String>> ways = new HashSet<>();
        for (Arrow arrow : flow.arrows().values()) {
            if (arrow.id().isEmpty()) {
                into.fault(flow.id(), "", flow.place("") + "缺少 id，请删掉后重画");
            }
            if (!ways.add(way(arrow))) {
                into.fault(arrow.id(), flow.place(arrow.id()), "与另一条箭头两端相同，会办两遍，请去掉一条");
            }
            Node from = flow.nodes().get(arrow.from());
            Node to = flow.nodes().get(arrow.to());
            if (from == null
                    || to == null
                    || !from.level().equals(to.level())
                    || !from.level().equals(arrow.level())) {
                into.fault(arrow.id(), flow.place(arrow.id()), "两端须连着同一层里的步骤");
            } else if (arrow.condition().isPresent() && !from.is("exclusiveGateway")) {
                into.fault(arrow.id(), flow.place(arrow.id()), "条件只能写在菱形之后的箭头上");
            }
        }
    }

    /** What is drawn, and dotted lines to annotations, are of something. */
    private void drawings(DomElement drawing) {
        Flow.below(drawing)
                .filter(shape -> shape.getLocalName().matches("BPMNEdge|BPMNShape"))
                .filter(shape -> !flow.has(String.valueOf(shape.getAttribute("bpmnElement"))))
                .forEach(shape -> into.fault(
                        String.valueOf(shape.getAttribute("id")),
                        "",
                        "图上画的 " + shape.getAttribute("bpmnElement") + " 不在流程里，请删掉后重画"));
        Flow.below(flow.process())
                .filter(line -> line.getLocalName().equals("association"))
                .filter(line -> !flow.has(String.valueOf(line.getAttribute("sourceRef")))
                        || !flow.has(String.valueOf(line.getAttribute("targetRef"))))
                .forEach(line -> into.fault(String.valueOf(line.getAttribute("id")), "", "有一条虚线没有连到注释，请去掉"));
    }

    private boolean begins(Node node) {
        return node.is("startEvent", "boundaryEvent") || node.isEventSubProcess();
    }

    private void node(Node node) {
        List<Arrow> in = flow.to(node);
        List<Arrow> out = flow.from(node);
        if (begins(node) && !in.isEmpty()) {
            fault(node, "之前不能有箭头");
        } else if (!begins(node) && in.isEmpty()) {
            fault(node, "之前没有箭头，走不到这一步");
        }
        boolean ends = node.is("endEvent") || node.isEventSubProcess();
        if (ends && !out.isEmpty()) {
            fault(node, "之后不能有箭头");
        } else if (!ends && out.isEmpty()) {
            fault(node, "之后没有箭头，事情会停在这里");
        }
        if (!node.isGateway() && out.size() > 1) {
            fault(node, "只能有一条出去的箭头，要分开请用菱形");
        }
        if (node.is("exclusiveGateway") && out.size() > 1) {
            answers(node, out);
        }
        if (node.is("boundaryEvent")) {
            Node host = flow.nodes().get(node.attribute("attachedToRef"));
            if (host == null || !host.level().equals(node.level()) || !WAITS.contains(host.kind()) || host.isEvent()) {
                fault(node, "须放在人工步骤、调用流程或子流程上");
            }
        }
    }

    private void answers(Node gateway, List<Arrow> answers) {
        String normal = gateway.attribute("default");
        if (answers.stream().noneMatch(answer -> answer.id().equals(normal))) {
            fault(gateway, "没有默认的回答，条件都不成立时事情会停住，请给一条箭头设为默认");
        }
        Set<String> conditions = new HashSet<>();
        for (Arrow answer : answers) {
            boolean isDefault = answer.id().equals(normal);
            if (isDefault && answer.condition().isPresent()) {
                into.fault(answer.id(), flow.place(answer.id()), "是默认的回答，不写条件");
            } else if (!isDefault && answer.condition().isEmpty()) {
                into.fault(answer.id(), flow.place(answer.id()), "没有条件，不知道什么时候走这条");
            } else if (!isDefault && !conditions.add(answer.condition().get())) {
                into.fault(answer.id(), flow.place(answer.id()), "条件与另一条相同，走不到");
            }
        }
    }

    private void starts() {
        Map<String, List<Node>> starts =
                flow.nodes(node -> node.is("startEvent")).collect(Collectors.groupingBy(Node::level));
        Stream<String> levels = Stream.concat(
                Stream.of(flow.id()), flow.nodes(node -> node.is("subProcess")).map(Node::id));
        levels.forEach(level -> {
            List<Node> here = starts.getOrDefault(level, List.of());
            Node sub = flow.nodes().get(level);
            if (here.size() != 1) {
                into.fault(level, flow.place(level), "须有一个开始事件，现有 " + here.size() + " 个");
            } else if ((sub != null && sub.isEventSubProcess())
                    == here.get(0).definitionKind().isEmpty()) {
                fault(here.get(0), sub == null || !sub.isEventSubProcess() ? "须是普通开始" : "须等一件事：消息或时限");
            }
        });
    }

    /** From a start every node is reached, and from every node an end. */
    private void reached() {
        Set<String> fromStart = walk(flow.nodes(this::begins).map(Node::id).toList(), node -> flow.from(node).stream()
                .map(Arrow::to));
        flow.nodes(node -> !fromStart.contains(node.id()) && !flow.to(node).isEmpty())
                .forEach(node -> fault(node, "从开始走不到这一步"));
        Set<String> stuck = endless();
        flow.nodes(node -> stuck.contains(node.id())
                        && !endless.contains(node.id())
                        && !flow.from(node).isEmpty())
                .forEach(node -> fault(node, "从这里走不到结束"));
    }

    private Set<String> endless() {
        Set<String> toEnd = walk(
                flow.nodes(node -> node.is("endEvent") || node.isEventSubProcess())
                        .map(Node::id)
                        .toList(),
                node -> flow.to(node).stream().map(Arrow::from));
        Set<String> others = new HashSet<>(flow.nodes().keySet());
        others.removeAll(toEnd);
        return others;
    }

    private Set<String> walk(List<String> from, Function<Node, Stream<String>> next) {
        Set<String> seen = new HashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Node node = flow.nodes().get(open.pop());
            if (node != null) {
                next.apply(node).filter(seen::add).forEach(open::push);
            }
        }
        return seen;
    }

    /** What joins waits for all that was split; what was not split never comes. */
    private void parallel() {
        Map<String, List<Node>> levels =
                flow.nodes(node -> node.is("parallelGateway")).collect(Collectors.groupingBy(Node::level));
        levels.forEach((level, gateways) -> {
            long splits = gateways.stream()
                    .filter(gateway -> flow.from(gateway).size() > 1)
                    .count();
            long joins = gateways.stream()
                    .filter(gateway -> flow.to(gateway).size() > 1)
                    .count();
            if (joins > splits) {
                fault(gateways.get(gateways.size() - 1), "等几条线都到齐，前面却没有用并行菱形分开，会一直等下去");
            }
        });
    }

    /** A case that goes round without anybody or anything being waited for goes round for ever; who shipped one knows its end. */
    private void rounds() {
        for (Arrow arrow : flow.arrows().values()) {
            Node from = flow.nodes().get(arrow.from());
            if (from != null
                    && !WAITS.contains(from.kind())
                    && !asShipped.contains(way(arrow))
                    && walk(List.of(arrow.to()), this::atOnce).contains(from.id())) {
                fault(from, "会一直转圈：从这里回到这里，中间没有一步要等人或等事");
                return;
            }
        }
    }

    /** @return where a case is without waiting */
    private Stream<String> atOnce(Node node) {
        return WAITS.contains(node.kind())
                ? Stream.of()
                : flow.from(node).stream().map(Arrow::to);
    }

    private static List<String> way(Arrow arrow) {
        return List.of(arrow.from(), arrow.to());
    }
}
