package org.shouwen.workflow.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.shouwen.workflow.TableCell;

/**
 * Which rows answer a case. Values of a column that every row treats alike are one; columns are gone through one after the
 * other with the rows that are left, and what is left was seen before is not gone through again: the work grows with the
 * rows, not with the cases.
 */
final class TableCover {

    private static final int MOST_STEPS = 200_000;

    private final TableModel table;
    private final BinaryOperator<String> words;
    private final int present;
    private final List<Map<BitSet, Object>> values = new ArrayList<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private final boolean compared;
    private final Object[] at;
    private String gap;
    private int[] both;

    /**
     * @param table whose cells were found to be cells of their columns
     * @param reference the same as it is shipped, with the same facts; what it answers has to be answered. Null: every case has to
     *     be
     * @param words what people call a code, by column and code
     */
    TableCover(TableModel table, TableModel reference, BinaryOperator<String> words) {
        this.table = table;
        this.words = words;
        this.present = table.rows().size();
        this.compared = reference != null;
        this.at = new Object[table.inputs().size()];
        for (int i = 0; i < table.inputs().size(); i++) {
            List<TableCell> cells = new ArrayList<>(column(table, i));
            TableCell domain = table.inputs().get(i).domain();
            if (compared) {
                int column = reference.input(table.inputs().get(i).name());
                cells.addAll(column(reference, column));
                domain = reference.inputs().get(column).domain();
            }
            values.add(values(cells, domain, table.inputs().get(i).type()));
        }
        BitSet all = new BitSet();
        all.set(0, present + (compared ? reference.rows().size() : 0));
        go(0, all);
    }

    private static List<TableCell> column(TableModel table, int column) {
        return table.rows().stream()
                .map(row -> TableCell.of(row.cells().get(column)).orElseThrow())
                .toList();
    }

    /** @return one value for each set of rows that a value of the column leaves */
    private Map<BitSet, Object> values(List<TableCell> cells, TableCell domain, String type) {
        Map<BitSet, Object> alike = new LinkedHashMap<>();
        List<Object> all = new ArrayList<>(candidates(cells, domain, type));
        if (compared) {
            all.add(null);
        }
        for (Object value : all) {
            BitSet holding = new BitSet();
            for (int row = 0; row < cells.size(); row++) {
                holding.set(row, cells.get(row).holds(value));
            }
            alike.putIfAbsent(holding, value);
        }
        return alike;
    }

    private static List<Object> candidates(List<TableCell> cells, TableCell domain, String type) {
        if (type.equals("boolean")) {
            return List.of(true, false);
        }
        if (!domain.isAny()
                && domain.tests().stream().allMatch(test -> test.single().isPresent())) {
            return domain.tests().stream().map(test -> test.single().get()).toList();
        }
        if (type.equals("integer")) {
            Set<BigDecimal> numbers = new TreeSet<>(List.of(BigDecimal.ZERO));
            cells.stream()
                    .flatMap(cell -> cell.tests().stream())
                    .flatMap(test -> test.numbers().stream())
                    .forEach(number -> numbers.addAll(
                            List.of(number.subtract(BigDecimal.ONE), number, number.add(BigDecimal.ONE))));
            return numbers.stream()
                    .filter(number -> number.signum() >= 0)
                    .map(Object.class::cast)
                    .toList();
        }
        List<Object> named = new ArrayList<>(cells.stream()
                .flatMap(cell -> cell.tests().stream())
                .flatMap(test -> test.single().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
        named.add("其他");
        return named;
    }

    private void go(int column, BitSet rows) {
        if (gap != null && both != null || !seen.add(List.of(column, rows)) || isTooMuch()) {
            return;
        }
        boolean nothingToMiss = compared && rows.nextSetBit(present) < 0;
        if (nothingToMiss && own(rows).cardinality() < 2) {
            return;
        }
        if (column == values.size()) {
            answered(own(rows), nothingToMiss);
            return;
        }
        values.get(column).forEach((holding, value) -> {
            BitSet left = (BitSet) rows.clone();
            left.and(holding);
            at[column] = value;
            go(column + 1, left);
        });
    }

    private void answered(BitSet answers, boolean nothingToMiss) {
        if (answers.isEmpty() && !nothingToMiss && gap == null) {
            List<String> facts = new ArrayList<>();
            for (int i = 0; i < at.length; i++) {
                if (values.get(i).size() > 1) {
                    facts.add(table.inputs().get(i).called() + " " + said(i));
                }
            }
            gap = String.join("，", facts);
        }
        if (answers.cardinality() > 1 && both == null) {
            int first = answers.nextSetBit(0);
            both = new int[] {first + 1, answers.nextSetBit(first + 1) + 1};
        }
    }

    private String said(int column) {
        Object value = at[column];
        if (value == null) {
            return "未知";
        }
        return value instanceof Boolean flag
                ? flag ? "是" : "否"
                : words.apply(table.inputs().get(column).name(), String.valueOf(value));
    }

    private BitSet own(BitSet rows) {
        return rows.get(0, present);
    }

    boolean isTooMuch() {
        return seen.size() > MOST_STEPS;
    }

    /** @return a case that no row answers, in words */
    Optional<String> gap() {
        return Optional.ofNullable(gap);
    }

    /** @return numbers, from 1, of two rows that answer the same case */
    Optional<int[]> both() {
        return Optional.ofNullable(both);
    }
}
