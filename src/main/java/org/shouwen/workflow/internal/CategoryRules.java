package org.shouwen.workflow.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.TableCell;
import org.shouwen.workflow.internal.TableModel.Row;

/**
 * What the list of categories needs beside what every table does: tickets, addresses and lists carry its codes and labels.
 */
final class CategoryRules {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    /** Of a label, which a ticket keeps. */
    private static final int LONGEST = 60;

    private static final String KIND = "kind";

    private final TableModel table;
    private final BinaryOperator<String> words;
    private final Fault faults;

    /** Where a fault goes. */
    interface Fault {

        /** @param place of the row and column, as people call it */
        void of(String row, String place, String why);
    }

    /** A category in force that open tickets have. */
    record InUse(String code, String label, String kind, int tickets) {}

    private CategoryRules(TableModel table, BinaryOperator<String> words, Fault faults) {
        this.table = table;
        this.words = words;
        this.faults = faults;
    }

    static boolean areFor(TableModel table) {
        return table.id().equals(CategoryTable.ID);
    }

    /**
     * @param table whose cells were found to be cells of their columns
     * @param words what people call a code, by column and code
     */
    static void judge(TableModel table, BinaryOperator<String> words, Fault faults) {
        new CategoryRules(table, words, faults).judge();
    }

    /** What open tickets have may not go: nobody could register another like it, or find what it means in the list. */
    static void keepsWhatIsInUse(TableModel table, List<InUse> used, Fault faults) {
        CategoryRules rules = new CategoryRules(table, (column, code) -> code, faults);
        Set<String> codes = table.rows().stream().map(rules::code).collect(Collectors.toSet());
        used.stream()
                .filter(category -> !codes.contains(category.code()))
                .forEach(category -> faults.of(
                        table.id(),
                        "",
                        "“%s”（%s）还有 %d 件没有办结的工单，不能删去；以后不再受理的，请把“%s”改为否"
                                .formatted(
                                        category.label(),
                                        category.code(),
                                        category.tickets(),
                                        rules.called("offered"))));
        table.rows().forEach(row -> used.stream()
                .filter(category -> category.code().equals(rules.code(row))
                        && !category.kind().equals(rules.said(row, KIND)))
                .forEach(category -> faults.of(
                        row.id(),
                        "",
                        "“%s”（%s）还有 %d 件没有办结的工单，不能改“%s”；请另加一行，原来的把“%s”改为否"
                                .formatted(
                                        category.label(),
                                        category.code(),
                                        category.tickets(),
                                        rules.called(KIND),
                                        rules.called("offered")))));
    }

    private void judge() {
        Map<String, Integer> codes = new HashMap<>();
        Map<List<String>, Integer> labels = new HashMap<>();
        Set<String> offered = new HashSet<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Row row = table.rows().get(i);
            code(row, i, codes);
            String label = said(row, "label");
            String kind = said(row, KIND);
            if (label.isBlank() || label.length() > LONGEST) {
                fault(row, i, called("label"), "须有 1 到 " + LONGEST + " 字");
            }
            if (said(row, "offered").equals("true")) {
                offered.add(kind);
                Integer before = labels.putIfAbsent(List.of(kind, label.strip()), i + 1);
                if (before != null) {
                    fault(
                            row,
                            i,
                            called("label"),
                            "第 " + before + " 行的" + words.apply(KIND, kind) + "已经叫“" + label + "”");
                }
            }
        }
        kinds().filter(kind -> !offered.contains(kind))
                .forEach(kind ->
                        faults.of(table.id(), "", "“" + words.apply(KIND, kind) + "”一个可选的类别也没有，受理时就登记不了，至少要留一个"));
    }

    private void code(Row row, int number, Map<String, Integer> codes) {
        String code = code(row);
        if (!CODE.matcher(code).matches()) {
            fault(row, number, table.inputs().get(0).called(), "只能用英文字母、数字、- 和 _，最多 40 个");
            return;
        }
        Integer before = codes.putIfAbsent(code, number + 1);
        if (before != null) {
            fault(row, number, table.inputs().get(0).called(), "第 " + before + " 行已经用了 " + code + "；新的一行可以空着，由系统编");
        }
    }

    private Stream<String> kinds() {
        return table.columns().get(table.output(KIND)).domain().tests().stream()
                .flatMap(test -> test.single().stream())
                .map(String::valueOf);
    }

    private void fault(Row row, int number, String column, String why) {
        faults.of(row.id(), "第 " + (number + 1) + " 行 " + column, why);
    }

    private String called(String output) {
        return table.columns().get(table.output(output)).called();
    }

    private String code(Row row) {
        return value(row.cells().get(0));
    }

    private String said(Row row, String output) {
        return value(row.cells().get(table.output(output)));
    }

    private static String value(String written) {
        return Optional.of(written)
                .flatMap(TableCell::of)
                .flatMap(TableCell::value)
                .map(String::valueOf)
                .orElse("");
    }
}
