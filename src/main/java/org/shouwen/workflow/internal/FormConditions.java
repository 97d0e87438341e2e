package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.shouwen.workflow.Submission;

/**
 * Which questions of a form can be seen: their own condition and those of the groups around them are tried on every answer
 * that they ask about. A condition of other than plain comparisons, or of too many answers, is taken to show.
 */
class FormConditions {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final int LONGEST = 300;
    /** More than any form of ours asks; what asks more is refused for that. */
    private static final int MOST_PARTS = 100;

    private static final int MOST = 500;
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
    /** Comparisons of names with values: nothing that runs long, whoever wrote it. */
    private static final Pattern PLAIN = Pattern.compile("[\\w\\s=<>!(),\\[\\].\\-]*");

    private static final Pattern CALLED = Pattern.compile("(\\w+)\\s*\\(");
    private static final Set<String> CALLS = Set.of("not", "and", "or", "contains");
    private static final Pattern LOOP = Pattern.compile("\\b(for|every|some|function|in)\\b|\\.\\.");
    private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+");

    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Set<String> visible = new LinkedHashSet<>();

    /** @param hides the conditions under which it is hidden, outer ones first */
    private record Part(JsonNode field, List<String> hides) {}

    FormConditions(JsonNode form) {
        below(form, List.of());
        // What is hidden answers nothing: two that wait for each other are never seen
        if (parts.size() > MOST_PARTS) {
            visible.addAll(parts.keySet());
        }
        boolean more;
        do {
            more = visible.addAll(parts.keySet().stream()
                    .filter(key -> !visible.contains(key))
                    .filter(key -> somehow(parts.get(key).hides(), answers -> isShown(key, answers), true))
                    .toList());
        } while (more);
    }

    private void below(JsonNode parent, List<String> around) {
        for (JsonNode part : parent.path("components")) {
            List<String> hides = new ArrayList<>(around);
            String hide = hide(part);
            if (!hide.isEmpty()) {
                hides.add(hide);
            }
            String key = part.path("key").asText();
            if (key.startsWith(Submission.INPUT)) {
                parts.put(key, new Part(part, hides));
            }
            below(part, hides);
        }
    }

    /** @return whether its condition means nothing */
    static boolean isUnreadable(JsonNode part) {
        String hide = part.path("conditional").path("hide").asText().strip();
        return hide.startsWith("=")
                && hide.length() <= LONGEST
                && !FEEL.parseExpression(hide.substring(1)).isSuccess();
    }

    boolean isNeverSeen(String key) {
        return parts.containsKey(key) && !visible.contains(key);
    }

    /** @return whether it is certainly seen with these answers: its conditions ask about nothing else */
    boolean isShownFor(String key, Map<String, Object> answers) {
        List<String> hides = parts.get(key).hides();
        return hides.stream()
                        .allMatch(hide -> isPlain(hide)
                                && names(hide).stream().allMatch(name -> name.startsWith(Submission.INPUT)))
                && isShown(key, answers);
    }

    /** @return whether this form hides a question for some answers for which the other one asks it */
    boolean hidesMore(String key, FormConditions other) {
        if (!parts.containsKey(key) || !other.parts.containsKey(key)) {
            return false;
        }
        List<String> both = new ArrayList<>(parts.get(key).hides());
        both.addAll(other.parts.get(key).hides());
        return somehow(both, answers -> other.isShown(key, answers) && !isShown(key, answers), false);
    }

    /** @param answers and what the step shows, as far as conditions ask about it */
    boolean isShown(String key, Map<String, Object> answers) {
        return parts.get(key).hides().stream().noneMatch(hide -> holds(hide, answers));
    }

    /** @return the condition under which a part of a form is hidden, FEEL; empty: never */
    static String hide(JsonNode part) {
        String hide = part.path("conditional").path("hide").asText().strip();
        return hide.startsWith("=") ? hide.substring(1) : "";
    }

    static boolean holds(String condition, Map<String, Object> known) {
        return !condition.isEmpty()
                && Boolean.TRUE.equals(FEEL.evaluateExpression(condition, known).result());
    }

    /** @return whether it asks about an answer of the form */
    static boolean asksAnswers(String condition) {
        return names(condition).stream().anyMatch(name -> name.startsWith(Submission.INPUT));
    }

    /**
     * @param untried what is said where not all answers can be tried
     * @return whether it holds for some answers
     */
    private boolean somehow(List<String> conditions, Predicate<Map<String, Object>> holds, boolean untried) {
        if (!conditions.stream().allMatch(FormConditions::isPlain)) {
            return untried;
        }
        String all = String.join(" ", conditions);
        List<Map<String, Object>> tried = List.of(Map.of());
        for (String name : names(all)) {
            Collection<Object> values = values(name, all);
            if ((long) tried.size() * values.size() > MOST) {
                return untried;
            }
            tried = tried.stream()
                    .flatMap(answers -> values.stream().map(value -> {
                        Map<String, Object> more = new HashMap<>(answers);
                        more.put(name, value);
                        return more;
                    }))
                    .toList();
        }
        return tried.stream().anyMatch(holds);
    }

    /** @return whether it only compares, so that whoever opens the form does not wait for it */
    static boolean isPlain(String condition) {
        String bare = TEXT.matcher(condition).replaceAll("");
        Matcher called = CALLED.matcher(bare);
        return condition.length() <= LONGEST
                && PLAIN.matcher(bare).matches()
                && !LOOP.matcher(bare).find()
                && called.results().allMatch(call -> CALLS.contains(call.group(1)));
    }

    private static Set<String> names(String conditions) {
        return NAME.matcher(TEXT.matcher(conditions).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .filter(name -> name.startsWith(Submission.INPUT) || name.startsWith("show_"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return what may be answered, nothing among it, as far as the conditions can tell one answer from another */
    private Collection<Object> values(String name, String conditions) {
        Set<Object> values = new LinkedHashSet<>();
        values.add(null);
        Set<Object> texts =
                TEXT.matcher(conditions).results().map(text -> text.group(1)).collect(Collectors.toSet());
        if (!name.startsWith(Submission.INPUT)) {
            values.add("x");
            values.addAll(texts);
            return values;
        }
        if (!visible.contains(name)) {
            return values;
        }
        JsonNode field = parts.get(name).field();
        if (field.path("validate").path("required").asBoolean()
                && parts.get(name).hides().isEmpty()) {
            // Nothing is handed in without it
            values.clear();
        }
        boolean ownOptions = field.path("values").size() > 0;
        Set<Object> codes = new LinkedHashSet<>();
        field.path("values").forEach(value -> codes.add(value.path("value").asText()));
        switch (field.path("type").asText()) {
            case "checkbox" -> values.addAll(List.of(true, false));
            case "number" -> {
                values.add(0);
                NUMBER.matcher(conditions)
                        .results()
                        .map(MatchResult::group)
                        .filter(number -> number.length() < 9)
                        .map(Integer::valueOf)
                        .forEach(number -> {
                            values.add(number - 1);
                            values.add(number);
                            values.add(number + 1);
                        });
            }
            case "radio", "select" -> values.addAll(ownOptions ? codes : texts);
            case "checklist", "taglist" -> {
                values.add(List.of());
                (ownOptions ? codes : texts).forEach(code -> values.add(List.of(code)));
                values.add(List.copyOf(ownOptions ? codes : texts));
            }
            default -> {
                values.add("x");
                values.add("");
                values.addAll(texts);
            }
        }
        return values;
    }
}
