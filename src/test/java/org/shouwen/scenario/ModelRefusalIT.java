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

/** A model that does not fit is refused when it is deployed, by its name and the element's, not when somebody runs into it. */
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
                "camunda:formRef=\"reportWork\" | camunda:formRef=\"noSuchForm\" | “报告维修结果” | 没有名为 noSuchForm 的表单",
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\" | | “报告维修结果” | 没有表单",
                "camunda:formRef=\"reportWork\" camunda:formRefBinding=\"deployment\" | camunda:formKey=\"embedded:app:x.html\" | “报告维修结果” | camunda:formKey",
                "${notifyResidentDelegate} | ${noSuchDelegate} | “告知业主办结” | 没有名为 noSuchDelegate 的构件",
                "${notifyResidentDelegate} | ${dataSource} | “告知业主办结” | 只能用",
                "${notifyResidentDelegate} | ${canary.sing()} | “告知业主办结” | 只能用",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:class=\"java.lang.Runtime\" | “告知业主办结” | camunda:class",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:expression=\"${canary.sing()}\" | “告知业主办结” | camunda:expression",
                "camunda:delegateExpression=\"${notifyResidentDelegate}\" | camunda:type=\"external\" camunda:topic=\"x\" | “告知业主办结” | camunda:type",
                "delegateExpression=\"${reportWorkListener}\" | delegateExpression=\"${noSuchListener}\" | “报告维修结果” | 没有名为 noSuchListener 的构件",
                "delegateExpression=\"${reportWorkListener}\" | class=\"java.lang.Object\" | “报告维修结果” | class",
                "delegateExpression=\"${reportWorkListener}\" | expression=\"${canary.sing()}\" | “报告维修结果” | expression",
                "${!workAccepted} | ${!noSuchVariable} | “否” | 条件只能用已声明的变量",
                "${!workAccepted} | ${canary.sing() > 0} | “否” | 条件只能用已声明的变量",
                "${!workAccepted} | ${''.getClass().forName('java.lang.Runtime')} | “否” | 条件只能用已声明的变量",
                "closed.to-resident | ${canary.sing()} | “告知业主办结” | 参数只能是文字或已声明的变量",
                "${people.handler(execution)} | ${canary.sing()} | “报告维修结果” | camunda:assignee",
                "${deadlines.resolveBy(execution)} | ${canary.sing()} | “报告维修结果” | camunda:dueDate",
                "name=\"repair.urged\" | name=\"${canary.sing()}\" | 《报修》 | 名称不能是表达式",
                "calledElement=\"oneTimeNotice\" | calledElement=\"${canary.sing()}\" | “一次性告知” | calledElement 不能是表达式",
                "source=\"urgent\" | sourceExpression=\"${canary.sing()}\" | “首问负责” | 不能是表达式",
            })
    void aDiagramThatDoesNotFitIsRefused(String found, String replacement, String element, String why) {
        String diagram = read("bpmn/repair.bpmn");
        assertThat(diagram).contains(found);
        String spoilt = diagram.replace(found, replacement == null ? "" : replacement);
        assertRefused(repair(spoilt), "《报修》", element, why);
    }

    @Test
    void aMissingDecisionIsNamed() {
        String diagram = read("bpmn/repair.bpmn")
                .replaceFirst(
                        "<bpmn:sendTask id=\"sendTask_notifyResidentOfClosing\"([^>]*) camunda:delegateExpression=\"[^\"]*\"",
                        "<bpmn:sendTask id=\"sendTask_notifyResidentOfClosing\"$1 camunda:decisionRef=\"noSuchTable\"");
        assertThat(diagram).contains("noSuchTable");
        assertRefused(repair(diagram), "《报修》", "“告知业主办结”", "没有名为 noSuchTable 的决策表");
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
                "《报修》",
                "scriptTask");
        for (String timer : new String[] {"PT1S", "R/PT0S", "${canary.sing()}", "notaduration"}) {
            assertRefused(repair(diagram.replace(artifacts, """
                                    <bpmn:intermediateCatchEvent id="catchEvent_x"><bpmn:timerEventDefinition>
                                    <bpmn:timeDuration>%s</bpmn:timeDuration>
                                    </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>""".formatted(timer) + artifacts)), "《报修》", "不能自己写时间");
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
                "《办结时限》",
                why);
    }
}
