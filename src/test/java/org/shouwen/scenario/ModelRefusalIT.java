package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.problem.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A model that does not fit is refused when it is deployed, by file and element, not when somebody runs into it. */
@Tag("scenario")
class ModelRefusalIT extends GuardedDesk {

    @Autowired
    private RepositoryService models;

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private DeploymentBuilder repair(String diagram) {
        DeploymentBuilder deployment =
                models.createDeployment().name("经理的报修").source("manager").addString("repair.bpmn", diagram);
        for (String form : new String[] {"register-repair", "inspect-on-site", "report-work", "accept-work"}) {
            deployment.addString(form + ".form", read("forms/" + form + ".form"));
        }
        return deployment;
    }

    private void assertRefused(DeploymentBuilder deployment, String... parts) {
        Map<String, Object> before = world();
        Throwable failure = catchThrowable(deployment::deploy);
        assertThat(failure).as("deployed").isNotNull();
        assertThat(Refusal.in(failure)).isPresent().hasValueSatisfying(refusal -> assertThat(refusal.getMessage())
                .startsWith("模型不能部署：")
                .contains(parts));
        assertThat(world()).isEqualTo(before);
        assertThat(canary.heard()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "camunda:formRef=\"reportWork\" | camunda:formRef=\"noSuchForm\" | userTask_reportWork | 没有名为 noSuchForm 的表单",
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\" | | userTask_reportWork | 没有表单",
                "formRef=\"reportWork\" camunda:formRefBinding=\"deployment\" | formRef=\"reportWork\" camunda:formRefBinding=\"latest\" | userTask_reportWork | deployment 绑定",
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\" | camunda:formKey=\"embedded:app:x.html\" | userTask_reportWork | camunda:formKey",
                "${notifyResidentDelegate} | ${noSuchDelegate} | sendTask_notifyResidentOfClosing | 没有名为 noSuchDelegate 的构件",
                "${notifyResidentDelegate} | ${dataSource} | sendTask_notifyResidentOfClosing | 只能用",
                "${notifyResidentDelegate} | ${canary.sing()} | sendTask_notifyResidentOfClosing | 只能用",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:class=\"java.lang.Runtime\" | sendTask_notifyResidentOfClosing | camunda:class",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:expression=\"${canary.sing()}\" | sendTask_notifyResidentOfClosing | camunda:expression",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:type=\"external\" camunda:topic=\"x\" | sendTask_notifyResidentOfClosing | camunda:type",
                "delegateExpression=\"${reportWorkListener}\" | delegateExpression=\"${noSuchListener}\" | userTask_reportWork | 没有名为 noSuchListener 的构件",
                "delegateExpression=\"${reportWorkListener}\" | class=\"java.lang.Object\" | userTask_reportWork | class",
                "delegateExpression=\"${reportWorkListener}\" | expression=\"${canary.sing()}\" | userTask_reportWork | expression",
                "${!workAccepted} | ${!noSuchVariable} | flow_workNotAccepted | 条件只能用已声明的变量",
                "${!workAccepted} | ${canary.sing() > 0} | flow_workNotAccepted | 条件只能用已声明的变量",
                "${!workAccepted} | ${''.getClass().forName('java.lang.Runtime')} | flow_workNotAccepted | 条件只能用已声明的变量",
                "closed-resident | ${canary.sing()} | sendTask_notifyResidentOfClosing | 参数只能是文字或已声明的变量",
                "${people.handler(execution)} | ${canary.sing()} | userTask_reportWork | camunda:assignee",
                "${deadlines.resolveBy(execution)} | ${canary.sing()} | userTask_reportWork | camunda:dueDate",
                "name=\"repair.urged\" | name=\"${canary.sing()}\" | message_repairUrged | name 不能是表达式",
                "calledElement=\"oneTimeNotice\" | calledElement=\"${canary.sing()}\" | callActivity_oneTimeNotice | calledElement 不能是表达式",
                "source=\"urgent\" | sourceExpression=\"${canary.sing()}\" | callActivity_firstResponsibility | 不能是表达式",
            })
    void aDiagramThatDoesNotFitIsRefused(String found, String replacement, String element, String why) {
        String diagram = read("bpmn/repair.bpmn");
        assertThat(diagram).contains(found);
        String spoilt = diagram.replace(found, replacement == null ? "" : replacement);
        assertRefused(repair(spoilt), "repair.bpmn", element, why);
    }

    @Test
    void aMissingDecisionIsNamed() {
        String diagram = read("bpmn/repair.bpmn")
                .replaceFirst(
                        "<bpmn:sendTask id=\"sendTask_notifyResidentOfClosing\"([^>]*) camunda:delegateExpression=\"[^\"]*\"",
                        "<bpmn:sendTask id=\"sendTask_notifyResidentOfClosing\"$1 camunda:decisionRef=\"noSuchTable\"");
        assertThat(diagram).contains("noSuchTable");
        assertRefused(repair(diagram), "repair.bpmn", "sendTask_notifyResidentOfClosing", "没有名为 noSuchTable 的决策表");
    }

    @Test
    void timersScriptsAndStrangeFilesAreRefused() {
        String diagram = read("bpmn/repair.bpmn");
        String artifacts = "<bpmn:textAnnotation ";
        assertRefused(
                repair(diagram.replace(
                        artifacts,
                        "<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"
                                + artifacts)),
                "repair.bpmn",
                "scriptTask_x");
        for (String timer : new String[] {"PT1S", "R/PT0S", "${canary.sing()}", "notaduration"}) {
            assertRefused(
                    repair(diagram.replace(artifacts, """
                                    <bpmn:intermediateCatchEvent id="catchEvent_x"><bpmn:timerEventDefinition>
                                    <bpmn:timeDuration>%s</bpmn:timeDuration>
                                    </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(timer) + artifacts)),
                    "repair.bpmn",
                    "catchEvent_x",
                    "计时器只能用");
        }
        assertRefused(repair("<x/>"), "repair.bpmn", "不是有效的 BPMN");
        assertRefused(
                repair("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>"
                        + diagram.substring(diagram.indexOf("<bpmn:definitions"))),
                "repair.bpmn");
        assertRefused(repair(diagram).addString("x.groovy", "1"), "x.groovy", "只接受");
        assertRefused(repair(diagram).addString("x.cmmn", "<x/>"), "x.cmmn", "只接受");
        assertRefused(
                repair(diagram)
                        .addString(
                                "x.form",
                                "{\"id\": \"x\", \"components\": [{\"type\": \"html\", \"content\": \"x\"}]}"),
                "x.form",
                "html");
        assertRefused(
                repair(diagram)
                        .addString(
                                "x.form",
                                "{\"id\": \"x\", \"components\": [{\"type\": \"textfield\", \"key\": \"accepted\"}]}"),
                "x.form",
                "accepted",
                "input_");
        assertRefused(repair(diagram).addString("x.form", "{"), "x.form", "不是有效的 JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<text>\"MINUTE\"</text> | <text>${canary.sing()}</text> | 单元格只能是",
                "<text>\"MINUTE\"</text> | <text>java.lang.Runtime</text> | 单元格只能是",
                "<text>\"LIFT_TRAPPED\"</text> | <text>canary.sing() > 0</text> | 单元格只能是",
                "<text>priority</text> | <text>canary.sing()</text> | 输入只能是一个名字",
                "typeRef=\"string\"> | typeRef=\"string\" expressionLanguage=\"groovy\"> | expressionLanguage",
            })
    void aTableThatDoesNotFitIsRefused(String found, String replacement, String why) {
        String table = read("bpmn/time-limits.dmn");
        assertThat(table).contains(found);
        assertRefused(
                models.createDeployment()
                        .source("manager")
                        .addString("time-limits.dmn", table.replace(found, replacement)),
                "time-limits.dmn",
                why);
    }
}
