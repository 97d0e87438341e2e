package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.instance.DomElement;

/** The arrows of a diagram as they are drawn. */
final class FlowLines {

    /** Lines nearer than this many pixels look like one. */
    private static final double APART = 6;

    /** By the line they lie on, rounded: near ones are in the same group or in the next. */
    private final Map<List<Object>, List<Stretch>> stretches = new LinkedHashMap<>();

    private final Map<String, String> together = new TreeMap<>();

    FlowLines(Flow flow, DomElement drawing) {
        Flow.below(drawing)
                .filter(edge -> edge.getLocalName().equals("BPMNEdge"))
                .filter(edge -> flow.arrows().containsKey(String.valueOf(edge.getAttribute("bpmnElement"))))
                .forEach(this::read);
    }

    /** A straight piece of an arrow: where it runs across its direction, and from where to where along it. */
    private record Stretch(String arrow, double at, double from, double to) {

        boolean liesOn(Stretch other) {
            return !arrow.equals(other.arrow)
                    && Math.abs(at - other.at) < APART
                    && Math.min(to, other.to) - Math.max(from, other.from) > 1;
        }
    }

    private void read(DomElement edge) {
        List<DomElement> points = new ArrayList<>(edge.getChildElements());
        points.removeIf(point -> !point.getLocalName().equals("waypoint"));
        for (int i = 1; i < points.size(); i++) {
            add(
                    edge.getAttribute("bpmnElement"),
                    number(points.get(i - 1), "x"),
                    number(points.get(i - 1), "y"),
                    number(points.get(i), "x"),
                    number(points.get(i), "y"));
        }
    }

    private static double number(DomElement point, String attribute) {
        try {
            return Double.parseDouble(point.getAttribute(attribute));
        } catch (NumberFormatException | NullPointerException e) {
            return 0;
        }
    }

    private void add(String arrow, double x1, double y1, double x2, double y2) {
        boolean level = Math.abs(x1 - x2) > Math.abs(y1 - y2);
        Stretch stretch = level
                ? new Stretch(arrow, y1, Math.min(x1, x2), Math.max(x1, x2))
                : new Stretch(arrow, x1, Math.min(y1, y2), Math.max(y1, y2));
        long line = Math.round(stretch.at() / APART);
        for (long near = line - 1; near <= line + 1; near++) {
            stretches.getOrDefault(List.of(level, near), List.of()).stream()
                    .filter(stretch::liesOn)
                    .findFirst()
                    .ifPresent(other -> together.putIfAbsent(arrow, other.arrow()));
        }
        stretches
                .computeIfAbsent(List.of(level, line), key -> new ArrayList<>())
                .add(stretch);
    }

    /** @return arrows that are drawn on the line of another one, with that */
    Map<String, String> onOneLine() {
        return together;
    }
}
