package org.shouwen.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.workflow.RuleTables.Column;
import org.shouwen.workflow.TableCell;

/**
 * A cell in which a table asks: any value, some values, all but some, a number's bounds.
 *
 * @param written as the table has it
 * @param values codes, numbers or flags that it names
 * @param excluded whether these are the ones that do not hold
 */
record Condition(Column column, String written, List<String> values, boolean excluded, String comparison) {

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d+(?:\\.\\d+)?)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)\\s*]");
    private static final int HARDLY_ANY = 2;
    private static final int MANY = 4;

    static Condition of(Column column, String written) {
        Matcher compared = COMPARED.matcher(written);
        if (compared.matches()) {
            String comparison = compared.group(1) == null ? "" : compared.group(1);
            return new Condition(column, written, List.of(compared.group(2)), false, comparison);
        }
        List<String> quoted =
                QUOTED.matcher(written).results().map(code -> code.group(1)).toList();
        boolean any = written.isEmpty() || written.equals("-");
        return new Condition(
                column,
                written,
                any ? List.of() : quoted.isEmpty() ? plain(written) : quoted,
                written.startsWith("not("),
                "");
    }

    /** @return numbers, bounds and flags as people read them */
    private static List<String> plain(String written) {
        String tests = written.startsWith("not(") ? written.substring(4, written.length() - 1) : written;
        return Arrays.stream(tests.split(","))
                .map(test -> RANGE.matcher(test.strip()).replaceAll("$1 至 $2"))
                .toList();
    }

    boolean asksNothing() {
        return values.isEmpty();
    }

    /** @return whether a case with that value meets it, as the engine reads the cell */
    boolean holds(String value) {
        return TableCell.of(written)
                .filter(cell -> cell.holds(
                        switch (column.type()) {
                            case "boolean" -> Boolean.valueOf(value);
                            case "string" -> value;
                            default -> new BigDecimal(value);
                        }))
                .isPresent();
    }

    /** @return 除电梯困人外; 不少于 5; where nearly all values are named, those that are not */
    String words(Codes codes) {
        if (asksNothing()) {
            return "";
        }
        if (!comparison.isEmpty()) {
            return compared() + " " + values.get(0);
        }
        if (column.type().equals("boolean")) {
            return values.get(0).equals("true") ? "是" : "否";
        }
        List<String> others =
                column.codes().stream().filter(code -> !values.contains(code)).toList();
        if (!excluded && values.size() >= MANY && others.size() <= HARDLY_ANY && !others.isEmpty()) {
            return "除" + listed(codes, others) + "外";
        }
        return excluded ? "除" + listed(codes, values) + "外" : listed(codes, values);
    }

    /** @return the condition with what it asks of: 危险程度 财产; a flag that has to be so by its label alone */
    String sentence(Codes codes) {
        return written.equals("true") ? column.label() : column.label() + "：" + words(codes);
    }

    private String compared() {
        return switch (comparison) {
            case "<" -> "不到";
            case "<=" -> "不超过";
            case ">" -> "超过";
            default -> "不少于";
        };
    }

    private String listed(Codes codes, List<String> some) {
        return some.stream().map(code -> codes.word(column.name(), code)).collect(Collectors.joining("、"));
    }

    /** @return the columns' conditions of one row */
    static List<Condition> of(List<Column> columns, List<String> cells) {
        Condition[] all = new Condition[columns.size()];
        Arrays.setAll(all, i -> of(columns.get(i), cells.get(i)));
        return List.of(all);
    }
}
