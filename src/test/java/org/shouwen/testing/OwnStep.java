package org.shouwen.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 报修 as a manager draws it with the building blocks: between 报告维修结果 and 验收 the step 经理复核 with a form of its own, a
 * question after it, and a notice before the work is done again. As an editor leaves it: the server has yet to write what the
 * blocks need.
 */
public final class OwnStep {

    /** What an editor makes up; the server puts {@code userTask_} before it. */
    public static final String STEP = "Activity_0x1y2z3";

    /** The form without a step that shows it is nothing. */
    public static final String FORM = "manager-review.form";

    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"(\\w+)\"");

    private static final String DRAWN = """
          <bpmn:userTask id="Activity_0x1y2z3" name="经理复核" camunda:modelerTemplate="org.shouwen.step" camunda:modelerTemplateVersion="1" camunda:formRef="managerReview" camunda:formRefBinding="latest">
            <bpmn:extensionElements>
              <camunda:properties>
                <camunda:property name="who" value="MANAGER" />
                <camunda:property name="waiting" value="复核" />
              </camunda:properties>
            </bpmn:extensionElements>
            <bpmn:incoming>flow_toAcceptance</bpmn:incoming>
            <bpmn:outgoing>flow_reviewed</bpmn:outgoing>
          </bpmn:userTask>
          <bpmn:exclusiveGateway id="gateway_reviewed" name="复核通过吗?" default="flow_passed">
            <bpmn:incoming>flow_reviewed</bpmn:incoming>
            <bpmn:outgoing>flow_passed</bpmn:outgoing>
            <bpmn:outgoing>flow_notPassed</bpmn:outgoing>
          </bpmn:exclusiveGateway>
          <bpmn:sendTask id="sendTask_notifyHandlerOfReview" name="通知维修工重做" camunda:modelerTemplate="org.shouwen.notice" camunda:modelerTemplateVersion="1">
            <bpmn:extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="message">rework.to-handler</camunda:inputParameter>
              </camunda:inputOutput>
            </bpmn:extensionElements>
            <bpmn:incoming>flow_notPassed</bpmn:incoming>
            <bpmn:outgoing>flow_reviewTold</bpmn:outgoing>
          </bpmn:sendTask>
          <bpmn:sequenceFlow id="flow_reviewed" sourceRef="Activity_0x1y2z3" targetRef="gateway_reviewed" />
          <bpmn:sequenceFlow id="flow_passed" name="是" sourceRef="gateway_reviewed" targetRef="callActivity_acceptance" />
          <bpmn:sequenceFlow id="flow_notPassed" name="否" sourceRef="gateway_reviewed" targetRef="sendTask_notifyHandlerOfReview">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${review == 'AGAIN'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:sequenceFlow id="flow_reviewTold" sourceRef="sendTask_notifyHandlerOfReview" targetRef="gateway_toWork" />
    """;

    private static final String ASKED = """
            {"id": "managerReview", "schemaVersion": 19, "type": "default", "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
              {"id": "Field_facts", "type": "text", "text": "{{show_facts}}"},
              {"id": "Field_review", "type": "radio", "key": "input_review", "label": "复核结论", "validate": {"required": true},
               "values": [{"label": "通过", "value": "PASSED"}, {"label": "重做", "value": "AGAIN"}]},
              {"id": "Field_opinion", "type": "textarea", "key": "input_opinion", "label": "复核意见",
               "validate": {"required": true, "maxLength": 200}},
              {"id": "Field_score", "type": "number", "key": "input_score", "label": "打分", "validate": {"min": 1, "max": 5}}]}
            """;

    private OwnStep() {}

    /** @return the diagram and every form that it shows, by file name */
    public static Map<String, byte[]> models() {
        Map<String, byte[]> shipped = Models.bytes();
        String repair = drawn(new String(shipped.get("repair.bpmn"), UTF_8));
        Set<String> forms = FORM_REF.matcher(repair)
                .results()
                .map(ref -> Models.kebab(ref.group(1)) + ".form")
                .collect(Collectors.toSet());
        Map<String, byte[]> models = new TreeMap<>();
        forms.stream().filter(shipped::containsKey).forEach(form -> models.put(form, shipped.get(form)));
        models.put(FORM, ASKED.getBytes(UTF_8));
        models.put("repair.bpmn", repair.getBytes(UTF_8));
        return models;
    }

    private static String drawn(String repair) {
        return replaced(
                replaced(
                        replaced(
                                repair,
                                "sourceRef=\"gateway_toAcceptance\" targetRef=\"callActivity_acceptance\"",
                                "sourceRef=\"gateway_toAcceptance\" targetRef=\"" + STEP + "\""),
                        "<bpmn:incoming>flow_toAcceptance</bpmn:incoming>",
                        "<bpmn:incoming>flow_passed</bpmn:incoming>"),
                "    <bpmn:subProcess id=\"subProcess_finishWatch\"",
                DRAWN.strip().indent(6).stripLeading().replaceFirst("^", "      ")
                        + "    <bpmn:subProcess id=\"subProcess_finishWatch\"");
    }

    private static String replaced(String text, String found, String instead) {
        if (!text.contains(found)) {
            throw new IllegalStateException("no " + found);
        }
        return text.replace(found, instead);
    }
}
