package org.shouwen.studio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.workflow.Blocks;
import org.shouwen.workflow.Blocks.Choice;
import org.shouwen.workflow.NoticeNames;
import org.springframework.stereotype.Component;

/**
 * The building blocks as element templates of Camunda 7: one list for the editor in the browser and for Camunda Modeler. What a
 * template cannot bind the server writes when the diagram comes in.
 */
@Component
public record Templates(Blocks blocks, NoticeTexts texts) {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String NAME = "name";
    private static final String VALUE = "value";

    /** @return the blocks that a flow can be drawn with */
    public List<Map<String, Object>> of(String process) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(template(
                Blocks.STEP,
                "人工步骤",
                "bpmn:UserTask",
                "有人要办的一步：填写的内容记到工单上，到期没有办上报督办",
                List.of(
                        chosen("办理人", blocks.people(), "camunda:property", "who"),
                        chosen("等候时限", blocks.waitingTimes(), "camunda:property", "waiting"),
                        typed("表单的编号", "property", "camunda:formRef"),
                        fixed("property", "camunda:formRefBinding", "deployment"))));
        List<Choice> notices = notices(process);
        if (!notices.isEmpty()) {
            all.add(template(
                    Blocks.NOTICE,
                    "通知",
                    "bpmn:SendTask",
                    "告诉一个人，用现成的通知文字",
                    List.of(chosen("告诉谁、说什么", notices, "camunda:inputParameter", "message"))));
        }
        all.add(template(
                Blocks.WAIT,
                "等待",
                "bpmn:IntermediateCatchEvent",
                "等一段时间再往下办",
                List.of(chosen("等候时限", blocks.waitingTimes(), "camunda:property", "waiting"))));
        List<Choice> tables = blocks.tables(process);
        if (!tables.isEmpty()) {
            all.add(template(
                    Blocks.TABLE,
                    "查表",
                    "bpmn:BusinessRuleTask",
                    "按登记时留下的情况再查一次规则表，结果可以决定后面走哪条",
                    List.of(chosen("查哪张表", tables, "camunda:inputParameter", "table"))));
        }
        if (blocks.supervises(process)) {
            all.add(template(
                    Blocks.SUPERVISION,
                    "督办",
                    "bpmn:ServiceTask",
                    "上报一级督办",
                    List.of(
                            fixed("property", "camunda:delegateExpression", "${startSupervisionDelegate}"),
                            fixed("property", "camunda:asyncBefore", "true"),
                            fixed("camunda:inputParameter", "cause", "OWN_STEP"))));
        }
        return all;
    }

    private List<Choice> notices(String process) {
        List<Choice> notices = new ArrayList<>();
        for (Choice audience : blocks.audiences(process)) {
            texts.all().stream()
                    .filter(text -> NoticeNames.audience(text.stem()).equals(audience.value())
                            && blocks.canSay(process, text.stem()))
                    .forEach(text -> notices.add(new Choice(
                            text.stem(), audience.label() + "：" + text.subject() + "（" + text.stem() + "）")));
        }
        return notices;
    }

    private static Map<String, Object> template(
            String id, String name, String element, String description, List<Map<String, Object>> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put(NAME, name);
        template.put("id", id);
        template.put("version", 1);
        template.put("description", description);
        template.put("appliesTo", List.of(element));
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> chosen(String label, List<Choice> choices, String binding, String name) {
        Map<String, Object> property = property("Dropdown", binding, name);
        property.put("label", label);
        property.put(
                "choices",
                choices.stream()
                        .map(choice -> Map.of(NAME, choice.label(), VALUE, choice.value()))
                        .toList());
        property.put("constraints", Map.of("notEmpty", true));
        return property;
    }

    private static Map<String, Object> typed(String label, String binding, String name) {
        Map<String, Object> property = property("String", binding, name);
        property.put("label", label);
        property.put(
                "constraints",
                Map.of("notEmpty", true, "pattern", Map.of(VALUE, "[a-z][A-Za-z0-9]*", "message", "小写字母开头的字母和数字")));
        return property;
    }

    private static Map<String, Object> fixed(String binding, String name, String value) {
        Map<String, Object> property = property("Hidden", binding, name);
        property.put(VALUE, value);
        return property;
    }

    private static Map<String, Object> property(String type, String binding, String name) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("binding", Map.of("type", binding, NAME, name));
        return property;
    }
}
