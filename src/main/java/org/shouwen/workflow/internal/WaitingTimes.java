package org.shouwen.workflow.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.workflow.TableCell;

/** Times that people give a name, rows of a table of their own, so that no diagram holds a number. */
final class WaitingTimes {

    /** The table whose rows they are. */
    static final String TABLE = "waitingTimes";

    /** How a model asks for one: {@code ${deadlines.waiting(execution, '复核')}}. */
    private static final Pattern ASKED =
            Pattern.compile("\\$\\{deadlines\\.waiting\\(execution, '([^'\\\\\\p{Cntrl}]{1,40})'\\)}");

    private WaitingTimes() {}

    static String expression(String name) {
        return "${deadlines.waiting(execution, '" + name + "')}";
    }

    /** @return its name, where an expression asks for one */
    static Optional<String> asked(String expression) {
        Matcher asked = ASKED.matcher(expression);
        return asked.matches() ? Optional.of(asked.group(1)) : Optional.empty();
    }

    /** @return what a flow asks for, by name, and where it does first as people call it */
    static Map<String, String> asked(Flow flow) {
        Map<String, String> asked = new TreeMap<>();
        flow.nodes().values().forEach(node -> Flow.asked(node, "time")
                .map(WaitingTimes::asked)
                .flatMap(Optional::stream)
                .forEach(name -> asked.putIfAbsent(name, "《" + flow.name() + "》" + flow.place(node.id()))));
        return asked;
    }

    /** @return the names that a table gives */
    static Set<String> names(TableModel table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream().limit(1))
                .flatMap(WaitingTimes::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param cell what is written in the first column of a row */
    static Stream<String> names(String cell) {
        return TableCell.of(cell).stream()
                .flatMap(read -> read.tests().stream())
                .flatMap(test -> test.single().stream())
                .map(String::valueOf);
    }
}
