package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Models;
import org.shouwen.testing.OwnStep;
import org.shouwen.workflow.Blocks.Answer;
import org.shouwen.workflow.Blocks.Choice;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.internal.FlowDifference.Drawn;

/** Whatever is changed of a diagram or a form is told, in words: also what comparers of diagrams miss. */
class FlowDifferenceTest {

    private static final String REPAIR = new String(Models.bytes().get("repair.bpmn"), UTF_8);
    private static final String REPORT = new String(Models.bytes().get("report-work.form"), UTF_8);

    private final BareProgram program = new BareProgram();

    private List<String> told(String after) {
        return told(after, Map.of());
    }

    private List<String> told(String after, Map<String, String> conditions) {
        return FlowDifference.of(
                        new Drawn(REPAIR.getBytes(UTF_8), Map.of()),
                        new Drawn(after.getBytes(UTF_8), conditions),
                        program::said,
                        id -> id)
                .lines()
                .stream()
                .map(FlowDifferenceTest::text)
                .toList();
    }

    private static String text(Line line) {
        return line.what().label() + " " + line.where() + " " + line.situation()
                + line.cells().stream()
                        .map(cell -> "；" + cell.label() + "：" + cell.before() + " → " + cell.after())
                        .collect(Collectors.joining());
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(told(REPAIR)).isEmpty();
        assertThat(told(REPAIR.replace("\n", "\r\n").replace("    <bpmn:", "  <bpmn:")))
                .as("blanks say nothing")
                .isEmpty();
        assertThat(told(REPAIR.replace(
                        "<bpmn:userTask ", "<bpmn:userTask completionQuantity=\"1\" isForCompensation=\"false\" ")))
                .as("what goes without saying")
                .isEmpty();
        assertThat(told(REPAIR.replace("<bpmn:userTask ", "<bpmn:userTask isForCompensation=\"true\" ")))
                .isNotEmpty();
    }

    @Test
    void aBlockSaysWhatIsChosenInIt() {
        byte[] drawn = new ModelRules(program)
                .corrected("repair.bpmn", OwnStep.models().get("repair.bpmn"));
        assertThat(told(new String(drawn, UTF_8)))
                .contains(
                        "新增 人工步骤 经理复核；谁：null → 项目经理；到什么时候：null → 等候时限“复核”；填什么：null → 表单 managerReview；"
                                + "构件：null → 人工步骤；名称：null → 经理复核",
                        "新增 通知 通知维修工重做；做什么：null → 经办人；构件：null → 通知；名称：null → 通知维修工重做；"
                                + "通知文字：null → rework.to-handler",
                        "改动 箭头 从菱形到经理复核的箭头；到：验收 → 经理复核");
    }

    /** The rows that were tried with bpmn-js-differ, and what it makes of them in brackets. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # [told]
            name="报告维修结果" | name="登记维修结果" | 改动 人工步骤 登记维修结果；名称：报告维修结果 → 登记维修结果
            camunda:dueDate="${deadlines.resolveBy(execution)}" | camunda:dueDate="${deadlines.arriveBy(execution)}" | 改动 人工步骤 报告维修结果；到什么时候：办结时限 → 到场时限
            camunda:dueDate="${deadlines.resolveBy(execution)}" | camunda:dueDate="${deadlines.waiting(execution, '复核')}" | 改动 人工步骤 报告维修结果；到什么时候：办结时限 → 等候时限“复核”
            camunda:formRef="reportWork" | camunda:formRef="accept" | 改动 人工步骤 报告维修结果；填什么：表单 reportWork → 表单 accept
            calledElement="oneTimeNotice" camunda:calledElementBinding="latest" camunda:asyncBefore="true" | calledElement="oneTimeNotice" camunda:calledElementBinding="latest" | 改动 调用流程 一次性告知；之前的保存点：是 → null
            camunda:historyTimeToLive="P180D" | camunda:historyTimeToLive="P90D" | 改动 流程 报修；历史保存：P180D → P90D
            sourceRef="gateway_toWork" targetRef="gateway_doneByOthers" | sourceRef="gateway_toWork" targetRef="userTask_reportWork" | 改动 箭头 从菱形到报告维修结果的箭头；到：外单位已修好吗? → 报告维修结果
            default="flow_notDoneByOthers" | default="flow_doneByOthers" | 改动 菱形 外单位已修好吗?；默认的答案：否 → 是
            # [the timer's or the documentation's text is not told]
            ${deadlines.finishWarnBy(execution)} | ${deadlines.resolveBy(execution)} | 改动 开始事件 办结将到期；什么时候：办结将到期 → 办结时限
            登记后即完成。 | 登记后算完成。 | 改动 人工步骤 报告维修结果；说明：由接单的维修工办理：修好后登记维修结果；当场修不好的，写明原因，回到上门查看安排下一步。登记后即完成。 → 由接单的维修工办理：修好后登记维修结果；当场修不好的，写明原因，回到上门查看安排下一步。登记后算完成。
            # [told to be changed, without what]
            event="complete" delegateExpression="${reportWorkListener}" | event="complete" delegateExpression="${acceptListener}" | 改动 人工步骤 报告维修结果；交表时：reportWorkListener → acceptListener
            <camunda:taskListener event="complete" delegateExpression="${reportWorkListener}" /> | '' | 改动 人工步骤 报告维修结果；交表时：reportWorkListener → null
            ${doneByOthers}</bpmn:conditionExpression> | ${!doneByOthers}</bpmn:conditionExpression> | 改动 箭头 是；条件：doneByOthers → !doneByOthers
            source="external" target="external" | source="urgent" target="external" | 改动 调用流程 上门查看；带去：工单编号；external 作为 external → 工单编号；urgent 作为 external
            source="doneByOthers" target="doneByOthers" | source="doneByOthers" target="workAccepted" | 改动 调用流程 上门查看；带回：doneByOthers 作为 doneByOthers → doneByOthers 作为 workAccepted
            name="message">rework.to-handler | name="message">closed.to-resident | 改动 通知 通知维修工返工；通知文字：rework.to-handler → closed.to-resident
            # [not told at all]
            name="repair.withdrawn" | name="repair.taken" | 改动 开始事件 已不再单独办理；消息：repair.withdrawn → repair.taken
            """)
    void isToldInWords(String before, String after, String words) {
        assertThat(REPAIR).contains(before);
        assertThat(told(REPAIR.replace(before, after))).containsExactly(words);
    }

    @Test
    void whatIsAddedRemovedAndMovedIsTold() {
        assertThat(told(REPAIR.replace("userTask_reportWork", "userTask_report")))
                .as("another id is another step")
                .anyMatch(line -> line.startsWith("新增 人工步骤 报告维修结果；谁：null → 经办人"))
                .anyMatch(line -> line.startsWith("删去 人工步骤 报告维修结果"));
        assertThat(told(REPAIR.replaceAll("(bpmnElement=\"userTask_reportWork\">\\s*<dc:Bounds x=\")\\d+", "$17")))
                .containsExactly("挪动 图 报告维修结果");
        assertThat(told(REPAIR.replace(
                                "<bpmn:endEvent id=\"endEvent_workAccepted\"",
                                "<bpmn:intermediateThrowEvent id=\"endEvent_workAccepted\"")
                        .replaceFirst(
                                "(endEvent_workAccepted\" name=\"维修已验收\">\\s*<bpmn:incoming>\\w+</bpmn:incoming>\\s*)</bpmn:endEvent>",
                                "$1</bpmn:intermediateThrowEvent>")))
                .as("another type")
                .containsExactly("改动 intermediateThrowEvent 维修已验收；种类：结束事件 → intermediateThrowEvent");
    }

    /** A condition is told as the drawing board offers it; what only the program knows, by the question and its answer. */
    @Test
    void whatDecidesAWayIsToldInWords() {
        Map<String, byte[]> files = OwnStep.models();
        String drawn = new String(files.get("repair.bpmn"), UTF_8);
        Map<String, String> asked = ConditionWords.of(List.of(files.get(OwnStep.FORM)), List.of());
        assertThat(asked)
                .containsExactly(
                        Map.entry("${review == 'PASSED'}", "“复核结论”选“通过”"),
                        Map.entry("${review == 'AGAIN'}", "“复核结论”选“重做”"));
        assertThat(told(drawn, asked)).anyMatch(line -> line.contains("；条件：null → “复核结论”选“重做”"));

        Map<String, String> answered = ConditionWords.of(
                List.of(),
                List.of(List.of(
                        new Answer("报修优先级：优先级", List.of(new Choice("${repairPriority_priority == 'P0'}", "紧急"))))));
        String byTable = drawn.replace("${review == 'AGAIN'}", "${repairPriority_priority == 'P0'}");
        assertThat(told(byTable, answered)).anyMatch(line -> line.contains("；条件：null → “报修优先级：优先级”是“紧急”"));

        String byProgram = drawn.replace("${review == 'AGAIN'}", "${workDone}");
        assertThat(told(byProgram)).anyMatch(line -> line.contains("；条件：null → 复核通过吗?：否"));
    }

    /** Two that people call alike are not the same. */
    @Test
    void whatPeopleCallAlikeIsToldAsItIsWritten() {
        String people = "camunda:assignee=\"${people.handler(execution)}\"";
        assertThat(told(REPAIR.replace(people, "camunda:assignee=\"经办人\"")))
                .containsExactly("改动 人工步骤 报告维修结果；谁：${people.handler(execution)} → 经办人");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "label": "故障原因" | "label": "故障在哪里" | 改动 问题 故障在哪里；问题：故障原因 → 故障在哪里
            "label": "库存领用" | "label": "库房领用" | 改动 问题 材料来源；选项：未用材料、业主自备、代购、库存领用 → 未用材料、业主自备、代购、库房领用
            "value": "STOCK" | "value": "STORE" | 改动 问题 材料来源；选项的代码：NONE、RESIDENT、PURCHASED、STOCK → NONE、RESIDENT、PURCHASED、STORE
            "defaultValue": "NONE" | "defaultValue": "STOCK" | 改动 问题 材料来源；预先填的：NONE → STOCK
            "label": "故障原因" | "label": "故障在哪里", "disallowPassedDates": true, "odd": 1 | 改动 问题 故障在哪里；问题：故障原因 → 故障在哪里；限制：不超过 500 字 → 不超过 500 字，不能早于今天；其他设置（odd）：null → 1
            "id": "Field_cause" | "id": "Field_reason" | ''
            """)
    void whatAFormAsksOtherwiseIsTold(String before, String after, String words) {
        assertThat(REPORT).contains(before);
        List<String> told =
                FormDifference.of(
                                REPORT.getBytes(UTF_8),
                                REPORT.replace(before, after).getBytes(UTF_8))
                        .lines()
                        .stream()
                        .map(FlowDifferenceTest::text)
                        .toList();
        assertThat(String.join("\n", told)).isEqualTo(words);
    }

    @Test
    void howLittleWillDoIsTold() {
        String longer = REPORT.replaceFirst("\"maxLength\": 500", "\"maxLength\": 500, \"minLength\": 5");
        assertThat(FormDifference.of(REPORT.getBytes(UTF_8), longer.getBytes(UTF_8))
                        .lines())
                .extracting(FlowDifferenceTest::text)
                .containsExactly("改动 问题 故障原因；限制：不超过 500 字 → 5 至 500 字");
    }

    @Test
    void questionsThatComeAndGoAreTold() {
        String without = REPORT.replaceFirst(
                "(?s)\\{\\s*\"type\": \"textarea\",\\s*\"id\": \"Field_cause\".*?},\\s*(?=\\{\\s*\"type\": \"textarea\",\\s*\"id\": \"Field_work\")",
                "");
        assertThat(FormDifference.of(REPORT.getBytes(UTF_8), without.getBytes(UTF_8))
                        .lines())
                .extracting(FlowDifferenceTest::text)
                .containsExactly(
                        "删去 问题 故障原因；问题：故障原因 → null；怎么答：几行文字 → null；必填：是 → null；限制：不超过 500 字 → null；什么时候问：没有勾“还没有修好”时 → null");
        assertThat(FormDifference.of(without.getBytes(UTF_8), REPORT.getBytes(UTF_8))
                        .lines())
                .extracting(FlowDifferenceTest::text)
                .containsExactly(
                        "新增 问题 故障原因；问题：null → 故障原因；怎么答：null → 几行文字；必填：null → 是；限制：null → 不超过 500 字；什么时候问：null → 没有勾“还没有修好”时");
    }
}
