package org.shouwen.workflow.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.workflow.TableCell;
import org.shouwen.workflow.internal.TableModel.Column;
import org.shouwen.workflow.internal.TableModel.Row;

/**
 * What the business needs of a table. The table as it is shipped says what the program reads: its columns, their types and
 * declared values, which of them may be empty, and the cases that are answered. A table that the program does not know is
 * held to what it declares itself.
 */
class TableRules {

    private static final Map<String, String> TYPES = Map.of("string", "文字", "integer", "整数", "boolean", "是否（boolean）");
    private static final Set<String> ORIGINS = Set.of("basis", "source");
    private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "COLLECT");
    private static final String AMOUNT = "Amount";
    private static final String UNIT = "Unit";
    private static final String NO_UNIT = "NONE";
    private static final BigDecimal MOST = BigDecimal.valueOf(999);

    /** The narrowest column of ours that takes such a text. */
    private static final int LONGEST = 200;

    private final Program program;
    private final ShippedModels shipped;

    TableRules(Program program, ShippedModels shipped) {
        this.program = program;
        this.shipped = shipped;
    }

    void judge(TableModel table, Judgement.Model into) {
        Optional<TableModel> reference = shipped.table(table.id());
        new One(table, reference, into).judge();
    }

    private final class One {

        private final TableModel table;
        private final Optional<TableModel> reference;
        private final Judgement.Model into;
        private boolean sound = true;

        One(TableModel table, Optional<TableModel> reference, Judgement.Model into) {
            this.table = table;
            this.reference = reference;
            this.into = into;
        }

        void judge() {
            policy();
            columns(TableModel::inputs, true);
            columns(TableModel::outputs, false);
            if (table.rows().isEmpty()) {
                fault(table.id(), "", "一行也没有，至少要留一行");
            }
            if (!table.isWhole()) {
                fault(table.id(), "", "有的行格数与列数不同，请补齐");
            }
            if (sound) {
                rows();
            }
            if (sound && CategoryRules.areFor(table)) {
                CategoryRules.judge(table, program::word, this::fault);
            }
            if (sound) {
                cases();
            }
        }

        private void fault(String element, String place, String words) {
            sound = false;
            into.fault(element, place, words);
        }

        private void policy() {
            if (table.id().isEmpty()) {
                fault("", "", "决策缺少 id");
            }
            if (!FlowRules.DAYS.matcher(table.kept()).matches()) {
                fault(table.id(), "", "须写明历史保存的天数（historyTimeToLive），例如 P180D");
            }
            if (!POLICIES.contains(table.policy())) {
                fault(table.id(), "", "命中规则只能是 UNIQUE、FIRST 或 COLLECT，不能是 " + table.policy());
            }
            reference
                    .filter(shippedTable -> shippedTable.lists() != table.lists())
                    .ifPresent(shippedTable -> fault(
                            table.id(),
                            "",
                            "命中规则须是 " + shippedTable.policy() + "：程序"
                                    + (shippedTable.lists() ? "要所有适用的行" : "只要适用的一行")));
        }

        private void columns(Function<TableModel, List<Column>> side, boolean asked) {
            Map<String, Column> present = new HashMap<>();
            for (Column column : side.apply(table)) {
                if (present.put(column.name(), column) != null || column.name().isEmpty()) {
                    fault(column.id(), "列“" + column.called() + "”", "每列须有自己的名字（name）");
                }
                if (column.id().isEmpty()) {
                    fault(table.id(), "列“" + column.called() + "”", "缺少 id");
                }
                if (!TYPES.containsKey(column.type())) {
                    fault(column.id(), "列“" + column.called() + "”", "类型只能是文字（string）、整数（integer）或是否（boolean）");
                }
            }
            reference.map(side).ifPresent(needed -> needed(needed, present, asked));
        }

        private void needed(List<Column> needed, Map<String, Column> present, boolean asked) {
            for (Column column : needed) {
                Column here = present.remove(column.name());
                if (here == null) {
                    fault(table.id(), "", "缺少列“" + column.called() + "”（" + column.name() + "），程序要用到");
                    continue;
                }
                String place = "列“" + here.called() + "”";
                if (!here.type().equals(column.type())) {
                    fault(here.id(), place, "类型须为" + TYPES.get(column.type()) + "（" + column.type() + "）");
                }
                if (!here.declared().isEmpty() && !sameValues(here, column)
                        || here.declared().isEmpty() != column.declared().isEmpty()) {
                    fault(here.id(), place, "可选值须是程序认识的：" + (column.declared().isEmpty() ? "不限" : column.declared()));
                }
            }
            present.values().forEach(column -> {
                String place = "列“" + column.called() + "”";
                if (asked) {
                    fault(column.id(), place, "程序不提供这一项，不能用作条件");
                } else {
                    into.warning(column.id(), place, "程序不读这一列");
                }
            });
        }

        private static boolean sameValues(Column one, Column other) {
            return values(one).equals(values(other));
        }

        private static Set<Object> values(Column column) {
            TableCell domain = column.domain();
            return domain.tests().stream().anyMatch(test -> test.single().isEmpty())
                    ? Set.of(column.declared())
                    : domain.tests().stream().map(test -> test.single().get()).collect(Collectors.toSet());
        }

        // ---- rows

        private void rows() {
            Map<List<String>, Integer> seen = new HashMap<>();
            for (int i = 0; i < table.rows().size(); i++) {
                Row row = table.rows().get(i);
                for (int column = 0; column < table.columns().size(); column++) {
                    cell(i, column, row.cells().get(column));
                }
                amounts(i, row);
                if (row.id().isEmpty()) {
                    fault(table.id(), row(i), "缺少 id");
                }
                if (row.note().isBlank()) {
                    fault(row.id(), row(i), "须写明依据（批注 annotation）");
                }
                Integer before = seen.putIfAbsent(row.cells(), i + 1);
                if (before != null && !table.policy().equals("UNIQUE")) {
                    fault(row.id(), "第 " + before + " 行、第 " + (i + 1) + " 行", "两行相同，请去掉一行");
                }
            }
            if (table.outputs().stream().noneMatch(output -> ORIGINS.contains(output.name()))) {
                fault(table.id(), "", "须有一列依据（basis 或 source）");
            }
        }

        private static String row(int row) {
            return "第 " + (row + 1) + " 行";
        }

        private void cell(int row, int at, String written) {
            Column column = table.columns().get(at);
            String place = row(row) + " " + column.called();
            String id = table.rows().get(row).id();
            boolean asks = at < table.inputs().size();
            Column domain = domain(column, asks);
            Optional<TableCell> read = TableCell.of(written);
            if (read.isEmpty()) {
                // That it is no value says DmnRules; here only of what type an answer should be
                sound = false;
                if (!asks && !domain.type().equals("string")) {
                    fault(id, place, wrongType(domain, written));
                }
            } else if (asks) {
                read.get().tests().stream()
                        .filter(test -> !test.type().equals(column.type()))
                        .findFirst()
                        .ifPresent(test -> fault(id, place, wrongType(domain, written)));
                read.get().tests().stream()
                        .flatMap(test -> test.single().stream())
                        .filter(value -> isOutside(domain, value))
                        .findFirst()
                        .ifPresent(value -> fault(id, place, unknown(domain, value)));
            } else {
                answer(id, place, written, domain, read.get());
            }
        }

        private void answer(String id, String place, String written, Column column, TableCell cell) {
            String empty = written.isEmpty() ? "" : "\"\"";
            if (written.isEmpty() || written.equals("\"\"")) {
                if (reference
                                .filter(t -> t.mayBeEmpty(t.output(column.name()), empty))
                                .isEmpty()
                        && (reference.isPresent() || ORIGINS.contains(column.name()) || written.isEmpty())) {
                    fault(id, place, "不能为空");
                }
                return;
            }
            Object value = cell.value().orElse(null);
            boolean fits =
                    switch (column.type()) {
                        case "integer" -> value instanceof BigDecimal number && number.scale() <= 0;
                        case "boolean" -> value instanceof Boolean;
                        default -> value instanceof String;
                    };
            if (!fits) {
                fault(id, place, wrongType(column, written));
            } else if (value instanceof BigDecimal number) {
                number(id, place, column, number);
            } else if (value instanceof String text) {
                text(id, place, column, text);
            }
        }

        private void number(String id, String place, Column column, BigDecimal number) {
            List<BigDecimal> bounds = bounds(column);
            if (number.compareTo(bounds.get(0)) < 0 && !hasUnit(column)) {
                fault(id, place, "须为不小于 " + bounds.get(0) + " 的整数");
            } else if (number.compareTo(bounds.get(1)) > 0) {
                fault(id, place, "须为不大于 " + bounds.get(1) + " 的整数");
            }
        }

        /** @return least and most, declared as a range in the table as it is shipped */
        private static List<BigDecimal> bounds(Column column) {
            List<BigDecimal> declared = column.domain().tests().stream()
                    .flatMap(test -> test.numbers().stream())
                    .toList();
            return declared.size() == 2 ? declared : List.of(BigDecimal.ZERO, MOST);
        }

        private void text(String id, String place, Column column, String text) {
            if (isOutside(column, text)) {
                fault(id, place, unknown(column, text));
            } else if (text.length() > LONGEST) {
                fault(id, place, "最多 " + LONGEST + " 字，现有 " + text.length() + " 字");
            } else {
                program.unreadable(column.name(), text).ifPresent(why -> fault(id, place, why));
            }
        }

        /** @return the column with the values that the program knows */
        private Column domain(Column column, boolean asks) {
            return reference
                    .flatMap(t -> (asks ? t.inputs() : t.outputs())
                            .stream()
                                    .filter(c -> c.name().equals(column.name()))
                                    .findFirst())
                    .orElse(column);
        }

        private static boolean isOutside(Column column, Object value) {
            TableCell domain = column.domain();
            boolean listed =
                    domain.tests().stream().allMatch(test -> test.single().isPresent());
            return listed && !domain.isAny() && !domain.holds(value);
        }

        private String unknown(Column column, Object value) {
            return "没有“" + value + "”这个值，可选："
                    + column.domain().tests().stream()
                            .map(test -> program.word(
                                    column.name(), String.valueOf(test.single().orElseThrow())))
                            .collect(Collectors.joining("、"));
        }

        private static String wrongType(Column column, String written) {
            return switch (column.type()) {
                case "integer" ->
                    "须为不小于 "
                            + (column.name().endsWith(AMOUNT)
                                    ? BigDecimal.ONE
                                    : bounds(column).get(0)) + " 的整数";
                case "boolean" -> "只能是 true 或 false（是或否）";
                default -> "单元格只能是值、区间、列表或 -，文字写在英文双引号里：" + written;
            };
        }

        /** An amount and the unit beside it are one. */
        private void amounts(int row, Row cells) {
            for (Column column : table.outputs()) {
                if (!hasUnit(column)) {
                    continue;
                }
                int unit = unit(column);
                String amount = cells.cells().get(table.output(column.name()));
                String of = cells.cells().get(unit);
                String place = row(row) + " " + column.called();
                String unitPlace = row(row) + " " + table.columns().get(unit).called();
                boolean nothing = of.equals("\"" + NO_UNIT + "\"");
                if (into.hasFault(cells.id(), place) || into.hasFault(cells.id(), unitPlace)) {
                    continue;
                }
                if (amount.isEmpty() != of.isEmpty()) {
                    fault(cells.id(), amount.isEmpty() ? place : unitPlace, "时限和单位须一起填，或者一起空着");
                } else if (nothing && !amount.equals("0")) {
                    String word = program.word(table.columns().get(unit).name(), NO_UNIT);
                    fault(cells.id(), place, "单位是“" + word + "”，须为 0");
                } else if (!nothing
                        && TableCell.of(amount)
                                .flatMap(TableCell::value)
                                .filter(One::isNoAmount)
                                .isPresent()) {
                    fault(cells.id(), place, "须为不小于 1 的整数");
                }
            }
        }

        private int unit(Column amount) {
            return table.output(amount.name().replaceFirst(AMOUNT + "$", UNIT));
        }

        private boolean hasUnit(Column column) {
            return column.name().endsWith(AMOUNT) && unit(column) >= 0;
        }

        private static boolean isNoAmount(Object value) {
            return value instanceof BigDecimal number && number.signum() <= 0;
        }

        // ---- cases

        private void cases() {
            if (table.lists()) {
                return;
            }
            TableCover cover = new TableCover(table, reference.orElse(null), program::word);
            if (cover.isTooMuch()) {
                fault(table.id(), "", "条件太多，无法逐一核对每种情形，请拆成几张表");
            }
            // Categories and waiting times may come and go; those in use stay by rules of their own
            cover.gap()
                    .filter(gap -> !CategoryRules.areFor(table) && !table.id().equals(WaitingTimes.TABLE))
                    .ifPresent(gap -> fault(table.id(), "", "没有一行适用于：" + gap));
            if (table.policy().equals("UNIQUE")) {
                cover.both()
                        .ifPresent(rows -> fault(
                                table.rows().get(rows[1] - 1).id(),
                                "第 " + rows[0] + " 行、第 " + rows[1] + " 行",
                                "同时适用于一种情形，只能有一行"));
            }
        }
    }
}
