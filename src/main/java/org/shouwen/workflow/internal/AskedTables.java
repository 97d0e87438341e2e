package org.shouwen.workflow.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.internal.Flow.Node;

/**
 * Steps that ask a table of the house again, by the facts that a ticket keeps from its intake. What its columns declare, codes
 * and what holds or not, may steer the flow.
 */
final class AskedTables {

    /** Asks the table that its parameter names. */
    static final String DELEGATE = "askTableDelegate";

    static final String PARAMETER = "table";

    private static final Set<String> FLAG = Set.of("true", "false");

    private AskedTables() {}

    /** @param codes that can be answered */
    record Answered(String name, String label, String column, Set<String> codes) {

        boolean isFlag() {
            return codes.equals(FLAG);
        }
    }

    /** @return id of the table that a step asks; empty where it asks none */
    static Stream<String> of(Node step) {
        return step.delegate().equals(DELEGATE)
                ? Stream.ofNullable(step.parameters("inputParameter").get(PARAMETER))
                : Stream.empty();
    }

    /** @return what may steer a flow */
    static List<Answered> answers(TableModel table) {
        return table.outputs().stream()
                .map(column -> new Answered(
                        Blocks.answer(table.id(), column.name()), column.called(), column.name(), codes(column)))
                .filter(answer -> !answer.codes().isEmpty())
                .toList();
    }

    private static Set<String> codes(TableModel.Column column) {
        return switch (column.type()) {
            case "boolean" -> FLAG;
            case "string" ->
                column.domain().tests().stream()
                        .flatMap(test -> test.single().stream())
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
            default -> Set.of();
        };
    }
}
