package org.shouwen.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shouwen.studio.TableWords.Said;
import org.shouwen.workflow.RuleTables.Row;
import org.shouwen.workflow.RuleTables.RuleTable;

/** What one version of a table says otherwise than another, in words. */
public record Difference(List<Line> lines) {

    /** What became of a row. */
    public enum What {
        ADDED("新增"),
        REMOVED("删去"),
        CHANGED("改动");

        private final String label;

        What(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A row that is otherwise.
     *
     * @param number of the row where it is, else where it was
     * @param situation in which case it holds, or held
     * @param cells that are otherwise; of a new or removed row those that answer
     */
    public record Line(What what, int number, String situation, List<Cell> cells) {}

    /** @param before null: there was none; @param after null: there is none */
    public record Cell(String label, String before, String after) {}

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
                        number + 1,
                        words.situation(before, before.rows().get(old.get(id))),
                        cells));
            }
        });
        old.forEach((id, number) -> {
            if (!now.containsKey(id)) {
                lines.add(line(What.REMOVED, before, number, words));
            }
        });
        return new Difference(List.copyOf(lines));
    }

    private static Line line(What what, RuleTable table, int number, TableWords words) {
        Row row = table.rows().get(number);
        List<Cell> cells = said(table, row, words).stream()
                .skip(table.inputs().size())
                .map(said -> what == What.ADDED
                        ? new Cell(said.label(), null, said.words())
                        : new Cell(said.label(), said.words(), null))
                .toList();
        return new Line(what, number + 1, words.situation(table, row), cells);
    }

    private static List<Said> said(RuleTable table, Row row, TableWords words) {
        List<Said> said = new ArrayList<>(words.of(table, row));
        said.add(new Said("依据（注释）", row.note()));
        return said;
    }

    private static List<Cell> cells(List<Said> before, List<Said> after) {
        return IntStream.range(0, after.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .mapToObj(i -> new Cell(
                        after.get(i).label(),
                        before.get(i).words(),
                        after.get(i).words()))
                .toList();
    }

    private static Map<String, Integer> numbers(RuleTable table) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        IntStream.range(0, table.rows().size())
                .forEach(i -> numbers.put(table.rows().get(i).id(), i));
        return numbers;
    }
}
