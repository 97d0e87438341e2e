package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwen.workflow.Submission;

/**
 * What the business needs of a form: its fields are those that the step's listener reads, and offer what it knows. The form as
 * it is shipped says which answers are demanded and which codes are known.
 */
class FormFields {

    private static final Set<String> ASKS = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "radio", "select", "taglist", "datetime");

    private static final Set<String> CHOOSES = Set.of("checklist", "radio", "select", "taglist");
    private static final int MOST_QUESTIONS = 20;
    private static final Pattern KEY = Pattern.compile("input_[a-z]\\w{0,60}");
    private static final Pattern CODE = Pattern.compile("[\\w\\p{IsHan}]{1,40}");

    private final Program program;
    private final ShippedModels shipped;

    FormFields(Program program, ShippedModels shipped) {
        this.program = program;
        this.shipped = shipped;
    }

    /** @param readers beans that are told what is handed in */
    void judge(JsonNode form, List<String> readers, Judgement.Model into) {
        FormConditions conditions = new FormConditions(form);
        fields(form, null)
                .forEach((key, field) ->
                        FormLimits.judge(field, conditions, words -> into.fault(key, called(field), words)));
        if (readers.contains(BuildingBlocks.LISTENER)) {
            own(form, into);
            return;
        }
        Optional<Set<String>> read = readers.stream()
                .map(program::fieldsOf)
                .flatMap(Optional::stream)
                .findFirst();
        Map<String, JsonNode> fields = fields(form, into);
        Optional<JsonNode> reference = shipped.form(form.path("id").asText());
        Map<String, JsonNode> known =
                reference.map(asShipped -> fields(asShipped, null)).orElse(Map.of());
        Optional<FormConditions> asked = reference.map(FormConditions::new);
        fields.forEach((key, field) -> {
            if (read.isPresent() && !read.get().contains(key.substring(Submission.INPUT.length()))) {
                into.fault(key, called(field), "这一步不收这个问题（" + key + "），填了会被拒绝，请去掉");
            } else if (known.containsKey(key)) {
                same(key, field, known.get(key), into);
                if (asked.orElseThrow().hidesMore(key, conditions)) {
                    into.fault(key, called(field), "程序这时不看这一项，填写的内容会丢失：须照原来的条件隐藏，可以隐藏得更多");
                }
                if (isDemanded(known.get(key))
                        && !conditions.isNeverSeen(key)
                        && conditions.hidesMore(key, asked.orElseThrow())) {
                    into.fault(key, called(field), "程序要求填写时不能隐藏：这样隐藏，有的情况下谁也办不了这一步");
                }
            }
        });
        known.forEach((key, field) -> {
            if (!fields.containsKey(key) && isDemanded(field)) {
                into.fault(key, "", "缺少" + called(field) + "（" + key + "），不填办不了这一步");
            }
        });
    }

    /** The form of a manager's own step: whatever he asks, as long as the answers can be told in words. */
    private static void own(JsonNode form, Judgement.Model into) {
        Map<String, JsonNode> fields = fields(form, into);
        if (fields.size() > MOST_QUESTIONS) {
            into.fault("", "", "最多 " + MOST_QUESTIONS + " 个问题，现有 " + fields.size() + " 个");
        }
        fields.forEach((key, field) -> {
            if (!KEY.matcher(key).matches()) {
                into.fault(key, called(field), "键只能是 input_ 加小写字母开头的字母、数字，不能是 " + key);
            }
            if (field.path("label").asText(field.path("dateLabel").asText()).isBlank()) {
                into.fault(key, called(field), "问题没有文字（label）");
            }
            if (!field.path("valuesKey").asText().isEmpty()
                    || !field.path("valuesExpression").asText().isEmpty()) {
                into.fault(key, called(field), "选项须写在表单里");
            }
            if (field.path("disabled").asBoolean() || field.path("readonly").asBoolean()) {
                into.fault(key, called(field), "只读或者禁用的问题没有人能答，要给人看的请写成文字");
            }
            if (CHOOSES.contains(field.path("type").asText())) {
                chosen(key, field, into);
            }
        });
    }

    private static void chosen(String key, JsonNode field, Judgement.Model into) {
        List<String> codes = new ArrayList<>();
        field.path("values").forEach(value -> codes.add(value.path("value").asText()));
        if (codes.size() < 2) {
            into.fault(key, called(field), "至少要有两个选项");
        }
        codes.stream()
                .filter(code -> !CODE.matcher(code).matches())
                .forEach(code -> into.fault(key, called(field), "选项的代码只能是字母、数字、下划线或汉字，不能是“" + code + "”"));
        if (Set.copyOf(codes).size() < codes.size()) {
            into.fault(key, called(field), "两个选项的代码相同");
        }
        Set<String> labels = new HashSet<>();
        field.path("values").forEach(value -> {
            String label = value.path("label").asText().strip();
            if (label.isEmpty()) {
                into.fault(key, called(field), "有一个选项没有文字");
            } else if (!labels.add(label)) {
                into.fault(key, called(field), "两个选项都叫“" + label + "”，办的人分不出来");
            }
        });
    }

    private static boolean isDemanded(JsonNode field) {
        return field.path("validate").path("required").asBoolean();
    }

    private static void same(String key, JsonNode field, JsonNode known, Judgement.Model into) {
        if (!field.path("type").asText().equals(known.path("type").asText())) {
            into.fault(
                    key,
                    called(field),
                    "须是 " + known.path("type").asText() + "，不能改成 "
                            + field.path("type").asText());
            return;
        }
        if (!field.path("subtype").asText().equals(known.path("subtype").asText())) {
            into.fault(
                    key,
                    called(field),
                    "须问" + (known.path("subtype").asText().equals("date") ? "日期（date）" : "日期和时间（datetime）")
                            + "，程序读不懂别的");
        }
        apart(key, field, known, "min", "max", into);
        apart(key, field, known, "minLength", "maxLength", into);
        if ((field.path("disabled").asBoolean() || field.path("readonly").asBoolean())
                && !known.path("disabled").asBoolean()) {
            into.fault(key, called(field), "不能禁用，填写的内容会丢失");
        }
        if (!field.path("valuesKey").asText().equals(known.path("valuesKey").asText())) {
            into.fault(key, called(field), "选项须来自 " + known.path("valuesKey").asText("表单本身"));
        }
        Set<String> codes = codes(known);
        List<String> strange = new ArrayList<>(codes(field));
        strange.removeAll(codes);
        if (!strange.isEmpty()) {
            into.fault(key, called(field), "没有“" + String.join("、", strange) + "”这一项，可选：" + String.join("、", codes));
        }
        if (codes(field).isEmpty() != codes.isEmpty()) {
            into.fault(key, called(field), "须有选项：" + String.join("、", codes));
        }
    }

    /** What the form allows and what the program takes have something in common. */
    private static void apart(
            String key, JsonNode field, JsonNode known, String least, String most, Judgement.Model into) {
        JsonNode limits = field.path("validate");
        JsonNode taken = known.path("validate");
        if (FormLimits.isAbove(limits.path(least), taken.path(most))
                || FormLimits.isAbove(taken.path(least), limits.path(most))) {
            into.fault(
                    key,
                    called(field),
                    "程序只收 " + taken.path(least).asText("0") + " 到 "
                            + taken.path(most).asText("999") + (least.equals("min") ? "" : " 字") + "，按这里的限制填什么都不收");
        }
    }

    private static Set<String> codes(JsonNode field) {
        Set<String> codes = new LinkedHashSet<>();
        field.path("values").forEach(value -> codes.add(value.path("value").asText()));
        return codes;
    }

    static String called(JsonNode field) {
        String label = field.path("label").asText(field.path("dateLabel").asText());
        return "“"
                + (label.isEmpty() ? field.path("key").asText(field.path("id").asText()) : label) + "”";
    }

    /** @return components that hand something in, by key; one of a key that is there already is a fault */
    private static Map<String, JsonNode> fields(JsonNode form, Judgement.Model into) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        below(form, fields, into);
        return fields;
    }

    private static void below(JsonNode parent, Map<String, JsonNode> fields, Judgement.Model into) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText();
            if (key.startsWith(Submission.INPUT) && fields.put(key, component) != null && into != null) {
                into.fault(key, called(component), "两个问题用了同一个键 " + key + "，只会收到一个");
            }
            if (into != null
                    && key.isEmpty()
                    && ASKS.contains(component.path("type").asText())) {
                into.fault(component.path("id").asText(), called(component), "缺少键（key），填写的内容会丢失");
            }
            if (into != null && !component.path("path").asText().isEmpty()) {
                into.fault(component.path("id").asText(), called(component), "分组不能设路径（path），里面填的内容会丢失");
            }
            below(component, fields, into);
        }
    }
}
