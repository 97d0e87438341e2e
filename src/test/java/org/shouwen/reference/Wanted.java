package org.shouwen.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What a rule wants of one output of a table.
 *
 * @param words as a difference tells it
 * @param holds whether the product's answer is that; null where the table gives none
 */
record Wanted(String words, Predicate<Object> holds) {

    /** Numbers and codes: exactly this. */
    static Wanted is(Object value) {
        return new Wanted(String.valueOf(value), answer -> Objects.equals(value, plain(answer)));
    }

    /** The rule names several; any of them. */
    static Wanted oneOf(Object... values) {
        List<Object> all = Arrays.asList(values);
        return new Wanted("one of " + all, answer -> all.contains(plain(answer)));
    }

    /** The table has no such answer, or an empty one. */
    static Wanted nothing() {
        return new Wanted("nothing", answer -> text(answer).isEmpty());
    }

    static Wanted something() {
        return new Wanted("something", answer -> !text(answer).isEmpty());
    }

    /** A text with every one of the words in it; alternatives of a word are separated by {@code |}. */
    static Wanted says(String... words) {
        return new Wanted("says " + String.join(" and ", words), answer -> Arrays.stream(words)
                .allMatch(word -> Arrays.stream(word.split("\\|")).anyMatch(text(answer)::contains)));
    }

    /** A text without any of the words. */
    static Wanted without(String... words) {
        return new Wanted("without " + String.join(", ", words), answer -> Arrays.stream(words)
                .noneMatch(text(answer)::contains));
    }

    /** A text that names these articles of this law; see {@link Citations}. */
    static Wanted cites(String law, String... articles) {
        return new Wanted(law + " " + String.join(", ", articles), answer -> Citations.of(text(answer), law)
                .containsAll(List.of(articles)));
    }

    static Wanted notBy(String law, String article) {
        return new Wanted("not by " + law + " " + article, answer -> !Citations.of(text(answer), law)
                .contains(article));
    }

    static Wanted anyOf(Wanted one, Wanted other) {
        return new Wanted(one.words + " or " + other.words, one.holds.or(other.holds));
    }

    Wanted and(Wanted other) {
        return new Wanted(words + "; " + other.words, holds.and(other.holds));
    }

    private static Object plain(Object answer) {
        return answer instanceof Number number ? (Object) number.intValue() : answer;
    }

    private static String text(Object answer) {
        return answer == null ? "" : answer.toString();
    }
}
