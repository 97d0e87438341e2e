package org.shouwen.workflow.internal;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.shouwen.workflow.FlowSheets.Block;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.shouwen.workflow.FlowSheets.Kind;
import org.shouwen.workflow.FlowSheets.Way;
import org.shouwen.workflow.internal.Flow.Arrow;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * Reads a diagram from top to bottom. First the line on which it goes on whatever is answered, then what lies between a question
 * and the node where its answers meet again, then what events at the steps lead to. A way to a node that has its place already,
 * and is not the next, is a jump.
 */
final class FlowReading {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("startEvent", Kind.START),
            Map.entry("endEvent", Kind.END),
            Map.entry("userTask", Kind.STEP),
            Map.entry("sendTask", Kind.NOTICE),
            Map.entry("businessRuleTask", Kind.TABLE),
            Map.entry("callActivity", Kind.CALL),
            Map.entry("intermediateCatchEvent", Kind.WAIT),
            Map.entry("receiveTask", Kind.WAIT),
            Map.entry("subProcess", Kind.SUB),
            Map.entry("parallelGateway", Kind.PARALLEL),
            Map.entry("exclusiveGateway", Kind.CHOICE));

    private final Flow flow;
    private final FlowWays ways;
    private final FlowWords words;
    private final Set<String> placed = new HashSet<>();
    private final Map<String, Integer> order = new HashMap<>();

    /** Everything that is read at a level or on a way, while it is being put together. */
    private static final class Draft {

        private final Node node;
        private final Arrow jump;
        private final List<DraftWay> ways = new ArrayList<>();
        private final List<DraftWay> events = new ArrayList<>();
        private Level inside;

        Draft(Node node, Arrow jump) {
            this.node = node;
            this.jump = jump;
        }
    }

    private record DraftWay(String id, String title, Node event, List<Draft> drafts) {}

    private record Level(List<Draft> drafts, List<DraftWay> anytime) {}

    private FlowReading(Flow flow, FlowWords words) {
        this.flow = flow;
        this.ways = new FlowWays(flow);
        this.words = words;
    }

    /** @param diagram with one process */
    static Flow flow(byte[] diagram) {
        return Flow.in(Bpmn.readModelFromStream(new ByteArrayInputStream(diagram))
                        .getDocument()
                        .getRootElement())
                .get(0);
    }

    static FlowSheet of(Flow flow, FlowWords words, int version, Instant since) {
        FlowReading reading = new FlowReading(flow, words);
        Level level = reading.level(flow.id());
        reading.number(level);
        return new FlowSheet(
                flow.id(),
                flow.name(),
                version,
                since,
                Flow.documentation(flow.process()),
                reading.blocks(level.drafts()),
                reading.ways(level.anytime()));
    }

    private Level level(String id) {
        List<Draft> made = new ArrayList<>();
        Level level = new Level(new ArrayList<>(), new ArrayList<>());
        flow.nodes(node -> node.level().equals(id) && node.is("startEvent"))
                .forEach(start -> level.drafts().addAll(line(start.id(), null, made)));
        // Grows while it is read: events lead to steps that have events
        for (int i = 0; i < made.size(); i++) {
            Draft host = made.get(i);
            flow.nodes(node -> host.node != null
                            && node.is("boundaryEvent")
                            && node.attribute("attachedToRef").equals(host.node.id()))
                    .forEach(event -> {
                        placed.add(event.id());
                        List<Draft> then = new ArrayList<>();
                        flow.from(event).forEach(arrow -> then.addAll(way(arrow, null, made)));
                        host.events.add(new DraftWay(event.id(), event.name(), event, then));
                    });
        }
        flow.nodes(node -> node.level().equals(id) && node.isEventSubProcess()).forEach(sub -> {
            placed.add(sub.id());
            level.anytime()
                    .add(new DraftWay(sub.id(), sub.name(), sub, level(sub.id()).drafts()));
        });
        return level;
    }

    /** @param follow what is read after the line; null: nothing */
    private List<Draft> line(String first, String follow, List<Draft> made) {
        List<Node> nodes = new ArrayList<>();
        for (String at = first; at != null && placed.add(at); at = ways.next(nodes.get(nodes.size() - 1))) {
            nodes.add(flow.nodes().get(at));
        }
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            String then = i + 1 < nodes.size() ? nodes.get(i + 1).id() : follow;
            Draft draft = new Draft(node, null);
            made.add(draft);
            drafts.add(draft);
            List<Arrow> out = flow.from(node);
            if (out.size() > 1) {
                out.forEach(
                        arrow -> draft.ways.add(new DraftWay(arrow.id(), arrow.name(), null, way(arrow, then, made))));
            } else if (!out.isEmpty() && !out.get(0).to().equals(then)) {
                drafts.add(new Draft(null, out.get(0)));
            }
            if (node.is("subProcess")) {
                draft.inside = level(node.id());
            }
        }
        return drafts;
    }

    private List<Draft> way(Arrow arrow, String follow, List<Draft> made) {
        if (arrow.to().equals(follow)) {
            return List.of();
        }
        return placed.contains(arrow.to()) ? List.of(new Draft(null, arrow)) : line(arrow.to(), follow, made);
    }

    private void number(Level level) {
        number(level.drafts());
        level.anytime().forEach(way -> {
            order.put(way.id(), order.size());
            number(way.drafts());
        });
    }

    private void number(List<Draft> drafts) {
        for (Draft draft : drafts) {
            order.put(draft.node == null ? draft.jump.id() : draft.node.id(), order.size());
            draft.ways.forEach(way -> number(way.drafts()));
            if (draft.inside != null) {
                number(draft.inside);
            }
            draft.events.forEach(way -> number(way.drafts()));
        }
    }

    private List<Block> blocks(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> draft.node == null ? jump(draft.jump) : block(draft))
                .toList();
    }

    private Block block(Draft draft) {
        Node node = draft.node;
        boolean joins = node.isGateway() && flow.from(node).size() < 2;
        Kind kind = joins ? Kind.JOIN : KINDS.getOrDefault(node.kind(), Kind.AUTOMATIC);
        return new Block(
                node.id(),
                kind,
                kind == Kind.PARALLEL ? "同时进行" : node.name(),
                words.note(node),
                words.facts(node),
                "",
                ways(draft.ways),
                draft.inside == null ? List.of() : blocks(draft.inside.drafts()),
                ways(draft.events),
                draft.inside == null ? List.of() : ways(draft.inside.anytime()));
    }

    private Block jump(Arrow arrow) {
        boolean back = order.get(arrow.to()) < order.get(arrow.id());
        return new Block(
                arrow.id(),
                Kind.JUMP,
                (back ? "回到『" : "接着『") + called(arrow.to()) + "』",
                "",
                List.of(),
                arrow.to(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** @return name of the node, or of the first after it that has one */
    private String called(String id) {
        Node node = flow.nodes().get(id);
        for (int i = 0; node.name().isEmpty() && i < flow.nodes().size(); i++) {
            String next = ways.next(node);
            if (next == null) {
                break;
            }
            node = flow.nodes().get(next);
        }
        return node.name();
    }

    private List<Way> ways(List<DraftWay> drafts) {
        return drafts.stream()
                .map(way -> new Way(
                        way.id(),
                        way.title(),
                        way.event() != null && ends(way.event()),
                        way.event() == null ? List.of() : words.facts(way.event()),
                        blocks(way.drafts())))
                .toList();
    }

    private boolean ends(Node event) {
        return event.is("boundaryEvent")
                ? event.interrupts()
                : flow.nodes(node -> node.level().equals(event.id()) && node.is("startEvent"))
                        .allMatch(Node::interrupts);
    }
}
