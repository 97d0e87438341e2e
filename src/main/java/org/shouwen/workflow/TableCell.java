package org.shouwen.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a cell of a table: values, comparisons and ranges over plain values, {@code not(…)} of them, or nothing.
 *
 * @param negated whether it holds where none of the tests does
 * @param tests none: it holds always
 */
public record TableCell(boolean negated, List<Test> tests) {

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern TEST = Pattern.compile("\"([^\"]*)\"|(true|false)|(<=|>=|<|>)?\\s*(" + NUMBER
            + ")|([\\[\\]])\\s*(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)\\s*([\\[\\]])");
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)", Pattern.DOTALL);

    /** What a text has to be to be evaluated by the engine; {@code $} and {@code #} alone are but signs. */
    private static final Pattern EVALUATED = Pattern.compile("[$#]\\{");

    /**
     * @param type of the values that it may hold for
     * @param single its value, where it names exactly one
     * @param numbers that it names
     */
    public record Test(String type, Optional<Object> single, List<BigDecimal> numbers, Predicate<Object> holds) {}

    /** @return empty where it is anything else: an expression, a call, a text without quotation marks */
    public static Optional<TableCell> of(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new TableCell(false, List.of()));
        }
        Matcher not = NOT.matcher(text);
        boolean negated = not.matches();
        Optional<List<Test>> tests = tests(negated ? not.group(1).strip() : text);
        return EVALUATED.matcher(text).find() ? Optional.empty() : tests.map(found -> new TableCell(negated, found));
    }

    private static Optional<List<Test>> tests(String text) {
        List<Test> tests = new ArrayList<>();
        Matcher test = TEST.matcher(text);
        Matcher between = BETWEEN.matcher(text);
        int at = 0;
        while (test.find(at) && test.start() == at) {
            tests.add(test(test));
            at = test.end();
            if (at == text.length()) {
                return Optional.of(tests);
            }
            if (!between.find(at) || between.start() != at) {
                return Optional.empty();
            }
            at = between.end();
        }
        return Optional.empty();
    }

    private static Test test(Matcher test) {
        if (test.group(1) != null) {
            return is("string", test.group(1), List.of());
        }
        if (test.group(2) != null) {
            return is("boolean", Boolean.valueOf(test.group(2)), List.of());
        }
        if (test.group(4) != null) {
            BigDecimal bound = new BigDecimal(test.group(4));
            String type = bound.scale() > 0 ? "double" : "integer";
            String comparison = test.group(3);
            return comparison == null
                    ? is(type, bound, List.of(bound))
                    : new Test(
                            type,
                            Optional.empty(),
                            List.of(bound),
                            value -> compares(((BigDecimal) value).compareTo(bound), comparison));
        }
        return range(new BigDecimal(test.group(6)), new BigDecimal(test.group(7)), test.group(5), test.group(8));
    }

    private static Test range(BigDecimal from, BigDecimal to, String opens, String closes) {
        int least = opens.equals("[") ? 0 : 1;
        int most = closes.equals("]") ? 0 : -1;
        return new Test(
                "integer",
                Optional.empty(),
                List.of(from, to),
                value -> ((BigDecimal) value).compareTo(from) >= least && ((BigDecimal) value).compareTo(to) <= most);
    }

    private static Test is(String type, Object single, List<BigDecimal> numbers) {
        return new Test(type, Optional.of(single), numbers, single::equals);
    }

    private static boolean compares(int order, String comparison) {
        return switch (comparison) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    public boolean isAny() {
        return tests.isEmpty();
    }

    /** @return the value of a cell that answers: exactly one */
    public Optional<Object> value() {
        return negated || tests.size() != 1 ? Optional.empty() : tests.get(0).single();
    }

    /** @param value a text, a number or a flag, of the type of the tests; null is unknown */
    public boolean holds(Object value) {
        return isAny()
                || value != null && tests.stream().anyMatch(test -> test.holds().test(value)) != negated;
    }
}
