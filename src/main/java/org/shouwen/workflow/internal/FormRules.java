package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shouwen.workflow.Submission;

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

    static void judge(JsonNode form, Judgement.Model into) {
        Set<String> strange = form.findValues("type").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(type -> !FORM_PARTS.contains(type))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!strange.isEmpty()) {
            into.fault("", "", "表单里不允许使用 " + String.join("、", strange));
        }
        for (JsonNode key : form.findValues("key")) {
            if (!key.asText().startsWith(Submission.INPUT)) {
                into.fault(key.asText(), "", "字段 " + key.asText() + " 须以 input_ 开头");
            }
        }
        for (JsonNode text : form.findValues("text")) {
            if (text.asText().matches("(?s).*(https?:)?//.*")) {
                into.fault("", "", "文字里不允许外部地址");
            }
        }
    }
}
