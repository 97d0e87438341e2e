package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.shouwen.workflow.FormText;
import org.shouwen.workflow.TaskForms.TaskForm;

/** Forms with what a ticket might say, for whoever compares how they are drawn. */
public final class DrawnForms {

    private static final Pattern SHOWN = Pattern.compile("show_\\w+");

    private DrawnForms() {}

    /** @return what the steps of this form could show, in words that try to be more than words; lists have three options */
    public static Map<String, Object> facts(JsonNode form) {
        Set<String> names = new TreeSet<>();
        SHOWN.matcher(form.toString()).results().forEach(found -> names.add(found.group()));
        names.removeAll(form.findValuesAsText("id"));
        form.findValuesAsText("text")
                .forEach(text -> SHOWN.matcher(text).results().forEach(found -> names.add(found.group())));
        List<String> lists = form.findValuesAsText("valuesKey");
        Map<String, Object> facts = new HashMap<>();
        names.forEach(name -> facts.put(name, lists.contains(name) ? options() : text(name)));
        return facts;
    }

    private static ArrayNode options() {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        for (String name : List.of("甲 <b>一</b>", "乙 & 丙", "丁")) {
            options.addObject().put("label", name).put("value", name.substring(0, 1));
        }
        return options;
    }

    private static String text(String name) {
        return new FormText()
                .line("地点", "1 栋 *2* 单元 <script>alert(1)</script>")
                .line("说明", "见 http://evil.example/a_b_c 和 [这里](javascript:x) `x` # 1. - {{show_facts}}")
                .list("清单", List.of("第一 ~~项~~", "![图](x)", "1. 二"))
                .ours("\n" + name)
                .toString();
    }

    public static TaskForm taskForm(String id, JsonNode form, Map<String, Object> facts, Instant now, ZoneId zone) {
        return new TaskForm(
                "task-" + id, id, id, new FormParts(form, facts, now, zone).all(), FormParts.asked(form, facts));
    }

    /** @return answers that let conditions ask other questions: nothing yet, and each choice that a condition asks about */
    public static List<Map<String, Object>> states(JsonNode form) {
        List<Map<String, Object>> states = new ArrayList<>(List.of(Map.of()));
        String hides = String.join(" ", form.findValuesAsText("hide"));
        OwnAnswers.fields(form)
                .filter(field -> hides.contains(field.path("key").asText()))
                .forEach(field -> answers(field)
                        .forEach(answer -> states.add(Map.of(field.path("key").asText(), answer))));
        return states;
    }

    private static List<Object> answers(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> List.of(true, false);
            case "number" -> List.of(1);
            case "radio", "select" ->
                StreamSupport.stream(field.path("values").spliterator(), false)
                        .map(value -> (Object) value.path("value").asText())
                        .toList();
            case "datetime" -> List.of();
            default -> List.of("x");
        };
    }

    /** @return the same as form-js is given it */
    public static ObjectNode data(Map<String, Object> facts, Map<String, Object> answers) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.putAll(answers);
        all.forEach((name, value) -> {
            if (value instanceof JsonNode list) {
                data.set(name, list);
            } else {
                data.putPOJO(name, value);
            }
        });
        return data;
    }
}
