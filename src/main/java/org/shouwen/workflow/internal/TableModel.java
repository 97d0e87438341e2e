package org.shouwen.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.shouwen.workflow.TableCell;

/**
 * A decision table as it is written, wherever it comes from.
 *
 * @param kept how long the engine keeps what it decided, {@code P180D}; empty where nothing is said
 * @param policy UNIQUE where nothing is said
 */
record TableModel(
        String id, String name, String kept, String policy, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /**
     * @param name of the fact that an input asks for, or of the output
     * @param type as it is written; empty where it is not
     * @param declared values it may have, as they are written; empty: any
     */
    record Column(String id, String label, String name, String type, String declared) {

        /** @return what people call it */
        String called() {
            return label.isEmpty() ? name : label;
        }

        /** @return the declared values; empty: any */
        TableCell domain() {
            return TableCell.of(declared).orElse(new TableCell(false, List.of()));
        }
    }

    /** @param cells inputs, then outputs */
    record Row(String id, List<String> cells, String note) {}

    /** @return every decision of a file that is a table */
    static List<TableModel> in(DomElement root) {
        return all(root, "decision").stream()
                .flatMap(decision -> all(decision, "decisionTable").stream().map(table -> of(decision, table)))
                .toList();
    }

    private static TableModel of(DomElement decision, DomElement table) {
        return new TableModel(
                attribute(decision, "id"),
                attribute(decision, "name"),
                Optional.ofNullable(decision.getAttribute("http://camunda.org/schema/1.0/dmn", "historyTimeToLive"))
                        .orElse(""),
                Optional.of(attribute(table, "hitPolicy"))
                                .filter(policy -> !policy.isEmpty())
                                .orElse("UNIQUE")
                        + attribute(table, "aggregation"),
                all(table, "input").stream().map(TableModel::input).toList(),
                all(table, "output").stream().map(TableModel::output).toList(),
                all(table, "rule").stream().map(TableModel::row).toList());
    }

    private static Column input(DomElement input) {
        DomElement asked = all(input, "inputExpression").stream().findFirst().orElse(input);
        return new Column(
                attribute(input, "id"),
                attribute(input, "label"),
                text(asked),
                attribute(asked, "typeRef"),
                text(input, "inputValues"));
    }

    private static Column output(DomElement output) {
        return new Column(
                attribute(output, "id"),
                attribute(output, "label"),
                attribute(output, "name"),
                attribute(output, "typeRef"),
                text(output, "outputValues"));
    }

    private static Row row(DomElement rule) {
        return new Row(
                attribute(rule, "id"),
                Stream.concat(all(rule, "inputEntry").stream(), all(rule, "outputEntry").stream())
                        .map(TableModel::text)
                        .toList(),
                text(rule, "description"));
    }

    private static String text(DomElement element, String child) {
        return all(element, child).stream().findFirst().map(TableModel::text).orElse("");
    }

    private static String text(DomElement element) {
        return element.getTextContent().strip();
    }

    private static String attribute(DomElement element, String name) {
        String value = element.getAttribute(name);
        return value == null ? "" : value.strip();
    }

    private static List<DomElement> all(DomElement element, String kind) {
        List<DomElement> found = new ArrayList<>();
        for (DomElement child : element.getChildElements()) {
            if (child.getLocalName().equals(kind)) {
                found.add(child);
            }
        }
        return found;
    }

    List<Column> columns() {
        return Stream.concat(inputs.stream(), outputs.stream()).toList();
    }

    boolean lists() {
        return policy.startsWith("COLLECT");
    }

    /** @return number of the column of that name among all; -1 where there is none */
    int input(String name) {
        return inputs.stream().map(Column::name).toList().indexOf(name);
    }

    /** @return number of the column of that name among all; -1 where there is none */
    int output(String name) {
        int at = outputs.stream().map(Column::name).toList().indexOf(name);
        return at < 0 ? at : inputs.size() + at;
    }

    /** @return whether every row has a cell for every column */
    boolean isWhole() {
        return rows.stream().allMatch(row -> row.cells().size() == columns().size());
    }

    /** @return whether some row leaves the column empty */
    boolean mayBeEmpty(int column, String empty) {
        return rows.stream().anyMatch(row -> row.cells().get(column).equals(empty));
    }
}
