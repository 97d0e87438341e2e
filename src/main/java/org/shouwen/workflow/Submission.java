package org.shouwen.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.shouwen.problem.Answers;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Words.Wrong;
import org.shouwen.problem.Written;

/**
 * What a person handed in with a form. The engine validates nothing, so every reading checks, and refuses in one
 * sentence that names the field. Inputs are transient: they end with the transaction and leave no rows.
 */
public final class Submission implements Answers {

    /** Marks that a form handed something in; without it a task is not completed and a process not started. */
    public static final String MARK = "submitted";

    /** Prefix of every field of a form that hands something in. */
    public static final String INPUT = "input_";

    private static final int MOST_CODES = 100;
    private static final int LONGEST_CODE = 40;

    /** Of a number, before and after its point. */
    private static final int DIGITS = 18;

    private static final Words WORDS = Words.FIELDS
            .saying(Wrong.MISSING, "input-missing", "请填写“%1$s”")
            .saying(Wrong.TOO_LONG, "input-too-long", "“%1$s”最多 %4$s 字，现有 %5$s 字")
            .saying(Wrong.UNKEPT, "input-invalid", "“%1$s”含有不能保存的字符")
            .saying(Wrong.MOMENT, "input-moment", "“%1$s”不是有效的日期和时间：%3$s")
            .saying(Wrong.DATE, "input-date", "“%1$s”不是有效的日期：%3$s")
            .saying(Wrong.CODE, "input-choice", "“%1$s”没有“%3$s”这一项，可选：%4$s")
            .saying(Wrong.NUMBER, "input-number", "“%1$s”须为 %4$s 到 %5$s 的整数");

    private final Function<String, Object> values;
    private final ZoneId zone;

    private Submission(Function<String, Object> values, ZoneId zone) {
        this.values = values;
        this.zone = zone;
    }

    /**
     * @param declared names of the inputs the step knows, without prefix
     * @param zone of moments without offset
     * @throws Refusal where something was handed in past the form, or under a name the form does not declare
     */
    static Submission of(VariableScope scope, Set<String> declared, ZoneId zone) {
        Set<String> local = scope.getVariableNamesLocal();
        if (!local.contains(MARK)) {
            throw Refusal.notAllowed("form-required", "这一步只能用它的表单办理");
        }
        Set<String> strange = new TreeSet<>();
        for (String name : local) {
            if (name.startsWith(INPUT) && !declared.contains(name.substring(INPUT.length()))) {
                strange.add(name);
            }
        }
        if (!strange.isEmpty()) {
            throw undeclared(strange);
        }
        return new Submission(
                name -> scope.hasVariableLocal(INPUT + name) ? scope.getVariableLocal(INPUT + name) : null, zone);
    }

    static Refusal undeclared(Set<String> names) {
        String first = names.iterator().next();
        return Refusal.invalid("input-undeclared", first, "表单没有声明“" + String.join("、", names) + "”，不接受");
    }

    @Override
    public Written written(String name, String label) {
        Object value = value(name);
        if (value != null && !(value instanceof String) && !Typed.isBlank(value.toString())) {
            String instead = value instanceof List ? "只能是文字、数字或是否，不能是列表" : "须为文字";
            throw Refusal.invalid("input-type", name, "“" + label + "”" + instead);
        }
        return written(value, name, label);
    }

    /** @return the codes that were ticked in a checklist, in their own order; empty where none was */
    public <E extends Enum<E>> Set<E> choices(String name, String label, Class<E> type) {
        Set<E> ticked = EnumSet.noneOf(type);
        Object value = value(name);
        if (value != null && !(value instanceof List)) {
            throw Refusal.invalid("input-type", name, "“" + label + "”须为列表");
        }
        if (value instanceof List<?> codes) {
            codes.forEach(code -> ticked.add(new Submission(any -> code, zone).choice(name, label, type)));
        }
        return ticked;
    }

    /**
     * @return the codes that were ticked in a checklist whose options the task shows, in the order of the list; empty where
     *     none was. Which codes there are the use case knows
     */
    public List<String> codes(String name, String label) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> codes) || codes.size() > MOST_CODES) {
            throw Refusal.invalid("input-type", name, "“" + label + "”须为列表");
        }
        return codes.stream()
                .map(code -> new Submission(any -> code, zone).text(name, label, LONGEST_CODE))
                .distinct()
                .toList();
    }

    public boolean flag(String name, String label) {
        Object value = value(name);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw Refusal.invalid("input-type", name, "“" + label + "”只能是“是”或“否”");
    }

    /** @return an amount of money in yuan, 0 where nothing was handed in */
    public BigDecimal yuan(String name, String label, int max) {
        BigDecimal amount = number(name, label);
        if (amount.signum() < 0
                || amount.compareTo(BigDecimal.valueOf(max)) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("input-amount", name, "“" + label + "”须在 0 到 " + max + " 元之间，最多两位小数");
        }
        return amount;
    }

    /** A form hands in a number as such; a program may hand in a text. */
    @Override
    public int whole(String name, String label, int otherwise, int min, int max) {
        if (value(name) == null) {
            return otherwise;
        }
        number(name, label);
        return written(value(name), name, label).whole(min, max);
    }

    /** @return a moment; a text without offset is local time */
    public Optional<Instant> moment(String name, String label) {
        return moment(name, label, zone);
    }

    /** @return a number; empty where nothing was handed in */
    public Optional<BigDecimal> decimal(String name, String label) {
        return value(name) == null || Typed.isBlank(value(name).toString())
                ? Optional.empty()
                : Optional.of(number(name, label));
    }

    private BigDecimal number(String name, String label) {
        Object value = value(name);
        try {
            BigDecimal number = value == null || Typed.isBlank(value.toString())
                    ? BigDecimal.ZERO
                    : new BigDecimal(value.toString());
            // 1e999999999 is short to write and fills the memory when it is written out
            if (Math.abs((long) number.scale()) > DIGITS || number.precision() > DIGITS) {
                throw Refusal.invalid("input-number", name, "“" + label + "”最多 " + DIGITS + " 位数字");
            }
            return number;
        } catch (NumberFormatException e) {
            throw Refusal.invalid("input-number", name, "“" + label + "”须为数字");
        }
    }

    private static Written written(Object value, String name, String label) {
        return WORDS.written(value == null ? null : value.toString(), name, label);
    }

    private Object value(String name) {
        return values.apply(name);
    }
}
