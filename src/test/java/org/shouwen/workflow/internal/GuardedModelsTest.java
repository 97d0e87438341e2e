package org.shouwen.workflow.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Models;

/** What the gate of all deployments lets through, and what it refuses in which words. */
class GuardedModelsTest {

    private static final String PAYLOAD = "${''.getClass().forName('java.lang.Runtime')}";
    private static final String REPAIR = "repair.bpmn";
    private static final String SURVEY = "on-site-survey.bpmn";
    private static final String ACCEPTANCE = "acceptance.bpmn";
    private static final String NOTICE = "one-time-notice.bpmn";
    private static final String RESPONSIBILITY = "first-responsibility.bpmn";

    /** The rule task that the faults are planted on. */
    private static final String LIST_TASK =
            "<bpmn:businessRuleTask id=\"businessRuleTask_listRequirements\" name=\"列齐告知事项\""
                    + " camunda:delegateExpression=\"${listRequirementsDelegate}\">\n      <bpmn:documentation>"
                    + "报修按表列齐：报修一次性告知事项 repairRequirements。装修按表列齐：装修应交材料 renovationDocuments，装修行为是否允许 renovationAct。"
                    + "</bpmn:documentation>";

    private static final ModelRules RULES = new ModelRules(new BareProgram());

    private final Map<String, byte[]> models = new TreeMap<>(Models.bytes());

    private List<Finding> faults() {
        return RULES.judgeDeployed(models, decision -> false).faults();
    }

    private void plant(String file, String instead, String fault) {
        String text = new String(models.get(file), UTF_8);
        assertThat(text).as("what is replaced in " + file).contains(instead);
        models.put(file, text.replace(instead, fault).getBytes(UTF_8));
    }

    /** The sentence about this element of this file is there. */
    private void isRefused(String file, String element, String words) {
        assertThat(faults()).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.element()).contains(element);
            assertThat(fault.words()).contains(words);
        });
    }

    @Test
    void shippedModelsHaveNoFault() {
        Judgement judgement = RULES.judge(models, decision -> false);
        assertThat(judgement.sentences()).isEmpty();
        assertThat(judgement.warnings()).isEmpty();
    }

    /** No editor's habit is in them, so what is deployed is what lies in the repository. */
    @Test
    void shippedModelsAreCorrectedInNothing() {
        models.forEach((file, bytes) ->
                assertThat(RULES.corrected(file, bytes)).as(file).isSameAs(bytes));
    }

    // ---- who works

    @Test
    void scriptTask() {
        plant(NOTICE, LIST_TASK, "<bpmn:scriptTask id=\"businessRuleTask_listRequirements\" scriptFormat=\"groovy\">");
        plant(
                NOTICE,
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing>\n    </bpmn:businessRuleTask>",
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing><bpmn:script>1</bpmn:script></bpmn:scriptTask>");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 scriptTask");
    }

    @Test
    void javaClass() {
        delegate("camunda:class=\"org.example.Delegate\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 camunda:class");
    }

    /** The engine reads {@code activiti:class} where there is no {@code camunda:class}. */
    @Test
    void javaClassUnderTheOtherNamespace() {
        delegate("camunda:delegateExpression=\"${listRequirementsDelegate}\""
                + " xmlns:a=\"http://activiti.org/bpmn\" a:class=\"org.example.Delegate\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用命名空间 http://activiti.org/bpmn");
    }

    @Test
    void expression() {
        delegate("camunda:expression=\"${listRequirementsDelegate.execute(execution)}\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 camunda:expression");
    }

    @Test
    void externalWorker() {
        delegate("camunda:type=\"external\" camunda:topic=\"work\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 camunda:topic");
    }

    @Test
    void nothing() {
        delegate("");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "只能用 ${…Delegate}");
    }

    @Test
    void unknownBean() {
        delegate("camunda:delegateExpression=\"${forgottenDelegate}\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "没有名为 forgottenDelegate 的构件");
    }

    /** A bean that exists, but is no delegate and no listener. */
    @ParameterizedTest
    @ValueSource(strings = {"${dataSource}", "${repairDesk}", "${repairGateway}", "${people}", "${roleGrants}"})
    void beanThatIsNoDelegate(String bean) {
        delegate("camunda:delegateExpression=\"" + bean + "\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "只能用 ${…Delegate}");
    }

    @Test
    void beanWithACall() {
        delegate("camunda:delegateExpression=\"${listRequirementsDelegate.get()}\"");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "只能用 ${…Delegate}");
    }

    private void delegate(String attributes) {
        plant(NOTICE, "camunda:delegateExpression=\"${listRequirementsDelegate}\"", attributes);
    }

    @Test
    void connector() {
        plant(
                NOTICE,
                LIST_TASK,
                LIST_TASK + "<bpmn:extensionElements><camunda:connector>"
                        + "<camunda:connectorId>http-connector</camunda:connectorId>"
                        + "</camunda:connector></bpmn:extensionElements>");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 connector");
    }

    @Test
    void injectedField() {
        plant(
                NOTICE,
                LIST_TASK,
                LIST_TASK + "<bpmn:extensionElements>"
                        + "<camunda:field name=\"message\" stringValue=\"hello\"/></bpmn:extensionElements>");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用 field");
    }

    @Test
    void listenerWithAScript() {
        plant(
                REPAIR,
                "<camunda:executionListener event=\"start\" delegateExpression=\"${repairStartListener}\" />",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1"
                        + "</camunda:script></camunda:executionListener>");
        isRefused(REPAIR, "startEvent_registered", "不允许使用 script");
    }

    @Test
    void listenerWithAnExpression() {
        plant(
                REPAIR,
                "<camunda:executionListener event=\"start\" delegateExpression=\"${repairStartListener}\" />",
                "<camunda:executionListener event=\"start\" expression=\"" + PAYLOAD + "\"/>");
        isRefused(REPAIR, "startEvent_registered", "不允许使用 camunda:expression");
    }

    @Test
    void messageThatIsThrown() {
        plant(
                REPAIR,
                "<bpmn:incoming>flow_closingNotified</bpmn:incoming>",
                "<bpmn:incoming>flow_closingNotified</bpmn:incoming>"
                        + "<bpmn:messageEventDefinition messageRef=\"message_repairUrged\""
                        + " camunda:delegateExpression=\"" + PAYLOAD + "\"/>");
        isRefused(REPAIR, "endEvent_closed", "只能用 ${…Delegate}");
    }

    // ---- expressions

    @ParameterizedTest
    @ValueSource(
            strings = {PAYLOAD, "#{''.getClass()}", "${execution.processEngineServices}", "${true}", "a ${urgent}"})
    void payloadInACondition(String payload) {
        plant(RESPONSIBILITY, ">${urgent}<", ">" + payload + "<");
        isRefused(RESPONSIBILITY, "flow_urgent", "条件只能用已声明的变量");
    }

    @Test
    void conditionInAScriptLanguage() {
        plant(
                RESPONSIBILITY,
                "xsi:type=\"bpmn:tFormalExpression\">${urgent}<",
                "xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\">${urgent}<");
        isRefused(RESPONSIBILITY, "flow_urgent", "条件只能用已声明的变量");
    }

    @Test
    void undeclaredVariable() {
        plant(RESPONSIBILITY, ">${urgent}<", ">${unheard}<");
        isRefused(RESPONSIBILITY, "flow_urgent", "${unheard}");
    }

    @Test
    void payloadInADueDate() {
        plant(SURVEY, "camunda:dueDate=\"${deadlines.arriveBy(execution)}\"", "camunda:dueDate=\"" + PAYLOAD + "\"");
        isRefused(SURVEY, "userTask_inspectOnSite", "camunda:dueDate 只能用");
    }

    @Test
    void payloadInCandidateGroups() {
        plant(
                RESPONSIBILITY,
                "camunda:candidateGroups=\"${people.leads(execution)}\"",
                "camunda:candidateGroups=\"" + PAYLOAD + "\"");
        isRefused(RESPONSIBILITY, "userTask_decide", "camunda:candidateGroups 只能用");
    }

    @Test
    void assigneeByAnotherBean() {
        plant(
                ACCEPTANCE,
                "camunda:assignee=\"${people.firstResponder(execution)}\"",
                "camunda:assignee=\"${repairDesk.code()}\"");
        isRefused(ACCEPTANCE, "userTask_acceptWork", "camunda:assignee 只能用");
    }

    @Test
    void payloadInAnInputParameter() {
        plant(REPAIR, ">closed.to-resident<", ">" + PAYLOAD + "<");
        isRefused(REPAIR, "sendTask_notifyResidentOfClosing", "参数只能是文字或已声明的变量");
    }

    @Test
    void payloadInAName() {
        plant(ACCEPTANCE, "name=\"验收维修\"", "name=\"" + PAYLOAD + "\"");
        isRefused(ACCEPTANCE, "userTask_acceptWork", "名称不能是表达式");
    }

    @Test
    void payloadInADocumentation() {
        plant(ACCEPTANCE, "<bpmn:documentation>由首问责任人办理：", "<bpmn:documentation>" + PAYLOAD);
        isRefused(ACCEPTANCE, "userTask_acceptWork", "不允许使用表达式");
    }

    /** What has no name of its own is named as the step that it belongs to, or by what it says. */
    @Test
    void payloadInWhatIsWrittenAroundAStep() {
        plant(ACCEPTANCE, "<bpmn:documentation>由首问责任人办理：", "<bpmn:documentation id=\"documentation_1\">" + PAYLOAD);
        plant(
                ACCEPTANCE,
                "</bpmn:process>",
                "<bpmn:textAnnotation id=\"textAnnotation_1\"><bpmn:text>请看 " + PAYLOAD
                        + "</bpmn:text></bpmn:textAnnotation></bpmn:process>");
        assertThat(faults())
                .extracting(Finding::place)
                .contains("《验收》“验收维修”")
                .anySatisfy(place -> assertThat(place).startsWith("《验收》批注“请看"))
                .allSatisfy(place -> assertThat(place).isNotEqualTo("《验收》").doesNotContain("_"));
    }

    @Test
    void payloadInACalledElement() {
        plant(REPAIR, "calledElement=\"oneTimeNotice\"", "calledElement=\"" + PAYLOAD + "\"");
        isRefused(REPAIR, "callActivity_oneTimeNotice", "calledElement 不能是表达式");
    }

    @Test
    void payloadInABusinessKey() {
        plant(
                REPAIR,
                "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />\n"
                        + "      </bpmn:extensionElements>\n      <bpmn:incoming>flow_registered",
                "<camunda:in businessKey=\"" + PAYLOAD + "\" />\n"
                        + "      </bpmn:extensionElements>\n      <bpmn:incoming>flow_registered");
        isRefused(REPAIR, "callActivity_oneTimeNotice", "businessKey 不能是表达式");
    }

    @Test
    void payloadInAMapping() {
        plant(REPAIR, "<camunda:in source=\"urgent\"", "<camunda:in sourceExpression=\"" + PAYLOAD + "\"");
        isRefused(REPAIR, "callActivity_firstResponsibility", "sourceExpression 不能是表达式");
    }

    @Test
    void payloadInACalledTenant() {
        plant(
                REPAIR,
                "calledElement=\"oneTimeNotice\"",
                "calledElement=\"oneTimeNotice\" camunda:calledElementTenantId=\"" + PAYLOAD + "\"");
        isRefused(REPAIR, "callActivity_oneTimeNotice", "calledElementTenantId 不能是表达式");
    }

    @Test
    void payloadInACollection() {
        loop("<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + PAYLOAD + "\"/>");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "collection 不能是表达式");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYLOAD", "PAYLOAD<bpmn:documentation/>", "<![CDATA[PAYLOAD]]>"})
    void payloadInACardinality(String text) {
        loop("<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + text.replace("PAYLOAD", PAYLOAD)
                + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "不允许使用表达式");
    }

    @Test
    void payloadWithACommentInside() {
        plant(ACCEPTANCE, "<bpmn:documentation>由首问责任人办理：", "<bpmn:documentation>$<!-- -->{''.getClass()}");
        isRefused(ACCEPTANCE, "userTask_acceptWork", "不允许使用表达式");
    }

    private void loop(String characteristics) {
        plant(
                NOTICE,
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing>",
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing>" + characteristics);
    }

    @Test
    void payloadInAMessageName() {
        plant(REPAIR, "name=\"repair.urged\"", "name=\"" + PAYLOAD + "\"");
        isRefused(REPAIR, "message_repairUrged", "不能是表达式");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:signal id=\"planted\" name=\"PAYLOAD\"/>",
                "<bpmn:error id=\"planted\" errorCode=\"PAYLOAD\"/>",
                "<bpmn:error id=\"planted\" errorCode=\"x\" camunda:errorMessage=\"PAYLOAD\"/>",
                "<bpmn:escalation id=\"planted\" escalationCode=\"PAYLOAD\"/>"
            })
    void payloadBesideTheProcess(String element) {
        plant(
                REPAIR,
                "<bpmn:message id=\"message_repairUrged\"",
                element.replace("PAYLOAD", PAYLOAD) + "<bpmn:message id=\"message_repairUrged\"");
        isRefused(REPAIR, "planted", "不能是表达式");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeDuration>PT1H<", "timeDate>" + PAYLOAD + "<", "timeCycle>R3/PT10M<"})
    void timerThatAsksNoDeadline(String time) {
        String kind = time.substring(0, time.indexOf('>'));
        plant(REPAIR, "<bpmn:message id=\"message_repairUrged\"", "<bpmn:message id=\"message_repairUrged\"");
        plant(
                REPAIR,
                "<bpmn:messageEventDefinition messageRef=\"message_repairUrged\" />",
                "<bpmn:timerEventDefinition><bpmn:" + time + "/bpmn:" + kind + "></bpmn:timerEventDefinition>");
        isRefused(REPAIR, "startEvent_urged", "不能自己写时间");
    }

    // ---- forms and decisions

    @Test
    void formThatIsMissing() {
        models.remove("report-work.form");
        isRefused(REPAIR, "userTask_reportWork", "没有名为 reportWork 的表单");
    }

    @Test
    void formByKey() {
        plant(
                REPAIR,
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\"",
                "camunda:formKey=\"embedded:app:forms/report.html\"");
        isRefused(REPAIR, "userTask_reportWork", "不允许使用 camunda:formKey");
    }

    /** An editor's default: it is bound to the form that comes with it, without a word. */
    @Test
    void formOfAnyVersion() {
        byte[] shipped = models.get(REPAIR);
        plant(
                REPAIR,
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\"",
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"latest\"");
        assertThat(new String(RULES.corrected(REPAIR, models.get(REPAIR)), UTF_8))
                .contains("formRefBinding=\"deployment\"")
                .doesNotContain("\"latest\" camunda:formRef");
        assertThat(RULES.corrected(REPAIR, shipped)).isSameAs(shipped);
    }

    @Test
    void decisionThatIsMissing() {
        decisionTask("decideNothing");
        isRefused(NOTICE, "businessRuleTask_listRequirements", "没有名为 decideNothing 的决策表");
    }

    @Test
    void decisionThatExists() {
        decisionTask("responsibility");
        assertThat(tableFaults(decision -> false)).isEmpty();
        models.remove("responsibility.dmn");
        assertThat(tableFaults(decision -> false)).hasSize(1);
        assertThat(tableFaults("responsibility"::equals)).isEmpty();
    }

    private List<String> tableFaults(Predicate<String> decisionExists) {
        return RULES.judge(models, decisionExists).faults().stream()
                .map(Finding::words)
                .filter(words -> words.contains("决策表"))
                .toList();
    }

    private void decisionTask(String decision) {
        plant(
                NOTICE,
                LIST_TASK,
                "<bpmn:businessRuleTask id=\"businessRuleTask_listRequirements\" camunda:decisionRef=\"" + decision
                        + "\">");
        plant(
                NOTICE,
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing>\n    </bpmn:businessRuleTask>",
                "<bpmn:outgoing>flow_requirementsListed</bpmn:outgoing></bpmn:businessRuleTask>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${1}", "today()", "1 + 1", "if true then 1 else 2", "\"a\" + \"b\"", "&lt; age"})
    void cellWithAnExpression(String cell) {
        plant("responsibility.dmn", "<text>&lt; 5</text>", "<text>" + cell + "</text>");
        assertThat(faults()).anySatisfy(fault -> assertThat(fault.sentence()).matches("《维修责任》第 \\d+ 行 交房满几年：单元格只能是.*"));
    }

    @Test
    void inputWithAnExpression() {
        plant("responsibility.dmn", "<text>age</text>", "<text>age + 1</text>");
        isRefused("responsibility.dmn", "inputExpression_age", "输入只能是一个名字");
    }

    @Test
    void tableInAnotherLanguage() {
        plant(
                "responsibility.dmn",
                "<inputExpression id=\"inputExpression_age\"",
                "<inputExpression expressionLanguage=\"juel\" id=\"inputExpression_age\"");
        isRefused("responsibility.dmn", "inputExpression_age", "不允许指定 expressionLanguage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "iframe", "filepicker", "image", "button", "expression"})
    void formWithAPartThatIsNotAllowed(String type) {
        plant("accept.form", "\"type\": \"textarea\"", "\"type\": \"" + type + "\"");
        isRefused("accept.form", "", "不允许使用 " + type);
    }

    @Test
    void formThatWritesARoutingFact() {
        plant("accept.form", "\"key\": \"input_reason\"", "\"key\": \"returnedTwice\"");
        isRefused("accept.form", "", "字段 returnedTwice 须以 input_ 开头");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[看](https://evil.example)",
                "![](//evil.example/x.png)",
                "http://evil.example",
                "<a href='https:&#47;&#47;evil.example'>看</a>",
                "<img src='x'>",
                "https:&#x2f;&#x2f;evil.example",
                "[写信](mailto:a@evil.example)",
                "[看][a]",
                "[a]: mailto:a@evil.example",
                "https:\\\\\\\\evil.example"
            })
    void formWithAnExternalAddress(String text) {
        plant("accept.form", "{{show_facts}}", text);
        isRefused("accept.form", "", "不允许外部地址");
    }

    @Test
    void formWithAnExpressionForAText() {
        plant("accept.form", "{{show_facts}}", "='看' + show_facts");
        isRefused("accept.form", "", "不能是表达式");
    }

    @Test
    void formThatIsNoForm() {
        models.put("accept.form", "{".getBytes(UTF_8));
        assertThat(faults())
                .anySatisfy(fault -> assertThat(fault.sentence()).startsWith("《首问负责》“确认接单”的表单：不是有效的 JSON：读到第 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"steal.groovy", "page.html", "case.cmmn", "repair.bpmn20.xml"})
    void anythingElse(String file) {
        models.put(file, "1".getBytes(UTF_8));
        isRefused(file, "", "只接受 .bpmn、.dmn、.form 文件");
    }

    @Test
    void diagramThatIsNoDiagram() {
        models.put(REPAIR, "<nothing/>".getBytes(UTF_8));
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.sentence())
                .startsWith("repair.bpmn：不是有效的 BPMN"));
    }

    /** The parser's own English is for nobody here. */
    @Test
    void aDiagramThatCannotBeReadIsSaidToBeSo() {
        String whole = new String(models.get(REPAIR), UTF_8);
        Map<String, String> said = Map.of(
                whole.substring(0, whole.length() / 2),
                "行读不下去，可能不完整或者改坏了",
                whole.replaceFirst("<bpmn:process id=\"repair\"", "<bpmn:process id=\"a b\""),
                "的“a b”不合格式",
                whole.replaceFirst("<bpmn:process", "<bpmn:nothing/><bpmn:process"),
                "nothing”不合格式",
                "",
                "读不下去，可能不完整或者改坏了");
        said.forEach((text, words) -> {
            models.put(REPAIR, text.getBytes(UTF_8));
            assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.sentence())
                    .startsWith("repair.bpmn：不是有效的 BPMN，请用 Camunda Modeler 打开改正：")
                    .endsWith(words));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "zeebe, http://camunda.org/schema/zeebe/1.0, Camunda 8（Zeebe）",
        "flowable, http://flowable.org/bpmn, Flowable"
    })
    void aDiagramForAnotherEngineIsSaidToBeOne(String prefix, String space, String engine) {
        String whole = new String(models.get(REPAIR), UTF_8);
        models.put(
                REPAIR,
                whole.replaceFirst("<bpmn:definitions", "<bpmn:definitions xmlns:" + prefix + "=\"" + space + "\"")
                        .getBytes(UTF_8));
        assertThat(faults()).singleElement().satisfies(fault -> assertThat(fault.sentence())
                .startsWith("repair.bpmn：这是 " + engine + " 的文件")
                .contains("下载现行的流程图"));
    }
}
