package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shouwen.workflow.FormSheets.FormSheet;
import org.shouwen.workflow.FormSheets.Question;
import org.shouwen.workflow.Submission;

/** Reads a form: its questions as people are asked them. */
final class FormReading {

    private static final int FEW = 4;

    private static final Map<String, String> HOW = Map.of(
            "textfield", "一行文字",
            "textarea", "几行文字",
            "number", "数字",
            "checkbox", "勾选",
            "checklist", "可选多项",
            "taglist", "可选多项",
            "radio", "单选",
            "select", "单选");

    /** One comparison of a condition; {@code not(…)} and {@code list contains} hold for all that stand in them. */
    private static final Pattern ATOM = Pattern.compile("(\\w+) (!?=) (\"[^\"]*\"|true|null)");

    private static final Pattern ONE_OF = Pattern.compile("=\\s*not\\(list contains\\(\\[(.*)], (\\w+)\\)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final List<JsonNode> asked;

    private FormReading(JsonNode form) {
        this.asked = asking(form);
    }

    static FormReading of(JsonNode form) {
        return new FormReading(form);
    }

    static FormSheet of(String id, JsonNode form) {
        FormReading reading = of(form);
        return new FormSheet(id, reading.asked.stream().map(reading::question).toList());
    }

    /** @return 故障原因、维修内容等 6 项; 只看不填 where nothing is asked */
    static String asked(JsonNode form) {
        List<String> labels = asking(form).stream().map(FormReading::called).toList();
        if (labels.isEmpty()) {
            return "只看不填";
        }
        String few = labels.stream().limit(FEW).collect(Collectors.joining("、"));
        return labels.size() > FEW ? few + "等 " + labels.size() + " 项" : few;
    }

    private static List<JsonNode> asking(JsonNode parent) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").asText().startsWith(Submission.INPUT)) {
                found.add(component);
            }
            found.addAll(asking(component));
        }
        return found;
    }

    /** @return what a part of the form asks; empty where it only shows */
    Optional<Question> questionOf(JsonNode part) {
        return asked.contains(part) ? Optional.of(question(part)) : Optional.empty();
    }

    private Question question(JsonNode field) {
        JsonNode rules = field.path("validate");
        return new Question(
                called(field),
                how(field),
                rules.path("required").asBoolean(),
                limits(field),
                field.path("description").asText(),
                labels(field),
                shown(field.path("conditional").path("hide").asText()));
    }

    private static String called(JsonNode field) {
        return field.path("label").asText(field.path("dateLabel").asText());
    }

    private static String how(JsonNode field) {
        String type = field.path("type").asText();
        if (type.equals("datetime")) {
            return field.path("subtype").asText().equals("date") ? "日期" : "日期和时间";
        }
        String how = HOW.getOrDefault(type, "其他");
        return field.path("valuesKey").asText().isEmpty() ? how : how + "，选项随工单";
    }

    private static String limits(JsonNode field) {
        JsonNode rules = field.path("validate");
        List<String> limits = new ArrayList<>();
        limits.add(between(rules.path("minLength"), rules.path("maxLength"), "至少 %s 字", "不超过 %s 字", "%s 至 %s 字"));
        limits.add(between(rules.path("min"), rules.path("max"), "不少于 %s", "不多于 %s", "%s 至 %s"));
        JsonNode digits = field.path("decimalDigits");
        if (digits.isNumber()) {
            limits.add(digits.asInt() == 0 ? "整数" : "最多 " + digits.asInt() + " 位小数");
        }
        FormLimits.increment(field).ifPresent(step -> limits.add(step.toPlainString() + " 的倍数"));
        if (field.path("disallowPassedDates").asBoolean()) {
            limits.add("不能早于今天");
        }
        return limits.stream().filter(limit -> !limit.isEmpty()).collect(Collectors.joining("，"));
    }

    private static String between(JsonNode least, JsonNode most, String from, String to, String both) {
        if (least.isNumber() && most.isNumber()) {
            return both.formatted(least.asText(), most.asText());
        }
        if (most.isNumber()) {
            return to.formatted(most.asText());
        }
        return least.isNumber() ? from.formatted(least.asText()) : "";
    }

    private static List<String> labels(JsonNode field) {
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .map(value -> value.path("label").asText())
                .toList();
    }

    /** @param hide the condition under which it is not asked, as it is written */
    private String shown(String hide) {
        if (hide.isEmpty()) {
            return "";
        }
        Matcher oneOf = ONE_OF.matcher(hide);
        if (oneOf.matches()) {
            return label(oneOf.group(2)) + "选" + listed(oneOf.group(2), quoted(oneOf.group(1))) + "时";
        }
        Map<String, List<String>> parts = Arrays.stream(
                        hide.replaceFirst("^=", "").split(" or "))
                .collect(Collectors.groupingBy(
                        part -> part.strip().split(" ")[0], LinkedHashMap::new, Collectors.toList()));
        if (parts.size() > 1 && parts.keySet().stream().allMatch(key -> field(key) != null)) {
            return parts.values().stream()
                            .map(ofOne ->
                                    shown("=" + String.join(" or ", ofOne)).replaceFirst("时$", ""))
                            .collect(Collectors.joining("，"))
                    + "时";
        }
        List<String> codes = new ArrayList<>();
        String of = "";
        String comparison = "";
        boolean otherwiseNothing = false;
        Matcher atoms = ATOM.matcher(hide);
        while (atoms.find()) {
            of = atoms.group(1);
            if (atoms.group(3).equals("null") || atoms.group(3).equals("\"\"")) {
                otherwiseNothing = true;
            } else {
                comparison = atoms.group(2);
                codes.add(atoms.group(3).replace("\"", ""));
            }
        }
        boolean only = comparison.equals("!=") || hide.contains("not(");
        if (field(of) == null) {
            return "看工单的情况";
        }
        if (codes.equals(List.of("true"))) {
            return (only ? "勾了" : "没有勾") + label(of) + "时";
        }
        if (codes.isEmpty()) {
            return otherwiseNothing ? "填了" + label(of) + "时" : "看工单的情况";
        }
        return label(of) + (only ? "选" : "选的不是") + listed(of, codes) + "时";
    }

    private static List<String> quoted(String list) {
        return QUOTED.matcher(list).results().map(code -> code.group(1)).toList();
    }

    private JsonNode field(String key) {
        return asked.stream()
                .filter(field -> field.path("key").asText().equals(key))
                .findFirst()
                .orElse(null);
    }

    private String label(String key) {
        return "“" + called(field(key)) + "”";
    }

    private String listed(String key, List<String> codes) {
        return codes.stream().map(code -> "“" + choice(field(key), code) + "”").collect(Collectors.joining("或"));
    }

    private static String choice(JsonNode field, String code) {
        return StreamSupport.stream(field.path("values").spliterator(), false)
                .filter(value -> value.path("value").asText().equals(code))
                .map(value -> value.path("label").asText())
                .findFirst()
                .orElse(code);
    }
}
