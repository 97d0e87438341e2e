package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.workflow.Submission;

/**
 * Holds what managers demand of answers, which form-js holds in the browser only. What a form asks as it is shipped the program
 * demands itself; a question that they changed, or of a form of their own, is held as the form says.
 */
final class FormAnswers {

    private final JsonNode form;
    private final Map<String, Object> answers;
    private final Submission submission;
    private final LocalDate today;
    private final ZoneId zone;

    /** @param answers as they were handed in, by key; @param submission the same, to be read */
    FormAnswers(JsonNode form, Map<String, Object> answers, Submission submission, LocalDate today, ZoneId zone) {
        this.form = form;
        // As whoever reads them strips them, so conditions see what counts
        this.answers = new HashMap<>(answers);
        this.answers.replaceAll((key, answer) -> stripped(answer));
        this.submission = submission;
        this.today = today;
        this.zone = zone;
    }

    /**
     * @param shipped the form as the program carries it; empty where it has none of that name
     * @throws Refusal that names the first question whose answer the form would not take
     */
    void hold(Optional<JsonNode> shipped) {
        Map<String, JsonNode> asShipped = new HashMap<>();
        shipped.ifPresent(known -> OwnAnswers.fields(known)
                .forEach(field -> asShipped.put(field.path("key").asText(), field)));
        OwnAnswers.fields(form)
                .filter(field -> !field.equals(asShipped.get(field.path("key").asText())))
                .forEach(this::field);
    }

    private void field(JsonNode field) {
        String key = field.path("key").asText();
        JsonNode rules = field.path("validate");
        Question asked = new Question(
                field,
                key.substring(Submission.INPUT.length()),
                field.path("label").asText(field.path("dateLabel").asText()));
        if (isNothing(answers.get(key))) {
            if (rules.path("required").asBoolean() && new FormConditions(form).isShownFor(key, answers)) {
                throw asked.refused(
                        "input-missing", field.path("type").asText().equals("checkbox") ? "须勾选“%s”" : "请填写“%s”");
            }
            return;
        }
        switch (field.path("type").asText()) {
            case "textfield", "textarea" -> length(asked, rules);
            case "number" -> number(asked, rules);
            case "datetime" -> date(asked);
            case "radio", "select" -> choice(asked, List.of(String.valueOf(answers.get(key))));
            case "checklist", "taglist" -> choice(asked, submission.codes(asked.name(), asked.label()));
            default -> {
                // A tick has nothing more to hold
            }
        }
    }

    private static Object stripped(Object answer) {
        if (answer instanceof Collection<?> list) {
            return list.stream().map(FormAnswers::stripped).toList();
        }
        return answer instanceof String text ? Typed.plain(text) : answer;
    }

    /** @return whether nothing was answered: a box that is not ticked answers nothing, too */
    private static boolean isNothing(Object answer) {
        return answer == null
                || Boolean.FALSE.equals(answer)
                || answer instanceof String text && text.isBlank()
                || answer instanceof Collection<?> list && list.isEmpty();
    }

    private void length(Question asked, JsonNode rules) {
        int length =
                String.valueOf(answers.get(Submission.INPUT + asked.name())).length();
        if (length < rules.path("minLength").asInt(0)) {
            throw asked.refused(
                    "input-too-short", "“%s”至少 " + rules.path("minLength").asInt() + " 字，现有 " + length + " 字");
        }
        if (length > rules.path("maxLength").asInt(Integer.MAX_VALUE)) {
            throw asked.refused(
                    "input-too-long", "“%s”最多 " + rules.path("maxLength").asInt() + " 字，现有 " + length + " 字");
        }
    }

    private void number(Question asked, JsonNode rules) {
        BigDecimal number = submission.decimal(asked.name(), asked.label()).orElse(BigDecimal.ZERO);
        if (rules.path("min").isNumber() && number.compareTo(rules.path("min").decimalValue()) < 0) {
            throw asked.refused("input-number", "“%s”须不小于 " + rules.path("min").asText());
        }
        if (rules.path("max").isNumber() && number.compareTo(rules.path("max").decimalValue()) > 0) {
            throw asked.refused("input-number", "“%s”须不大于 " + rules.path("max").asText());
        }
        JsonNode digits = asked.field().path("decimalDigits");
        if (digits.isNumber() && number.stripTrailingZeros().scale() > digits.asInt()) {
            throw asked.refused("input-number", digits.asInt() == 0 ? "“%s”须为整数" : "“%s”最多 " + digits.asInt() + " 位小数");
        }
        FormLimits.increment(asked.field())
                .filter(step -> number.remainder(step).signum() != 0)
                .ifPresent(step -> {
                    throw asked.refused("input-number", "“%s”须为 " + step.toPlainString() + " 的倍数");
                });
    }

    private void date(Question asked) {
        LocalDate day = asked.field().path("subtype").asText().equals("date")
                ? submission.written(asked.name(), asked.label()).date()
                : submission
                        .written(asked.name(), asked.label())
                        .moment(zone)
                        .atZone(zone)
                        .toLocalDate();
        if (asked.field().path("disallowPassedDates").asBoolean() && day.isBefore(today)) {
            throw asked.refused("input-date-passed", "“%s”不能早于今天");
        }
    }

    private static void choice(Question asked, List<String> codes) {
        Set<String> known = new LinkedHashSet<>();
        asked.field()
                .path("values")
                .forEach(value -> known.add(value.path("value").asText()));
        codes.stream()
                .filter(code -> !known.isEmpty() && !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw asked.refused(
                            "input-choice",
                            "“%s”没有“" + code.replace("%", "%%") + "”这一项，可选："
                                    + known.stream().collect(Collectors.joining("、")));
                });
    }

    private record Question(JsonNode field, String name, String label) {

        Refusal refused(String code, String words) {
            return Refusal.invalid(code, name, words.formatted(label));
        }
    }
}
