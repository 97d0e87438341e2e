package org.shouwen.workflow.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
            "separator",
            "spacer");

    /** Where people read; Tasklist makes Markdown and elements of it. */
    private static final List<String> SHOWN =
            List.of("text", "label", "description", "title", "content", "placeholder");

    /** An address, and what makes a link or a picture of one that is spelled otherwise. */
    private static final Pattern LEADS_AWAY = Pattern.compile("//|\\\\|]\\s*[(\\[:]|</?[A-Za-z!]|&#?\\w+;");

    /** Parts that hold others. */
    private static final Set<String> HOLD = Set.of("default", "group");

    private static final List<String> OBJECTS = List.of("validate", "conditional", "layout");
    private static final List<String> LISTS = List.of("values", "columns");
    private static final int DEEPEST = 10;
    private static final int LONGEST = 30;

    private FormRules() {}

    static void judge(JsonNode form, Judgement.Model into) {
        shape(form, 0, new HashSet<>(), into);
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
        shown(form).forEach(text -> {
            Matcher away = LEADS_AWAY.matcher(text);
            if (away.find()) {
                into.fault("", "", "文字“" + shortened(text) + "”里不允许外部地址、链接、图片和标签（“" + away.group() + "”）");
            } else if (text.strip().startsWith("=")) {
                into.fault("", "", "文字不能是表达式（以 = 开头）");
            } else if (FormMarkdown.PLACE.matcher(text).replaceAll("").contains("{{")) {
                into.fault("", "", "文字“" + shortened(text) + "”里只能引用这一步的内容，写作 {{show_facts}} 这样的名称，不能有条件和计算");
            }
        });
    }

    /** What form-js takes for granted: otherwise it draws nothing of the form, and nobody can do the step. */
    private static void shape(JsonNode part, int depth, Set<String> ids, Judgement.Model into) {
        if (!part.isObject()) {
            into.fault("", "", "表单的每一部分须是一个对象（{…}），不能是“" + shortened(part.toString()) + "”");
            return;
        }
        String id = part.path("id").asText();
        Consumer<String> wrong = words -> into.fault(id, depth == 0 ? "" : FormFields.called(part), words);
        ModelNames.tooLong(id).ifPresent(wrong);
        if (!id.isEmpty() && !ids.add(id)) {
            wrong.accept("id " + id + " 用了两次，表单显示不出来");
        }
        if (depth > 0 && !part.path("type").isTextual()) {
            wrong.accept("缺少种类（type），表单显示不出来");
        }
        OBJECTS.stream()
                .filter(name -> part.has(name) && !part.path(name).isObject())
                .forEach(name -> wrong.accept(name + " 须是一个对象（{…}）"));
        LISTS.stream()
                .filter(name -> part.has(name) && !isListOfObjects(part.path(name)))
                .forEach(name -> wrong.accept(name + " 须是一列对象（[{…}, {…}]）"));
        condition(part.path("conditional").path("hide"), wrong);
        JsonNode within = part.path("components");
        if (depth > DEEPEST && part.has("components")) {
            wrong.accept("分组最多套 " + DEEPEST + " 层");
        } else if (within.isArray()) {
            within.forEach(inner -> shape(inner, depth + 1, ids, into));
        } else if (depth == 0
                || part.has("components")
                || HOLD.contains(part.path("type").asText())) {
            wrong.accept("components 须是一列对象（[{…}, {…}]），表单显示不出来");
        }
    }

    private static boolean isListOfObjects(JsonNode list) {
        return list.isArray() && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isObject);
    }

    private static void condition(JsonNode hide, Consumer<String> wrong) {
        if (!hide.isMissingNode() && !hide.isTextual()) {
            wrong.accept("隐藏的条件（hide）须是文字，不能是“" + shortened(hide.toString()) + "”");
        } else if (hide.asText().strip().startsWith("=")
                && !FormConditions.isPlain(hide.asText().strip().substring(1))) {
            wrong.accept("隐藏的条件只能比较大小和是否相等，不能有循环、函数和计算，也不能太长：" + shortened(hide.asText()));
        }
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Stream<String> shown(JsonNode form) {
        return SHOWN.stream()
                .flatMap(key -> form.findValues(key).stream())
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }
}
