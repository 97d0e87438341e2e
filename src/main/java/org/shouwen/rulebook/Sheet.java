package org.shouwen.rulebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.complaint.ComplaintDesk;
import org.shouwen.complaint.Grade;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.Reading;
import org.shouwen.workflow.RuleTables.Row;
import org.shouwen.workflow.RuleTables.RuleTable;

/**
 * A decision table as a manager reads it on a page or on a landscape A4: first what is asked, in the order of the question, then
 * the answer; amount and unit are one (2 个工作小时); facts that few rows ask for stand together in one column; what all rows
 * answer alike is said once.
 *
 * @param alike what every row answers, 最多联系次数 3
 * @param heads labels of the columns
 * @param lines rows that are shown, in the table's order
 */
public record Sheet(RuleTable table, List<String> alike, List<String> heads, List<Line> lines) {

    static final String UNIT = "Unit";

    private static final String AMOUNT = "Amount";
    /** Key of a row for the program. */
    private static final String KEY = "code";
    /** What people call that of which a row is. */
    private static final String NAME = "label";

    private static final String NOTHING = "—";
    /** With so few facts each keeps its column. */
    private static final int FEW = 4;
    /** Letters of 30 个工作分钟. */
    private static final int SHORT = 8;

    /**
     * @param number of the row in the table, from 1
     * @param cells as many as the sheet has heads
     */
    public record Line(int number, List<Cell> cells, String note) {}

    /** @param written the same as the table has it, with its codes; "" where that says nothing more */
    public record Cell(String words, String written) {

        /** @return whether the table leaves it open */
        public boolean isOpen() {
            return words.equals(NOTHING);
        }

        /** @return whether it stands on one line, as an amount with its unit and hours do */
        public boolean isShort() {
            return words.length() <= SHORT || words.matches("[\\d: -]+");
        }
    }

    /** @param asked values by input; only rows that a case with them may meet are shown */
    static Sheet of(RuleTable table, Codes codes, Map<String, String> asked) {
        return new Drawing(table, codes).sheet(asked);
    }

    /** @return whether the column is an amount whose unit is the next one */
    public static boolean isAmount(List<Column> outputs, int output) {
        String name = outputs.get(output).name();
        return name.endsWith(AMOUNT)
                && output + 1 < outputs.size()
                && Objects.equals(
                        outputs.get(output + 1).name(), name.substring(0, name.length() - AMOUNT.length()) + UNIT);
    }

    /** @return amount and unit as people say it; "" where there is no limit */
    public static String amount(String amount, String unit) {
        boolean none = amount.isEmpty() || unit.isEmpty() || unit.equals(WorkUnit.NONE.name());
        return none ? "" : WorkUnit.valueOf(unit).words(Integer.parseInt(amount));
    }

    /** One table on its way to the paper. */
    private static final class Drawing {

        private final RuleTable table;
        private final Codes codes;
        private final List<List<Condition>> conditions;

        Drawing(RuleTable table, Codes codes) {
            this.table = table;
            this.codes = codes;
            this.conditions = table.rows().stream()
                    .map(row -> Condition.of(table.inputs(), row.inputs()))
                    .toList();
        }

        Sheet sheet(Map<String, String> asked) {
            List<Integer> own = inputs(false);
            List<Integer> together = inputs(true);
            List<Integer> outputs = IntStream.range(0, table.outputs().size())
                    .filter(i -> !isUnitOfAnAmount(i) && !isKey(i) && !isAlike(i))
                    .boxed()
                    .toList();
            List<String> heads = new ArrayList<>();
            own.forEach(i -> heads.add(table.inputs().get(i).label()));
            if (!together.isEmpty()) {
                heads.add(own.isEmpty() ? "情形" : "还要看");
            }
            outputs.forEach(i -> heads.add(table.outputs().get(i).label()));

            List<Line> lines = new ArrayList<>();
            for (int row = 0; row < table.rows().size(); row++) {
                if (meets(row, asked)) {
                    List<Cell> cells = new ArrayList<>();
                    for (int i : own) {
                        cells.add(asks(row, i));
                    }
                    if (!together.isEmpty()) {
                        cells.add(together(row, together, own.isEmpty()));
                    }
                    for (int i : outputs) {
                        cells.add(answer(table.rows().get(row), i));
                    }
                    lines.add(new Line(row + 1, cells, table.rows().get(row).note()));
                }
            }
            return new Sheet(table, alike(), heads, lines);
        }

        private boolean meets(int row, Map<String, String> asked) {
            return conditions.get(row).stream()
                    .filter(condition -> asked.containsKey(condition.column().name()))
                    .allMatch(condition ->
                            condition.holds(asked.get(condition.column().name())));
        }

        /** @return the inputs that stand together, or those with a column of their own */
        private List<Integer> inputs(boolean together) {
            return IntStream.range(0, isNamed() ? 0 : table.inputs().size())
                    .filter(i -> (table.inputs().size() > FEW && isSeldomAsked(i)) == together)
                    .boxed()
                    .toList();
        }

        private boolean isSeldomAsked(int input) {
            long asking = conditions.stream()
                    .filter(row -> !row.get(input).asksNothing())
                    .count();
            return 2 * asking < table.rows().size();
        }

        private Cell asks(int row, int input) {
            Condition condition = conditions.get(row).get(input);
            return cell(
                    isGrade(row, condition) ? grades(condition.values()) : condition.words(codes), condition.written());
        }

        /** @return whether it is the priority of a complaint, which comes from its grade and is called so */
        private boolean isGrade(int row, Condition condition) {
            return condition.column().name().equals("priority")
                    && !condition.excluded()
                    && conditions.get(row).stream()
                            .anyMatch(other -> other.values().equals(List.of(ComplaintDesk.KIND)));
        }

        private static String grades(List<String> priorities) {
            return Arrays.stream(Grade.values())
                    .filter(grade -> priorities.contains(grade.priority().name()))
                    .map(Grade::label)
                    .collect(Collectors.joining("、"));
        }

        private Cell together(int row, List<Integer> inputs, boolean alone) {
            List<Condition> asking = inputs.stream()
                    .map(i -> conditions.get(row).get(i))
                    .filter(condition -> !condition.asksNothing())
                    .toList();
            if (asking.isEmpty() && alone) {
                return new Cell(table.reading() == Reading.FIRST ? "其余" : "任何情形", "");
            }
            return cell(
                    asking.stream().map(condition -> condition.sentence(codes)).collect(Collectors.joining("；")),
                    asking.stream()
                            .map(condition -> condition.column().name() + " " + condition.written())
                            .collect(Collectors.joining("; ")));
        }

        private Cell answer(Row row, int output) {
            Column column = table.outputs().get(output);
            String written = row.outputs().get(output);
            if (isAmount(output)) {
                String unit = row.outputs().get(output + 1);
                return cell(amount(written, bare(unit)), (written + " " + unit).strip());
            }
            if (column.type().equals("boolean")) {
                return cell(written.equals("true") ? "是" : written.isEmpty() ? "" : "否", written);
            }
            if (isNamed() && column.name().equals(NAME)) {
                return cell(bare(written), bare(row.inputs().get(0)));
            }
            String word = codes.word(column.name(), bare(written));
            String key = output > 0 && isKey(output - 1) ? row.outputs().get(output - 1) : "";
            return cell(word, word.equals(bare(written)) ? key : written);
        }

        private static Cell cell(String words, String written) {
            return new Cell(words.isEmpty() ? NOTHING : words, written.equals("-") ? "" : written);
        }

        private List<String> alike() {
            return IntStream.range(0, table.outputs().size())
                    .filter(i -> !isUnitOfAnAmount(i) && !isKey(i) && isAlike(i))
                    .mapToObj(i -> table.outputs().get(i).label() + " "
                            + answer(table.rows().get(0), i).words())
                    .toList();
        }

        private boolean isAlike(int output) {
            return table.rows().size() > 1
                    && table.rows().stream()
                                    .map(row -> List.of(
                                            row.outputs().get(output),
                                            isAmount(output) ? row.outputs().get(output + 1) : ""))
                                    .distinct()
                                    .count()
                            == 1;
        }

        private boolean isKey(int output) {
            return table.outputs().get(output).name().equals(KEY);
        }

        /** @return whether it asks for but the code of what the row names: people read the name, and the code where they want it */
        private boolean isNamed() {
            return table.inputs().size() == 1
                    && table.outputs().stream().anyMatch(output -> output.name().equals(NAME));
        }

        private boolean isAmount(int output) {
            return Sheet.isAmount(table.outputs(), output);
        }

        private boolean isUnitOfAnAmount(int output) {
            return output > 0 && isAmount(output - 1);
        }

        private static String bare(String written) {
            return written.replace("\"", "");
        }
    }
}
