package org.shouwen.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problem.Answers;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Words;
import org.shouwen.problem.Written;

/**
 * What a kind of ticket asks beyond the common facts, as it was told at intake: text by name. It is kept as it was told;
 * what a kind makes of it, it keeps in its own tables. Every reading checks, and refuses in one sentence that names
 * {@code details.<name>}.
 *
 * @param told what was told, by the name of the {@link Question}; immutable, without blank answers
 */
public record Details(Map<String, String> told) implements Answers {

    /** Nothing was asked, or nothing told. */
    public static final Details NONE = new Details(Map.of());

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TEXT = 4000;

    private static final Words WORDS = Words.FIELDS
            .saying(Words.Wrong.CODE, "field-choice", "%1$s（%2$s）没有“%3$s”这一项，可选：%4$s")
            .saying(Words.Wrong.FLAG, "field-flag", "%1$s（%2$s）只能是 true 或 false");

    /** @param told blank answers and null are no answers */
    public Details {
        Map<String, String> answers = new LinkedHashMap<>();
        told.forEach((name, text) -> {
            if (!Typed.isBlank(text)) {
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

    /** @return false where nothing was told */
    public boolean flag(String name, String label) {
        return told.containsKey(name) && written(name, label).flag();
    }

    @Override
    public Written written(String name, String label) {
        return WORDS.written(told.get(name), field(name), label);
    }

    private static String field(String name) {
        return "details." + name;
    }
}
