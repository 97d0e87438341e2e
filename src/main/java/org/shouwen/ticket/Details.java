package org.shouwen.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;

/**
 * What a kind of ticket asks beyond the common facts, as it was told at intake: text by name. It is kept as it was told;
 * what a kind makes of it, it keeps in its own tables. Every reading checks, and refuses in one sentence that names
 * {@code details.<name>}.
 *
 * @param told what was told, by the name of the {@link Question}; immutable, without blank answers
 */
public record Details(Map<String, String> told) {

    /** Nothing was asked, or nothing told. */
    public static final Details NONE = new Details(Map.of());

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TEXT = 4000;

    /** @param told blank answers and null are no answers */
    public Details {
        Map<String, String> answers = new LinkedHashMap<>();
        told.forEach((name, text) -> {
            if (text != null && !text.isBlank()) {
                answers.put(name, text);
            }
        });
        told = java.util.Collections.unmodifiableMap(answers);
    }

    /**
     * @param answers as a program hands them in; null: nothing
     * @throws Refusal where one is neither text nor number nor yes or no
     */
    public static Details of(Map<String, ?> answers) {
        Map<String, String> told = new LinkedHashMap<>();
        if (answers != null) {
            answers.forEach((name, value) -> told.put(name, answer(name, value)));
        }
        return new Details(told);
    }

    private static String answer(String name, Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value == null ? null : value.toString();
        }
        throw Refusal.invalid("field-invalid", "details." + name, "附加事项（details." + name + "）只能是文字、数字、true 或 false");
    }

    /** @throws Refusal where something was told under another name, or cannot be kept */
    public void only(Set<String> names) {
        told.keySet().stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            String shown = name.length() > LONGEST_CODE ? name.substring(0, LONGEST_CODE) + "…" : name;
            throw Refusal.invalid(
                    "detail-undeclared",
                    field(shown),
                    names.isEmpty()
                            ? "这种工单没有附加事项，不接受“" + shown + "”"
                            : "这种工单没有附加事项“" + shown + "”，可填："
                                    + names.stream().sorted().collect(Collectors.joining("、")));
        });
        told.forEach((name, text) -> Written.text(text, field(name), "附加事项", LONGEST_TEXT));
    }

    /** @see #only(Set) */
    public void only(String... names) {
        only(Set.of(names));
    }

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    public String text(String name, String label, int max) {
        return Written.text(told.get(name), field(name), label, max);
    }

    public Optional<String> optionalText(String name, String label, int max) {
        return told.containsKey(name) ? Optional.of(text(name, label, max)) : Optional.empty();
    }

    public <E extends Enum<E>> E choice(String name, String label, Class<E> type) {
        String code = text(name, label, LONGEST_CODE);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        field(name),
                        "%s（%s）没有“%s”这一项，可选：%s"
                                .formatted(
                                        label,
                                        field(name),
                                        code,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Enum::name)
                                                .collect(Collectors.joining("、")))));
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String name, String label, Class<E> type) {
        return told.containsKey(name) ? Optional.of(choice(name, label, type)) : Optional.empty();
    }

    /** @return false where nothing was told */
    public boolean flag(String name, String label) {
        return switch (told.getOrDefault(name, "false").strip()) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Refusal.invalid("field-flag", field(name), label + "（" + field(name) + "）只能是 true 或 false");
        };
    }

    /** @param otherwise where nothing was told */
    public int whole(String name, String label, int otherwise, int min, int max) {
        if (!told.containsKey(name)) {
            return otherwise;
        }
        try {
            int number = new BigDecimal(text(name, label, LONGEST_CODE)).intValueExact();
            if (number >= min && number <= max) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // Said below
        }
        throw Refusal.invalid(
                "field-number", field(name), "%s（%s）须为 %d 到 %d 的整数".formatted(label, field(name), min, max));
    }

    /** @return a moment; a text without offset is local time in {@code zone} */
    public Optional<Instant> moment(String name, String label, ZoneId zone) {
        return told.containsKey(name)
                ? Optional.of(Written.moment(told.get(name), field(name), label, zone))
                : Optional.empty();
    }

    /** @return a day, for example 2026-11-23 */
    public LocalDate date(String name, String label) {
        return Written.date(told.get(name), field(name), label);
    }

    private static String field(String name) {
        return "details." + name;
    }
}
