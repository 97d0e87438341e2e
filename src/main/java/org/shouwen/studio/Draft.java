package org.shouwen.studio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableCell;

/**
 * What somebody makes of a table, row by row.
 *
 * @param rows in their order, those that are to go among them
 */
public record Draft(List<Row> rows) {

    /**
     * @param from number of the row of the table, from 0, that it is or that it was copied from
     * @param copy whether it is a new one
     * @param gone whether it is to be removed
     * @param cells as they are written in the table, inputs first
     */
    public record Row(int from, boolean copy, boolean gone, List<String> cells, String note) {

        boolean isAsIn(RuleTable table) {
            return !copy && !gone && hasCellsOf(table) && hasNoteOf(table);
        }

        boolean hasCellsOf(RuleTable table) {
            return cells.equals(Draft.cells(table, from));
        }

        Row called(String code) {
            List<String> named = new ArrayList<>(cells);
            named.set(0, '"' + code + '"');
            return new Row(from, copy, gone, List.copyOf(named), note);
        }

        boolean hasNoteOf(RuleTable table) {
            return note.equals(table.rows().get(from).note());
        }
    }

    static Draft of(RuleTable table) {
        return new Draft(IntStream.range(0, table.rows().size())
                .mapToObj(i -> new Row(
                        i, false, false, cells(table, i), table.rows().get(i).note()))
                .toList());
    }

    static List<String> cells(RuleTable table, int row) {
        return Stream.of(table.rows().get(row).inputs(), table.rows().get(row).outputs())
                .flatMap(List::stream)
                .toList();
    }

    static List<Column> columns(RuleTable table) {
        return Stream.of(table.inputs(), table.outputs()).flatMap(List::stream).toList();
    }

    /** @return whether two cells say the same: nothing is written in many ways, and blanks say nothing */
    static boolean isSame(String one, String other) {
        return one.equals(other)
                || TableCell.of(one).filter(TableCell::isAny).isPresent()
                        && TableCell.of(other).filter(TableCell::isAny).isPresent()
                || !one.contains("\"") && one.replace(" ", "").equals(other.replace(" ", ""));
    }

    /** @return the rows that are left */
    List<Row> kept() {
        return rows.stream().filter(row -> !row.gone()).toList();
    }

    boolean isAsIn(RuleTable table) {
        return rows.equals(of(table).rows());
    }

    /** @return with the same row once more below that one */
    public Draft doubled(int row) {
        Row like = rows.get(row);
        return with(row, new Row(like.from(), true, false, like.cells(), like.note()));
    }

    /**
     * People know no codes: a new category that was given none, or has that of the row that it was copied from, gets one that no
     * ticket can have.
     *
     * @param taken codes that categories have or had
     */
    Draft named(RuleTable table, Collection<String> taken) {
        if (!table.id().equals(CategoryTable.ID)) {
            return this;
        }
        Set<String> used = new HashSet<>(taken);
        rows.forEach(row -> used.add(TableWords.bare(row.cells().get(0))));
        int kind = Draft.columns(table).stream().map(Column::name).toList().indexOf("kind");
        return new Draft(rows.stream()
                .map(row -> row.copy() && isUnnamed(table, row)
                        ? row.called(free(row.cells().get(kind), used))
                        : row)
                .toList());
    }

    static boolean isUnnamed(RuleTable table, Row row) {
        String code = row.cells().get(0);
        return TableCell.of(code).filter(TableCell::isAny).isPresent()
                || code.equals(cells(table, row.from()).get(0));
    }

    private static String free(String kind, Set<String> used) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> TableWords.bare(kind) + "_" + number)
                .filter(used::add)
                .findFirst()
                .orElseThrow();
    }

    /** @return with an empty row below that one */
    public Draft below(int row, int inputs) {
        Row like = rows.get(row);
        List<String> empty = IntStream.range(0, like.cells().size())
                .mapToObj(i -> i < inputs ? "-" : "")
                .toList();
        return with(row, new Row(like.from(), true, false, empty, ""));
    }

    private Draft with(int above, Row row) {
        List<Row> all = new ArrayList<>(rows);
        all.add(above + 1, row);
        return new Draft(all);
    }

    /** @return with that row to be removed, or not any more; a new one leaves at once */
    public Draft turned(int row) {
        List<Row> all = new ArrayList<>(rows);
        Row old = all.remove(row);
        if (!old.copy()) {
            all.add(row, new Row(old.from(), false, !old.gone(), old.cells(), old.note()));
        }
        return new Draft(all);
    }

    /**
     * The same changes made to another version: what was changed of a row is changed of the row of the same id; what was added
     * stands below the same row; what is there no longer cannot be changed.
     */
    static Draft onto(RuleTable now, RuleTable base, RuleTable changed) {
        Map<String, Integer> before = numbers(base);
        Map<String, Integer> after = numbers(changed);
        Map<String, Integer> place = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < now.rows().size(); i++) {
            String id = now.rows().get(i).id();
            List<String> cells = new ArrayList<>(cells(now, i));
            String note = now.rows().get(i).note();
            boolean gone = before.containsKey(id) && !after.containsKey(id);
            if (before.containsKey(id) && after.containsKey(id)) {
                List<String> old = cells(base, before.get(id));
                List<String> wanted = cells(changed, after.get(id));
                for (int cell = 0; cell < cells.size(); cell++) {
                    if (!old.get(cell).equals(wanted.get(cell))) {
                        cells.set(cell, wanted.get(cell));
                    }
                }
                String wantedNote = changed.rows().get(after.get(id)).note();
                note = wantedNote.equals(base.rows().get(before.get(id)).note()) ? note : wantedNote;
            }
            rows.add(new Row(i, false, gone, List.copyOf(cells), note));
            place.put(id, i);
        }
        for (int i = 0; i < changed.rows().size(); i++) {
            String id = changed.rows().get(i).id();
            if (!before.containsKey(id) && !place.containsKey(id)) {
                added(changed, i, rows, now);
            }
        }
        return new Draft(rows);
    }

    /** Below the next row above it that is still there; else at the end. */
    private static void added(RuleTable changed, int row, List<Row> rows, RuleTable now) {
        int at = rows.size();
        for (int above = row - 1; above >= 0; above--) {
            String id = changed.rows().get(above).id();
            int found = IntStream.range(0, rows.size())
                    .filter(i -> !rows.get(i).copy()
                            && now.rows().get(rows.get(i).from()).id().equals(id))
                    .findFirst()
                    .orElse(-1);
            if (found >= 0) {
                at = found + 1;
                while (at < rows.size() && rows.get(at).copy()) {
                    at++;
                }
                break;
            }
        }
        int from = Math.max(0, Math.min(at, rows.size()) - 1);
        rows.add(
                at,
                new Row(
                        rows.get(from).from(),
                        true,
                        false,
                        cells(changed, row),
                        changed.rows().get(row).note()));
    }

    private static Map<String, Integer> numbers(RuleTable table) {
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, table.rows().size())
                .forEach(i -> numbers.put(table.rows().get(i).id(), i));
        return numbers;
    }
}
