package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Models;
import org.shouwen.testing.OwnStep;

/** What the server makes of a diagram that was drawn with the building blocks, and what the guard says of it. */
class BuildingBlocksTest {

    private static final ModelRules RULES = new ModelRules(new BareProgram());
    private static final String REPAIR = "repair.bpmn";

    private final Map<String, byte[]> models = new TreeMap<>();

    @BeforeEach
    void drawn() {
        models.clear();
        models.putAll(OwnStep.models());
    }

    private String drawing() {
        return new String(models.get(REPAIR), UTF_8);
    }

    private void change(String found, String instead) {
        assertThat(drawing()).contains(found);
        models.put(REPAIR, drawing().replace(found, instead).getBytes(UTF_8));
    }

    private void form(String found, String instead) {
        String form = new String(models.get(OwnStep.FORM), UTF_8);
        assertThat(form).contains(found);
        models.put(OwnStep.FORM, form.replace(found, instead).getBytes(UTF_8));
    }

    private String written() {
        return new String(RULES.corrected(REPAIR, models.get(REPAIR)), UTF_8);
    }

    private List<String> faults() {
        models.replaceAll(RULES::corrected);
        return RULES.judgeDeployed(models, decision -> false).sentences();
    }

    @Test
    void aStepGetsWhoDoesItByWhenAndWhoIsTold() {
        assertThat(written())
                .contains(
                        "<bpmn:userTask id=\"userTask_" + OwnStep.STEP + "\" name=\"经理复核\"",
                        "camunda:formRefBinding=\"deployment\"",
                        "camunda:candidateGroups=\"${people.managers(execution)}\"",
                        "camunda:dueDate=\"${deadlines.waiting(execution, '复核')}\"",
                        "<camunda:taskListener event=\"create\" delegateExpression=\"${showFactsListener}\" />",
                        "<camunda:taskListener event=\"complete\" delegateExpression=\"${ownStepListener}\" />",
                        "<camunda:taskListener event=\"timeout\" delegateExpression=\"${ownStepLateListener}\" id=\"timeout_userTask_"
                                + OwnStep.STEP
                                + "\"><bpmn:timerEventDefinition><bpmn:timeDate>${deadlines.waiting(execution, '复核')}"
                                + "</bpmn:timeDate></bpmn:timerEventDefinition></camunda:taskListener>")
                .contains("sourceRef=\"userTask_" + OwnStep.STEP + "\"", "targetRef=\"userTask_" + OwnStep.STEP + "\"");
    }

    private void askTable(String table) {
        change(
                "<bpmn:sequenceFlow id=\"flow_passed\" name=\"是\" sourceRef=\"gateway_reviewed\" targetRef=\"callActivity_acceptance\" />",
                "<bpmn:sequenceFlow id=\"flow_passed\" name=\"是\" sourceRef=\"gateway_reviewed\" targetRef=\"businessRuleTask_ask\" />"
                        + "<bpmn:businessRuleTask id=\"businessRuleTask_ask\" name=\"查优先级\" camunda:modelerTemplate=\"org.shouwen.table\">"
                        + "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"table\">" + table
                        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:businessRuleTask>"
                        + "<bpmn:sequenceFlow id=\"flow_asked\" sourceRef=\"businessRuleTask_ask\" targetRef=\"callActivity_acceptance\" />");
        change("<bpmn:incoming>flow_passed</bpmn:incoming>", "<bpmn:incoming>flow_asked</bpmn:incoming>");
    }

    @Test
    void aStepThatAsksATableGetsWhoAsksIt() {
        askTable("repairPriority");
        assertThat(written())
                .contains(
                        "camunda:modelerTemplate=\"org.shouwen.table\" camunda:delegateExpression=\"${askTableDelegate}\""
                                + " camunda:asyncBefore=\"true\">");
        assertThat(faults()).isEmpty();
    }

    @Test
    void aTableIsKnownAndItsFactsAreKept() {
        askTable("repairPrority");
        assertThat(faults()).containsExactly("《报修》“查优先级”：没有名为 repairPrority 的规则表，可选：报修优先级、维修责任、办结时限");
        drawn();
        askTable("goodsRuling");
        assertThat(faults()).singleElement().asString().contains("《物品放行规则》要问", "这里的工单登记时没有按这张表留下情况");
        drawn();
        askTable("repairRequirements");
        assertThat(faults()).singleElement().asString().contains("没有按这张表留下情况");
        drawn();
        askTable("");
        assertThat(faults()).isNotEmpty();
    }

    /** A condition on what a table says: where it was asked before, and what it can say. */
    @Test
    void whatATableSaysSteersTheFlowWhereItWasAsked() {
        askTable("repairPriority");
        change("${review == 'AGAIN'}", "${repairPriority_priority == 'P0'}");
        assertThat(faults()).singleElement().asString().contains("走到这里时“报修优先级：优先级”可能还没有人回答");
        drawn();
        askTable("repairPriority");
        change("${review == 'AGAIN'}", "${repairPriority_priority == 'P9'}");
        assertThat(faults()).singleElement().asString().contains("“报修优先级：优先级”没有“P9”这个回答，可选：P0、P1、P2、P3");
    }

    @Test
    void aNoticeGetsWhoSendsIt() {
        assertThat(written())
                .contains(
                        "id=\"sendTask_notifyHandlerOfReview\" name=\"通知维修工重做\" camunda:modelerTemplate=\"org.shouwen.notice\""
                                + " camunda:modelerTemplateVersion=\"1\" camunda:delegateExpression=\"${notifyHandlerDelegate}\""
                                + " camunda:asyncBefore=\"true\">");
    }

    /** Nothing else is touched: without the lines that changed, both files are the same. */
    @Test
    void everythingElseStaysToTheByte() {
        List<String> before = drawing().lines().toList();
        List<String> after = written().lines().toList();
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .allMatch(line -> line.contains(OwnStep.STEP)
                        || line.contains("taskListener")
                        || line.contains("notifyHandlerOfReview"));
        assertThat(before.stream().filter(line -> !after.contains(line)))
                .allMatch(line -> line.contains(OwnStep.STEP) || line.contains("notifyHandlerOfReview"));
    }

    @Test
    void whatIsWrittenIsWrittenOnce() {
        byte[] once = RULES.corrected(REPAIR, models.get(REPAIR));
        assertThat(RULES.corrected(REPAIR, once)).isSameAs(once);
    }

    @Test
    void linesEndAsTheyDid() {
        models.put(REPAIR, drawing().replace("\n", "\r\n").getBytes(UTF_8));
        assertThat(written().replace("\r\n", "")).doesNotContain("\n");
    }

    /** As bpmn-js writes signs that mean something in XML. */
    @Test
    void signsMayBeWrittenByTheirNumbers() {
        change("name=\"who\" value=\"MANAGER\"", "name=\"who\" value=\"&#77;ANAGER\"");
        change("name=\"waiting\" value=\"复核\"", "name=\"waiting\" value=\"&#x590D;核\"");
        assertThat(written()).contains("${people.managers(execution)}", "${deadlines.waiting(execution, '复核')}");
        assertThat(faults()).isEmpty();
    }

    /** Whoever chooses anew has nothing left of what was chosen before. */
    @Test
    void whatIsChosenAnewReplacesWhatWasThere() {
        models.put(REPAIR, written().getBytes(UTF_8));
        change("name=\"who\" value=\"MANAGER\"", "name=\"who\" value=\"HANDLER\"");
        change("name=\"waiting\" value=\"复核\"", "name=\"waiting\" value=\"急件复核\"");
        assertThat(written())
                .contains("camunda:assignee=\"${people.worker(execution)}\"", "'急件复核'")
                .doesNotContain("people.managers", "'复核'");
        assertThat(faults()).isEmpty();
    }

    /** A step in which nothing is chosen yet is a step of one's own all the same. */
    @Test
    void aBareStepGetsWhatEveryStepHas() {
        String bare = drawing()
                .replaceFirst(
                        "<bpmn:extensionElements>\\s*<camunda:properties>[\\s\\S]*?</bpmn:extensionElements>",
                        "<bpmn:documentation>经理看过才交给业主</bpmn:documentation>");
        models.put(REPAIR, bare.getBytes(UTF_8));
        assertThat(written())
                .containsPattern(
                        "</bpmn:documentation>\\s+<bpmn:extensionElements><camunda:taskListener event=\"create\"");
        assertThat(faults())
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("没有人办理，请选办理人"),
                        fault -> assertThat(fault).contains("没有选到什么时候办完"));
    }

    /** An editor of blocks leaves a wait with a bare timer, or one of another kind. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<bpmn:timerEventDefinition id=\"t1\" />",
                "<bpmn:timerEventDefinition id=\"t1\"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>",
                "<bpmn:timerEventDefinition id=\"t1\"><bpmn:timeDate>2026</bpmn:timeDate></bpmn:timerEventDefinition>"
            })
    void aWaitGetsItsTime(String timer) {
        change(
                "sourceRef=\"gateway_reviewed\" targetRef=\"callActivity_acceptance\"",
                "sourceRef=\"gateway_reviewed\" targetRef=\"event_parts\"");
        change("<bpmn:incoming>flow_passed</bpmn:incoming>", "<bpmn:incoming>flow_partsThere</bpmn:incoming>");
        change("      <bpmn:sequenceFlow id=\"flow_reviewed\"", """
                      <bpmn:intermediateCatchEvent id="event_parts" name="配件已到" camunda:modelerTemplate="org.shouwen.wait">
                        <bpmn:extensionElements><camunda:properties><camunda:property name="waiting" value="等待配件" /></camunda:properties></bpmn:extensionElements>
                        <bpmn:incoming>flow_passed</bpmn:incoming><bpmn:outgoing>flow_partsThere</bpmn:outgoing>
                        TIMER
                      </bpmn:intermediateCatchEvent>
                      <bpmn:sequenceFlow id="flow_partsThere" sourceRef="event_parts" targetRef="callActivity_acceptance" />
                      <bpmn:sequenceFlow id="flow_reviewed\"""".replace("TIMER", timer));
        assertThat(written())
                .containsOnlyOnce("<bpmn:timeDate>${deadlines.waiting(execution, '等待配件')}</bpmn:timeDate>")
                .doesNotContain("PT1H", "2026<");
        assertThat(faults()).isEmpty();
    }

    @Test
    void whatIsDrawnWithThemPasses() {
        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<camunda:property name=\"who\" value=\"MANAGER\" /> | | “经理复核”：没有人办理",
                "<camunda:property name=\"waiting\" value=\"复核\" /> | | “经理复核”：没有选到什么时候办完，可选的等候时限：",
                "value=\"复核\" | value=\"明天\" | “经理复核”：等候时限表里没有“明天”，可选：",
                "value=\"复核\" | value=\"复核')}${canary.sing('\" | “经理复核”：",
                "name=\"经理复核\" | name=\" \" | 人工步骤：没有名称：任务列表和单子上看不出要办什么",
                "camunda:formRef=\"managerReview\" | camunda:formRef=\"reportWork\" | “经理复核”：表单 reportWork 是程序自己的步骤用的，请另做一张",
                "camunda:formRef=\"managerReview\" | camunda:formRef=\"none\" | 没有名为 none 的表单",
                "${review == 'AGAIN'} | ${review == 'NEVER'} | “否”：“复核结论”没有“NEVER”这个回答，可选：PASSED、AGAIN",
                "${review == 'AGAIN'} | ${opinion == 'AGAIN'} | “否”：条件只能用已声明的变量",
                "${review == 'AGAIN'} | ${review} | “否”：条件里的 review 是代码"
            })
    void whatIsMissingOrWrongIsSaid(String found, String instead, String sentence) {
        change(found, instead == null ? "" : instead);
        assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"key\": \"input_review\" | \"key\": \"input_workDone\" | “复核结论”的键不能是 input_workDone：程序已用了这个名字",
                "\"value\": \"PASSED\" | \"value\": \"O'K\" | 选项的代码只能是字母、数字、下划线或汉字",
                ", {\"label\": \"重做\", \"value\": \"AGAIN\"} | | 至少要有两个选项",
                "\"label\": \"复核意见\" | \"label\": \"\" | 问题没有文字",
                "\"label\": \"重做\" | \"label\": \"通过 \" | “复核结论”：两个选项都叫“通过”，办的人分不出来",
                "\"label\": \"重做\" | \"label\": \"\" | “复核结论”：有一个选项没有文字",
                "\"min\": 1 | \"validationType\": \"email\" | “打分”：不能按格式（pattern）检查",
                "\"label\": \"打分\" | \"label\": \"打分\", \"increment\": \"0\" | “打分”：每次增减（increment）须是大于 0 的数字",
                "\"label\": \"打分\" | \"label\": \"打分\", \"decimalDigits\": -1 | “打分”：小数位数（decimalDigits）须是 0 到 9 的整数",
                "\"label\": \"打分\" | \"label\": \"打分\", \"readonly\": true | “打分”：只读或者禁用的问题没有人能答",
                "\"key\": \"input_opinion\" | \"key\": \"input_Opinion\" | 键只能是 input_ 加小写字母开头",
                "\"type\": \"textarea\" | \"type\": \"filepicker\" | 表单里不允许使用 filepicker",
            })
    void aFormThatCannotBeToldIsRefused(String found, String instead, String sentence) {
        form(found, instead == null ? "" : instead);
        assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    @Test
    void aFormIsCalledByItsStep() {
        form("{{show_facts}}", "<b> ${x}");
        form("\"label\": \"打分\"", "\"label\": \"打分\", \"readonly\": true");
        assertThat(faults())
                .contains(
                        "《报修》“经理复核”的表单：文字“<b> ${x}”里不允许外部地址、链接、图片和标签（“<b”）",
                        "《报修》“经理复核”的表单“打分”：只读或者禁用的问题没有人能答，要给人看的请写成文字")
                .noneSatisfy(fault -> assertThat(fault).contains(".form"));
    }

    @Test
    void aWordingThatDoesNotExistIsSaid() {
        int last = drawing().lastIndexOf("rework.to-handler");
        models.put(
                REPAIR,
                (drawing().substring(0, last) + "no-such" + drawing().substring(last + "rework".length()))
                        .getBytes(UTF_8));
        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault).contains("选的通知文字没有了，请另选一份（图里写的是 no-such.to-handler）"));
    }

    /** A question that steers comes after the step that asks it, on every way. */
    @Test
    void anAnswerIsAskedBeforeItSteers() {
        change(
                "sourceRef=\"gateway_doneByOthers\" targetRef=\"gateway_toAcceptance\"",
                "sourceRef=\"gateway_doneByOthers\" targetRef=\"gateway_reviewed\"");
        assertThat(faults()).anySatisfy(fault -> assertThat(fault).contains("“复核结论”可能还没有人回答"));
    }

    @Test
    void whatIsNoBlockStaysAsItIs() {
        Models.bytes()
                .forEach((file, bytes) ->
                        assertThat(RULES.corrected(file, bytes)).as(file).isSameAs(bytes));
    }
}
