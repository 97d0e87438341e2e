package org.shouwen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.Models.Diagram;

/** Whether a manager can follow the pictures and print them: what rule 3 of {@code docs/modelling.md} measures. */
class DiagramLayoutTest {

    /**
     * A landscape A4 has 277 x 190 mm within its margins: half a point a pixel, so that the names, 12 pixels high, are
     * printed at 6 pt.
     */
    private static final double WIDEST = 1570;

    private static final double HIGHEST = 1070;

    /** Lines nearer than this many pixels look like one. */
    private static final double APART = 6;

    private final List<Diagram> diagrams = Models.diagrams();

    /** Rule 3. */
    @Test
    void noTwoFlowsAreDrawnOnOneLine() {
        List<String> findings = new ArrayList<>();
        for (Diagram diagram : diagrams) {
            List<Stretch> all = diagram.all(BpmnEdge.class).stream()
                    .filter(edge -> edge.getBpmnElement() instanceof SequenceFlow)
                    .flatMap(DiagramLayoutTest::stretches)
                    .toList();
            for (int i = 0; i < all.size(); i++) {
                for (Stretch other : all.subList(i + 1, all.size())) {
                    Stretch one = all.get(i);
                    if (one.liesOn(other)) {
                        findings.add(diagram.file() + " " + one.flow + ": is drawn on the line of " + other.flow);
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Rule 3. */
    @Test
    void everyDiagramIsReadableOnALandscapeA4() {
        List<String> findings = new ArrayList<>();
        for (Diagram diagram : diagrams) {
            double width = extent(diagram, Bounds::getX, Bounds::getWidth, Waypoint::getX);
            double height = extent(diagram, Bounds::getY, Bounds::getHeight, Waypoint::getY);
            if (width > WIDEST || height > HIGHEST) {
                findings.add("%s: %.0f x %.0f pixels; fold its phases below each other"
                        .formatted(diagram.file(), width, height));
            }
        }
        assertThat(findings).isEmpty();
    }

    /** @return how far shapes, labels and flows reach along one axis */
    private static double extent(
            Diagram diagram,
            Function<Bounds, Double> from,
            Function<Bounds, Double> size,
            Function<Waypoint, Double> at) {
        DoubleSummaryStatistics places = Stream.concat(
                        diagram.all(Bounds.class).stream()
                                .flatMap(box -> Stream.of(from.apply(box), from.apply(box) + size.apply(box))),
                        diagram.all(Waypoint.class).stream().map(at))
                .collect(Collectors.summarizingDouble(Double::doubleValue));
        return places.getMax() - places.getMin();
    }

    private static Stream<Stretch> stretches(BpmnEdge edge) {
        List<Waypoint> points = List.copyOf(edge.getWaypoints());
        String flow = edge.getBpmnElement().getId();
        return Stream.iterate(1, i -> i < points.size(), i -> i + 1)
                .map(i -> Stretch.between(flow, points.get(i - 1), points.get(i)));
    }

    /** A straight piece of a flow: where it runs across its direction, and from where to where along it. */
    private record Stretch(String flow, boolean level, double at, double from, double to) {

        static Stretch between(String flow, Waypoint a, Waypoint b) {
            boolean level = Math.abs(a.getX() - b.getX()) > Math.abs(a.getY() - b.getY());
            return level
                    ? new Stretch(flow, true, a.getY(), Math.min(a.getX(), b.getX()), Math.max(a.getX(), b.getX()))
                    : new Stretch(flow, false, a.getX(), Math.min(a.getY(), b.getY()), Math.max(a.getY(), b.getY()));
        }

        boolean liesOn(Stretch other) {
            return !flow.equals(other.flow)
                    && level == other.level
                    && Math.abs(at - other.at) < APART
                    && Math.min(to, other.to) - Math.max(from, other.from) > 1;
        }
    }
}
