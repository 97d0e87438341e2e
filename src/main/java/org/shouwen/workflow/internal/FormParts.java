package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwen.problem.Typed;
import org.shouwen.workflow.FormSheets;
import org.shouwen.workflow.Submission;
import org.shouwen.workflow.TaskForms.Choice;
import org.shouwen.workflow.TaskForms.Limits;
import org.shouwen.workflow.TaskForms.Part;

/** A form taken apart for a page, with what a ticket says; and put together again of what the page sent. */
final class FormParts {

    /** How what a step shows is called. */
    static final String SHOWN = "show_";

    private static final Set<String> SEVERAL = Set.of("checklist", "taglist");

    private final FormReading reading;
    private final JsonNode form;
    private final Map<String, Object> facts;
    private final Map<String, String> texts;
    private final Instant now;
    private final ZoneId zone;
    private final List<Part> parts = new ArrayList<>();

    /** @param facts what the step shows: texts, and lists of choices */
    FormParts(JsonNode form, Map<String, Object> facts, Instant now, ZoneId zone) {
        this.reading = FormReading.of(form);
        this.form = form;
        this.facts = facts;
        this.texts = texts(facts);
        this.now = now;
        this.zone = zone;
    }

    List<Part> all() {
        below(form, List.of());
        return List.copyOf(parts);
    }

    /** @param hides the conditions around it that answers decide */
    private void below(JsonNode parent, List<String> around) {
        for (JsonNode component : parent.path("components")) {
            List<String> hides = new ArrayList<>(around);
            String hide = FormConditions.hide(component);
            if (!hide.isEmpty() && FormConditions.asksAnswers(hide)) {
                hides.add(hide);
            } else if (FormConditions.holds(hide, facts)) {
                continue;
            }
            part(
                    component,
                    String.join(
                            " or ", hides.stream().map(each -> "(" + each + ")").toList()));
            below(component, hides);
        }
    }

    private void part(JsonNode component, String hide) {
        String type = component.path("type").asText();
        switch (type) {
            case "text" -> shown(type, FormMarkdown.html(component.path("text").asText(), texts), component, hide);
            case "group" -> shown(type, component.path("label").asText(), component, hide);
            case "separator" -> shown(type, "", component, hide);
            default -> reading.questionOf(component).ifPresent(question -> asked(component, question, hide));
        }
    }

    private void shown(String type, String words, JsonNode component, String hide) {
        parts.add(new Part(
                type,
                "",
                words,
                component.path("description").asText(),
                List.of(),
                List.of(),
                new Limits(false, null, null, null, null, false),
                "",
                hide));
    }

    private void asked(JsonNode field, FormSheets.Question question, String hide) {
        String type = field.path("type").asText();
        List<Choice> choices = choices(field);
        parts.add(new Part(
                type,
                field.path("key").asText(),
                question.label(),
                question.help(),
                initial(field, choices),
                choices,
                limits(field, type),
                hide.isEmpty() ? "" : question.shown(),
                hide));
    }

    private List<Choice> choices(JsonNode field) {
        String key = field.path("valuesKey").asText();
        Object offered = key.isEmpty() ? field.path("values") : facts.get(key);
        return offered instanceof JsonNode options
                ? StreamSupport.stream(options.spliterator(), false)
                        .map(option -> new Choice(
                                option.path("value").asText(),
                                option.path("label").asText()))
                        .toList()
                : List.of();
    }

    private static List<String> initial(JsonNode field, List<Choice> choices) {
        JsonNode value = field.path("defaultValue");
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
        }
        boolean offered = choices.isEmpty()
                || choices.stream().anyMatch(choice -> choice.value().equals(value.asText()));
        return value.isMissingNode() || value.isNull() || !offered ? List.of() : List.of(value.asText());
    }

    private Limits limits(JsonNode field, String type) {
        JsonNode rules = field.path("validate");
        boolean day = field.path("subtype").asText().equals("date");
        JsonNode digits = field.path("decimalDigits");
        String step = FormLimits.increment(field)
                .or(() -> digits.isNumber()
                        ? Optional.of(BigDecimal.ONE.movePointLeft(digits.asInt()))
                        : Optional.empty())
                .map(BigDecimal::toPlainString)
                .orElse(null);
        String least = text(rules.path("min"));
        if (type.equals("datetime") && field.path("disallowPassedDates").asBoolean()) {
            String today = now.atZone(zone).toLocalDate().toString();
            least = day ? today : today + "T00:00";
        }
        return new Limits(
                rules.path("required").asBoolean(),
                rules.path("maxLength").isNumber() ? rules.path("maxLength").asInt() : null,
                least,
                text(rules.path("max")),
                type.equals("number") ? Objects.requireNonNullElse(step, "any") : null,
                day);
    }

    private static String text(JsonNode number) {
        return number.isNumber() ? number.asText() : null;
    }

    private static Map<String, String> texts(Map<String, Object> facts) {
        Map<String, String> texts = new HashMap<>();
        facts.forEach((name, fact) -> {
            if (fact != null && !(fact instanceof JsonNode)) {
                texts.put(name, fact.toString());
            }
        });
        return texts;
    }

    /** @return of what a step shows that about which conditions ask together with answers */
    static Map<String, String> asked(JsonNode form, Map<String, Object> facts) {
        return texts(facts).entrySet().stream()
                .filter(fact -> form.findValuesAsText("hide").stream()
                        .anyMatch(hide -> FormConditions.asksAnswers(hide) && hide.contains(fact.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return whether a condition asks about what the step shows */
    static boolean asksFacts(JsonNode form) {
        return form.findValuesAsText("hide").stream().anyMatch(hide -> hide.contains(SHOWN));
    }

    /**
     * @param typed what a page sent, by key
     * @return answers by name: those that the form asks with these answers, as Tasklist would hand them in
     */
    static Map<String, Object> answers(JsonNode form, Map<String, List<String>> typed, Map<String, Object> facts) {
        List<JsonNode> fields = OwnAnswers.fields(form).toList();
        Map<String, Object> all = new HashMap<>(facts);
        fields.forEach(field -> {
            String key = field.path("key").asText();
            all.put(key, answer(field, typed.getOrDefault(key, List.of())));
        });
        FormConditions conditions = new FormConditions(form);
        Map<String, Object> answers = new HashMap<>();
        fields.stream().map(field -> field.path("key").asText()).forEach(key -> {
            if (all.get(key) != null && conditions.isShown(key, all)) {
                answers.put(key.substring(Submission.INPUT.length()), all.get(key));
            }
        });
        return answers;
    }

    private static Object answer(JsonNode field, List<String> typed) {
        String type = field.path("type").asText();
        if (SEVERAL.contains(type)) {
            return typed;
        }
        if (type.equals("checkbox")) {
            return typed.contains("true");
        }
        // As browsers send the lines of a text
        String text = typed.isEmpty() ? "" : typed.get(0).replace("\r\n", "\n");
        if (Typed.isBlank(text)) {
            return null;
        }
        return type.equals("number") ? number(text) : text;
    }

    /** What is no number is refused by whoever reads it, in words. */
    private static Object number(String text) {
        try {
            return text.length() > 40 ? text : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
