package org.shouwen.studio;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableCell;

/** Every case that two texts of a table can be asked, as far as it makes a difference which of their rows holds. */
final class Cases {

    private final int columns;
    private final int rows;
    private final List<Set<BitSet>> alike = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final Set<Met> met = new LinkedHashSet<>();

    /** Numbers, from 0, of the first row of each that holds; -1: none does. */
    record Met(int before, int after) {}

    private Cases(RuleTable before, RuleTable after) {
        columns = before.inputs().size();
        rows = before.rows().size();
        for (int i = 0; i < columns; i++) {
            List<TableCell> cells =
                    Stream.concat(cells(before, i), cells(after, i)).toList();
            Set<BitSet> holding = new LinkedHashSet<>();
            for (Object value : values(before.inputs().get(i), cells)) {
                BitSet held = new BitSet();
                IntStream.range(0, cells.size())
                        .forEach(row -> held.set(row, cells.get(row).holds(value)));
                holding.add(held);
            }
            alike.add(holding);
        }
        BitSet all = new BitSet();
        all.set(0, rows + after.rows().size());
        go(0, all);
    }

    /** @param after asks the same as {@code before}, which the guard sees to */
    static Set<Met> of(RuleTable before, RuleTable after) {
        return new Cases(before, after).met;
    }

    private static Stream<TableCell> cells(RuleTable table, int column) {
        return table.rows().stream()
                .map(row -> TableCell.of(row.inputs().get(column)).orElseThrow());
    }

    /** @return whatever may be asked, as far as the cells tell it apart */
    static List<Object> values(Column column, List<TableCell> cells) {
        List<Object> values = new ArrayList<>();
        if (column.type().equals("boolean")) {
            values.addAll(List.of(true, false));
        } else if (column.type().equals("integer")) {
            values.add(BigDecimal.ZERO);
            Stream.concat(
                            column.codes().stream().map(BigDecimal::new),
                            cells.stream()
                                    .flatMap(cell -> cell.tests().stream())
                                    .flatMap(test -> test.numbers().stream())
                                    .flatMap(number -> Stream.of(
                                            number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE))))
                    .forEach(values::add);
        } else if (column.codes().isEmpty()) {
            cells.stream()
                    .flatMap(cell -> cell.tests().stream())
                    .flatMap(test -> test.single().stream())
                    .forEach(values::add);
            values.add("");
        } else {
            values.addAll(column.codes());
        }
        return values;
    }

    private void go(int column, BitSet left) {
        if (!seen.add(List.of(column, left))) {
            return;
        }
        if (column == columns) {
            int after = left.nextSetBit(rows);
            int before = left.nextSetBit(0);
            met.add(new Met(before < rows ? before : -1, after < 0 ? -1 : after - rows));
            return;
        }
        for (BitSet holding : alike.get(column)) {
            BitSet rest = (BitSet) left.clone();
            rest.and(holding);
            go(column + 1, rest);
        }
    }
}
