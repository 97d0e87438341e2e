package org.shouwen.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.studio.TableWords.Said;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Row;
import org.shouwen.workflow.RuleTables.RuleTable;

/** What one version of a table says otherwise than another, in words, row by row. */
final class TableDifference {

    private TableDifference() {}

    static Difference of(RuleTable before, RuleTable after, TableWords words) {
        Map<String, Integer> old = numbers(before);
        Map<String, Integer> now = numbers(after);
        List<Line> lines = new ArrayList<>();
        now.forEach((id, number) -> {
            Row row = after.rows().get(number);
            if (!old.containsKey(id)) {
                lines.add(line(What.ADDED, after, number, words));
            } else if (!row.equals(before.rows().get(old.get(id)))) {
                List<Cell> cells = cells(said(before, before.rows().get(old.get(id)), words), said(after, row, words));
                lines.add(new Line(
                        What.CHANGED,
                        id,
                        where(number),
                        words.situation(before, before.rows().get(old.get(id))),
                        cells));
            }
        });
        old.forEach((id, number) -> {
            if (!now.containsKey(id)) {
                lines.add(line(What.REMOVED, before, number, words));
            }
        });
        whole(before, after).forEach(lines::add);
        return new Difference(List.copyOf(lines));
    }

    /** What is not of a row: only a file can say it otherwise. */
    private static Stream<Line> whole(RuleTable before, RuleTable after) {
        List<Cell> cells = cells(whole(before), whole(after));
        List<String> kept = ids(before, after);
        Stream<Line> moved = kept.equals(ids(after, before))
                ? Stream.empty()
                : Stream.of(new Line(What.MOVED, "", "表", "各行的次序", List.of()));
        return cells.isEmpty()
                ? moved
                : Stream.concat(Stream.of(new Line(What.CHANGED, "", "表", after.name(), cells)), moved);
    }

    private static List<Said> whole(RuleTable table) {
        return List.of(
                new Said("名称", table.name()),
                new Said("怎么看", table.reading().name()),
                new Said("问什么", labels(table.inputs())),
                new Said("答什么", labels(table.outputs())));
    }

    private static String labels(List<Column> columns) {
        return columns.stream().map(Column::label).collect(Collectors.joining("、"));
    }

    private static List<String> ids(RuleTable table, RuleTable other) {
        Set<String> known = numbers(other).keySet();
        return table.rows().stream().map(Row::id).filter(known::contains).toList();
    }

    /** @param number of the row, from 0 */
    static String where(int number) {
        return "第 " + (number + 1) + " 行";
    }

    private static Line line(What what, RuleTable table, int number, TableWords words) {
        List<Said> said = said(table, table.rows().get(number), words);
        return line(what, table, number, said.subList(table.inputs().size(), said.size()), words);
    }

    /** @param answers what the row says, which nothing stands beside */
    static Line line(What what, RuleTable table, int number, List<Said> answers, TableWords words) {
        List<Cell> cells = answers.stream()
                .map(said -> what == What.ADDED
                        ? new Cell(said.label(), null, said.words())
                        : new Cell(said.label(), said.words(), null))
                .toList();
        Row row = table.rows().get(number);
        return new Line(what, row.id(), where(number), words.situation(table, row), cells);
    }

    private static List<Said> said(RuleTable table, Row row, TableWords words) {
        List<Said> said = new ArrayList<>(words.of(table, row));
        said.add(new Said("依据（注释）", row.note()));
        return said;
    }

    /** Columns may have come or gone. */
    static List<Cell> cells(List<Said> before, List<Said> after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        before.forEach(said -> old.put(said.label(), said.words()));
        after.forEach(said -> now.put(said.label(), said.words()));
        return Stream.concat(now.keySet().stream(), old.keySet().stream())
                .distinct()
                .filter(label -> !Objects.equals(old.get(label), now.get(label)))
                .map(label -> new Cell(label, old.get(label), now.get(label)))
                .toList();
    }

    /** @return number of each row, from 0, by its id */
    static Map<String, Integer> numbers(RuleTable table) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        IntStream.range(0, table.rows().size())
                .forEach(i -> numbers.put(table.rows().get(i).id(), i));
        return numbers;
    }
}
