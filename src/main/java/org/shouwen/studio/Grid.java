package org.shouwen.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rulebook.Codes;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.rulebook.Sheet;
import org.shouwen.ticket.CategoryTable;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.stereotype.Component;

/** A draft as it is filled in: a row of fields for each row of the table, drop-downs where there are values to choose from. */
@Component
public record Grid(Rulebook rulebook, Codes codes) {

    private static final int MOST_ROWS = 500;
    private static final String ANY = "-";
    /** The last field of the form. */
    private static final String LAST = "end";

    private static final String EQUAL = "=";
    private static final Map<String, String> COMPARISONS = new LinkedHashMap<>();
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?\\s*(\\d+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern MARKS = Pattern.compile("[\"“”＂]");
    /** What no XML file can hold. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n]]|[\\uFFFE\\uFFFF]");

    static {
        COMPARISONS.put(ANY, "不限");
        COMPARISONS.put(EQUAL, "等于");
        COMPARISONS.put(">=", "不少于");
        COMPARISONS.put("<=", "不超过");
        COMPARISONS.put(">", "超过");
        COMPARISONS.put("<", "不到");
    }

    /** @param kind how its fields look: {@code choice}, {@code compare}, {@code amount}, {@code number}, {@code text}, {@code code} */
    public record Head(String label, String kind) {}

    /**
     * @param number of the row as it will be, from 1; null: it is to be removed
     * @param fresh whether the table in force does not have it
     */
    public record Line(Draft.Row row, Integer number, boolean fresh, boolean changed, List<Cell> cells) {}

    /**
     * @param choices words by what is written; of a comparison its kinds; none: it is typed
     * @param choice which is chosen
     * @param typed what stands in the field
     * @param before what stands there in force, in words; null: the same
     */
    public record Cell(
            String name,
            String label,
            String kind,
            Map<String, String> choices,
            String choice,
            String typed,
            String before) {}

    /** @return one of each input, then of each output; an amount and its unit are one */
    public List<Head> heads(RuleTable table) {
        return fields(table).stream()
                .map(field -> new Head(field.column().label(), field.kind()))
                .toList();
    }

    /** @return every row with its fields */
    public List<Line> lines(RuleTable table, Draft draft) {
        List<Field> fields = fields(table);
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < draft.rows().size(); i++) {
            Draft.Row row = draft.rows().get(i);
            String prefix = "r" + i + "-c";
            List<Cell> cells = fields.stream()
                    .map(field -> cell(table, field, row, prefix + field.at()))
                    .toList();
            lines.add(new Line(
                    row, row.gone() ? null : number + 1, row.copy(), !row.copy() && !row.isAsIn(table), cells));
            number += row.gone() ? 0 : 1;
        }
        return lines;
    }

    /**
     * A column of the grid.
     *
     * @param at number of the column in the table
     * @param asks whether it is an input
     */
    private record Field(int at, Column column, boolean asks, String kind) {}

    private static List<Field> fields(RuleTable table) {
        List<Field> fields = new ArrayList<>();
        int inputs = table.inputs().size();
        for (int i = 0; i < inputs; i++) {
            Column column = table.inputs().get(i);
            // A name that people give, of which there is no list
            boolean named = column.type().equals("string") && column.codes().isEmpty();
            String typed = table.id().equals(CategoryTable.ID) ? "code" : "text";
            String kind = column.type().equals("integer") ? "compare" : named ? typed : "choice";
            fields.add(new Field(i, column, true, kind));
        }
        for (int i = 0; i < table.outputs().size(); i++) {
            Column column = table.outputs().get(i);
            boolean amount = Sheet.isAmount(table.outputs(), i);
            boolean chosen = !column.codes().isEmpty() || column.type().equals("boolean");
            String typed = column.type().equals("integer") ? "number" : "text";
            fields.add(new Field(inputs + i, column, false, amount ? "amount" : chosen ? "choice" : typed));
            i += amount ? 1 : 0;
        }
        return fields;
    }

    private Cell cell(RuleTable table, Field field, Draft.Row row, String name) {
        String written = row.cells().get(field.at());
        List<String> old = Draft.cells(table, row.from());
        boolean isAmount = field.kind().equals("amount");
        boolean changed = !row.copy()
                && (!written.equals(old.get(field.at()))
                        || isAmount && !row.cells().get(field.at() + 1).equals(old.get(field.at() + 1)));
        String before = changed ? words(table, field, old) : null;
        String label = field.column().label();
        Column column =
                isAmount ? table.outputs().get(field.at() + 1 - table.inputs().size()) : field.column();
        String chosen = isAmount ? row.cells().get(field.at() + 1) : written;
        return switch (field.kind()) {
            case "compare" -> {
                Matcher compared = COMPARED.matcher(written);
                boolean plain = compared.matches();
                Map<String, String> choices = new LinkedHashMap<>(COMPARISONS);
                String choice = plain ? compared.group(1) == null ? EQUAL : compared.group(1) : any(written);
                if (!choices.containsKey(choice)) {
                    choices.put(choice, rulebook.asked(column, choice));
                }
                yield new Cell(name, label, "compare", choices, choice, plain ? compared.group(2) : "", before);
            }
            case "amount", "choice" -> {
                Map<String, String> choices = choices(table, field, column, isAmount);
                String choice = field.asks() ? any(chosen) : chosen;
                choices.putIfAbsent(choice, field.asks() ? rulebook.asked(column, choice) : TableWords.bare(choice));
                yield new Cell(name, label, field.kind(), choices, choice, written, before);
            }
            // Of a new row the server makes one up; that of another stays, for its tickets have it
            case "code" ->
                new Cell(
                        name,
                        label,
                        "code",
                        Map.of(),
                        row.copy() ? "" : "kept",
                        row.copy() && Draft.isUnnamed(table, row) ? "" : TableWords.bare(written),
                        before);
            default -> new Cell(name, label, field.kind(), Map.of(), "", TableWords.bare(written), before);
        };
    }

    private static String any(String written) {
        return written.isEmpty() ? ANY : written;
    }

    private Map<String, String> choices(RuleTable table, Field field, Column column, boolean isUnit) {
        Map<String, String> choices = new LinkedHashMap<>();
        int at = field.at() + (isUnit ? 1 : 0);
        List<String> present = IntStream.range(0, table.rows().size())
                .mapToObj(row -> Draft.cells(table, row).get(at))
                .toList();
        if (field.asks()) {
            choices.put(ANY, "不限");
        } else if (present.contains("")) {
            choices.put("", "—");
        }
        if (column.type().equals("boolean")) {
            choices.put("true", "是");
            choices.put("false", "否");
        }
        column.codes().forEach(code -> choices.put('"' + code + '"', codes.word(column.name(), code)));
        if (field.asks()) {
            present.stream()
                    .filter(written -> !written.isEmpty())
                    .forEach(written -> choices.putIfAbsent(written, rulebook.asked(column, written)));
            column.codes().forEach(code -> {
                String others = "not(\"" + code + "\")";
                choices.putIfAbsent(others, rulebook.asked(column, others));
            });
        }
        return choices;
    }

    private String words(RuleTable table, Field field, List<String> cells) {
        String written = cells.get(field.at());
        if (field.asks()) {
            String words = rulebook.asked(field.column(), written);
            return words.isEmpty() ? "不限" : words;
        }
        int output = field.at() - table.inputs().size();
        return TableWords.answer(
                table, codes, output, cells.subList(table.inputs().size(), cells.size()));
    }

    // ---- what was filled in

    /**
     * @param filled fields by name; a row that was not sent stays as it is
     * @throws Refusal where it is no form of this table
     */
    public Draft read(RuleTable table, Map<String, String> filled) {
        String count = filled.get("rows");
        if (count == null) {
            return Draft.of(table);
        }
        int rows = Typed.whole(count, 0, MOST_ROWS).orElseThrow(Grid::strange);
        if (!filled.containsKey(LAST)) {
            // Sent before the page was there: what stands below would be lost
            throw Refusal.invalid("rows-missing", LAST, "页面还没有完全打开就提交了，没有保存，请再改一次");
        }
        List<Field> fields = fields(table);
        return new Draft(IntStream.range(0, rows)
                .mapToObj(i -> row(table, fields, filled, i))
                .toList());
    }

    private static Draft.Row row(RuleTable table, List<Field> fields, Map<String, String> filled, int at) {
        String prefix = "r" + at + "-";
        int from = Typed.whole(
                        filled.getOrDefault(prefix + "from", String.valueOf(at)),
                        0,
                        table.rows().size() - 1)
                .orElseThrow(Grid::strange);
        List<String> old = Draft.cells(table, from);
        List<String> cells = new ArrayList<>(old);
        for (Field field : fields) {
            String name = prefix + "c" + field.at();
            String typed = filled.get(name);
            if (typed != null) {
                cells.set(field.at(), written(table, field, old.get(field.at()), typed, filled.get(name + "n")));
            }
            if (field.kind().equals("amount") && filled.containsKey(name + "n")) {
                cells.set(field.at() + 1, keepable(filled.get(name + "n")));
            }
        }
        String note =
                filled.getOrDefault(prefix + "note", table.rows().get(from).note());
        return new Draft.Row(
                from,
                "true".equals(filled.get(prefix + "copy")),
                "true".equals(filled.get(prefix + "gone")),
                List.copyOf(cells),
                keepable(note));
    }

    private static Refusal strange() {
        return Refusal.invalid("rows-invalid", "rows", "这不是这张表的表单，请重新打开再改");
    }

    private static String written(RuleTable table, Field field, String old, String typed, String number) {
        String text = keepable(typed);
        String written =
                switch (field.kind()) {
                    case "compare" -> compared(text, number);
                    case "code" -> text.isEmpty() ? old : quoted(table, field, old, text);
                    case "text" -> quoted(table, field, old, text);
                    case "amount", "number" -> number(text);
                    default -> text;
                };
        return Draft.isSame(old, written) ? old : written;
    }

    private static String compared(String comparison, String number) {
        String bound = number(keepable(number));
        if (comparison.equals(ANY) || !COMPARISONS.containsKey(comparison)) {
            return comparison;
        }
        // Without a number it is no value, which the guard says, and never 不限
        return comparison.equals(EQUAL) && !bound.isEmpty() ? bound : comparison + " " + bound;
    }

    /** Digits at full width and in quotation marks are digits. */
    private static String number(String text) {
        return Typed.narrow(MARKS.matcher(text).replaceAll(""));
    }

    private static String quoted(RuleTable table, Field field, String old, String text) {
        if (text.equals(TableWords.bare(old))) {
            return old;
        }
        if (text.isEmpty()) {
            boolean empties = IntStream.range(0, table.rows().size())
                    .anyMatch(row -> Draft.cells(table, row).get(field.at()).equals("\"\""));
            return empties ? "\"\"" : "";
        }
        // A quotation mark would end the text
        return '"' + QUOTED.matcher(text).replaceAll("“$1”").replace('"', '”') + '"';
    }

    private static String keepable(String typed) {
        return CONTROL.matcher(Typed.plain(typed)).replaceAll("");
    }
}
