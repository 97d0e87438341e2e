package org.shouwen.studio;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.studio.TableWords.Said;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.RuleTables.Reading;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.WrittenTables.Hit;
import org.shouwen.workflow.WrittenTables.WrittenTable;

/** Two texts of a table that are asked the same; for one thread. */
final class Comparison {

    private final Text before;
    private final Text after;
    private final TableWords words;
    private final Map<Map<String, Object>, Optional<List<Line>>> known = new HashMap<>();

    /**
     * @param table what it says
     * @param asked what it answers
     */
    record Text(RuleTable table, WrittenTable asked, Map<String, Integer> numbers) {

        Text(RuleTable table, WrittenTable asked) {
            this(table, asked, TableDifference.numbers(table));
        }

        List<Said> answers(String row, TableWords words) {
            return words.answers(table, table.rows().get(numbers.get(row)));
        }
    }

    Comparison(Text before, Text after, TableWords words) {
        this.before = before;
        this.after = after;
        this.words = words;
    }

    /**
     * @param facts inputs by name
     * @return how the second answers otherwise, none: it answers the same; empty: one of them cannot be asked that
     */
    Optional<List<Line>> of(Map<String, Object> facts) {
        return known.computeIfAbsent(facts, asked -> before.asked()
                .ask(asked)
                .flatMap(old -> after.asked().ask(asked).map(now -> lines(rows(old), rows(now)))));
    }

    /** @return how the second answers otherwise to other facts; empty: one of them cannot be asked */
    Optional<List<Line>> of(Map<String, Object> facts, Map<String, Object> others) {
        return before.asked()
                .ask(facts)
                .flatMap(old -> after.asked().ask(others).map(now -> lines(rows(old), rows(now))));
    }

    private static List<String> rows(List<Hit> hits) {
        return hits.stream().map(Hit::row).toList();
    }

    private List<Line> lines(List<String> old, List<String> now) {
        if (before.table().reading() != Reading.COLLECT) {
            return line(first(old), first(now)).stream().toList();
        }
        Set<String> all = new LinkedHashSet<>(now);
        all.addAll(old);
        return all.stream()
                .flatMap(row -> line(old.contains(row) ? row : null, now.contains(row) ? row : null).stream())
                .toList();
    }

    private static String first(List<String> rows) {
        return rows.stream().findFirst().orElse(null);
    }

    /** @param old id of the row that held, or null; @param now of the row that would, or null */
    private Optional<Line> line(String old, String now) {
        if (now == null) {
            return Optional.ofNullable(old).map(row -> alone(What.REMOVED, before, row));
        }
        if (old == null) {
            return Optional.of(alone(What.ADDED, after, now));
        }
        List<Cell> cells = TableDifference.cells(before.answers(old, words), after.answers(now, words));
        int number = after.numbers().get(now);
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new Line(
                        What.CHANGED,
                        now,
                        TableDifference.where(number),
                        words.situation(after.table(), after.table().rows().get(number)),
                        cells));
    }

    private Line alone(What what, Text text, String row) {
        return TableDifference.line(what, text.table(), text.numbers().get(row), text.answers(row, words), words);
    }

    /** @return the outputs of the one row that holds; empty: there is none, or it cannot be asked */
    static Optional<Map<String, Object>> outputs(WrittenTable table, Map<String, Object> facts) {
        return table.ask(facts).flatMap(hits -> hits.stream().findFirst()).map(Hit::outputs);
    }
}
