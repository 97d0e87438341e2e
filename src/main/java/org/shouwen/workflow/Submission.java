package org.shouwen.workflow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.shouwen.problem.Refusal;

/**
 * What a person handed in with a form. The engine validates nothing, so every reading checks, and refuses in one
 * sentence that names the field. Inputs are transient: they end with the transaction and leave no rows.
 */
public final class Submission {

    /** Marks that a form handed something in; without it a task is not completed and a process not started. */
    public static final String MARK = "submitted";

    /** Prefix of every field of a form that hands something in. */
    public static final String INPUT = "input_";

    private static final int MOST_CODES = 100;

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

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    public String text(String name, String label, int max) {
        return optionalText(name, label, max)
                .orElseThrow(() -> Refusal.invalid("input-missing", name, "请填写“" + label + "”"));
    }

    public Optional<String> optionalText(String name, String label, int max) {
        Object value = value(name);
        if (value == null || value.toString().isBlank()) {
            return Optional.empty();
        }
        if (!(value instanceof String)) {
            String instead = value instanceof List ? "只能是文字、数字或是否，不能是列表" : "须为文字";
            throw Refusal.invalid("input-type", name, "“" + label + "”" + instead);
        }
        String text = value.toString().strip();
        if (text.length() > max) {
            throw Refusal.invalid("input-too-long", name, "“" + label + "”最多 " + max + " 字，现有 " + text.length() + " 字");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("input-invalid", name, "“" + label + "”含有不能保存的字符");
        }
        return Optional.of(text);
    }

    public <E extends Enum<E>> E choice(String name, String label, Class<E> type) {
        String code = text(name, label, 40);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "input-choice",
                        name,
                        "“" + label + "”没有“" + code + "”这一项，可选："
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining("、"))));
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String name, String label, Class<E> type) {
        return optionalText(name, label, 40).map(code -> choice(name, label, type));
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
                .map(code -> new Submission(any -> code, zone).text(name, label, 40))
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

    public int whole(String name, String label, int otherwise, int min, int max) {
        if (value(name) == null) {
            return otherwise;
        }
        BigDecimal number = number(name, label);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(min)) < 0
                || number.compareTo(BigDecimal.valueOf(max)) > 0) {
            throw Refusal.invalid("input-number", name, "“" + label + "”须为 " + min + " 到 " + max + " 的整数");
        }
        return number.intValue();
    }

    /** @return a moment; a text without offset is local time */
    public Optional<Instant> moment(String name, String label) {
        return optionalText(name, label, 40).map(text -> {
            try {
                return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw Refusal.invalid("input-moment", name, "“" + label + "”不是有效的日期和时间：" + text);
            }
        });
    }

    /** @return a day, for example 2026-11-23 */
    public LocalDate date(String name, String label) {
        String text = text(name, label, 40);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("input-date", name, "“" + label + "”不是有效的日期：" + text);
        }
    }

    private BigDecimal number(String name, String label) {
        Object value = value(name);
        if (value == null || value.toString().isBlank()) {
            return BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("input-number", name, "“" + label + "”须为数字");
        }
    }

    private Object value(String name) {
        return values.apply(name);
    }
}
