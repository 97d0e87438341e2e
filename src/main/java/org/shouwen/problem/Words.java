package org.shouwen.problem;

import java.util.EnumMap;
import java.util.Map;

/**
 * How a door says what is wrong with something written. The doors read alike; only their words differ: a page and the API
 * name the field, a form of Tasklist quotes its label.
 */
public final class Words {

    /** In which way it is wrong, with the words of the API and most pages. */
    public enum Wrong {
        MISSING("field-missing", "请填写%1$s（%2$s）"),
        TOO_LONG("field-too-long", "%1$s（%2$s）最多 %4$s 字"),
        UNKEPT("field-invalid", "%1$s（%2$s）含有不能保存的字符"),
        MOMENT("field-moment", "%1$s（%2$s）须为日期和时间，例如 2026-11-23T18:00"),
        DATE("field-date", "%1$s（%2$s）须为日期，例如 2026-11-23"),
        MONTH("field-month", "%1$s（%2$s）须为年月，例如 2026-11"),
        CODE("field-invalid", "%1$s（%2$s）须为 %4$s 之一"),
        FLAG("field-invalid", "字段 %2$s 只能是 true 或 false"),
        NUMBER("field-number", "%1$s（%2$s）须为 %4$s 到 %5$s 的整数");

        private final Sentence usual;

        Wrong(String problem, String pattern) {
            this.usual = new Sentence(problem, pattern);
        }
    }

    /** The API and most pages. */
    public static final Words FIELDS = new Words(new EnumMap<>(Wrong.class));

    private final Map<Wrong, Sentence> own;

    private record Sentence(String problem, String pattern) {}

    private Words(Map<Wrong, Sentence> own) {
        this.own = own;
    }

    /**
     * The same words but for one way of being wrong.
     *
     * @param problem stable name, part of the API
     * @param pattern with the label as {@code %1$s}, the field as 2, what was written as 3; then the codes, or the limit
     *     and the length as it is, or both limits
     */
    public Words saying(Wrong wrong, String problem, String pattern) {
        Map<Wrong, Sentence> all = new EnumMap<>(own);
        all.put(wrong, new Sentence(problem, pattern));
        return new Words(all);
    }

    /** @return what was written in a field of this door */
    public Written written(String text, String field, String label) {
        return new Written(this, text, field, label);
    }

    Refusal refusal(Wrong wrong, String field, Object... facts) {
        Sentence sentence = own.getOrDefault(wrong, wrong.usual);
        return Refusal.invalid(sentence.problem, field, sentence.pattern.formatted(facts));
    }
}
