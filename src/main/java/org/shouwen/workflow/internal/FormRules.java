package org.shouwen.workflow.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a form may contain: parts that Tasklist renders safely, fields that come in through the gate, no outside address. */
final class FormRules {

    private static final Set<String> FORM_PARTS = Set.of(
            "default",
            "text",
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "group",
            "table",
            "separator",
            "spacer");

    private FormRules() {}

    /** @param forms where the form's id goes */
    static void judge(String file, byte[] bytes, Set<String> forms, List<String> faults) {
        JsonNode form;
        try {
            form = new ObjectMapper().readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            faults.add(file + "：不是有效的 JSON：" + e.getOriginalMessage());
            return;
        }
        forms.add(form.path("id").asText());
        Set<String> strange = form.findValues("type").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(type -> !FORM_PARTS.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!strange.isEmpty()) {
            faults.add(file + "：表单里不允许使用 " + String.join("、", strange));
        }
        for (JsonNode key : form.findValues("key")) {
            if (!key.asText().startsWith("input_")) {
                faults.add(file + "：字段 " + key.asText() + " 须以 input_ 开头");
            }
        }
        for (JsonNode text : form.findValues("text")) {
            if (text.asText().matches("(?s).*(https?:)?//.*")) {
                faults.add(file + "：文字里不允许外部地址");
            }
        }
    }
}
