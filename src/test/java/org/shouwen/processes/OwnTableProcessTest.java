package org.shouwen.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Models;
import org.shouwen.testing.OwnStep;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.workflow.UserTasks;

/** 报修 with the blocks 查表, 分支 and 督办: after the work the priority is asked again, and an ordinary matter is told up. */
@Tag("database")
class OwnTableProcessTest extends ProcessDesk {

    private static final String BLOCKS = """
          <bpmn:businessRuleTask id="businessRuleTask_ownAsk" name="查优先级" camunda:modelerTemplate="org.shouwen.table">
            <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="table">repairPriority</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>
          </bpmn:businessRuleTask>
          <bpmn:exclusiveGateway id="gateway_ownAsked" name="一般报修吗?" default="flow_ownOther" />
          <bpmn:serviceTask id="serviceTask_ownTell" name="上报督办" camunda:modelerTemplate="org.shouwen.supervision" camunda:delegateExpression="${startSupervisionDelegate}" camunda:asyncBefore="true">
            <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="cause">OWN_STEP</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>
          </bpmn:serviceTask>
          <bpmn:exclusiveGateway id="gateway_ownOn" />
          <bpmn:sequenceFlow id="flow_ownAsk" sourceRef="businessRuleTask_ownAsk" targetRef="gateway_ownAsked" />
          <bpmn:sequenceFlow id="flow_ownOther" name="否" sourceRef="gateway_ownAsked" targetRef="gateway_ownOn" />
          <bpmn:sequenceFlow id="flow_ownTell" name="是" sourceRef="gateway_ownAsked" targetRef="serviceTask_ownTell">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${repairPriority_priority == '%s'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
          <bpmn:sequenceFlow id="flow_ownTold" sourceRef="serviceTask_ownTell" targetRef="gateway_ownOn" />
          <bpmn:sequenceFlow id="flow_ownOn" sourceRef="gateway_ownOn" targetRef="callActivity_acceptance" />
    """;

    private final UserTasks steps = bean(UserTasks.class);

    private static String drawn(String told) {
        String repair = new String(Models.bytes().get("repair.bpmn"), UTF_8);
        return repair.replace(
                        "sourceRef=\"gateway_toAcceptance\" targetRef=\"callActivity_acceptance\"",
                        "sourceRef=\"gateway_toAcceptance\" targetRef=\"businessRuleTask_ownAsk\"")
                .replace(
                        "<bpmn:incoming>flow_toAcceptance</bpmn:incoming>", "<bpmn:incoming>flow_ownOn</bpmn:incoming>")
                .replace(
                        "    <bpmn:subProcess id=\"subProcess_finishWatch\"",
                        BLOCKS.formatted(told) + "    <bpmn:subProcess id=\"subProcess_finishWatch\"");
    }

    private void begins(String told) {
        Map<String, String> models = new TreeMap<>();
        models.put("repair.bpmn", drawn(told));
        deployed("manager", models);
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
        runJobs();
    }

    private void deployed(String source, Map<String, String> models) {
        Models.bytes().forEach((file, bytes) -> {
            if (OwnStep.models().containsKey(file)) {
                models.putIfAbsent(file, new String(bytes, UTF_8));
            }
        });
        deployed(() -> {
            DeploymentBuilder deployment = bean(RepositoryService.class)
                    .createDeployment()
                    .name("shouwen:repair.bpmn")
                    .source(source);
            models.forEach(deployment::addString);
            deployment.deploy();
        });
    }

    @BeforeEach
    @AfterEach
    void theShippedVersionIsInForce() {
        deployed("shouwen", new TreeMap<>());
    }

    private List<Escalation> toldUp() {
        return bean(Escalations.class).ofTicket(number()).stream()
                .filter(escalation -> escalation.cause() == Escalation.Cause.OWN_STEP)
                .toList();
    }

    @Test
    void whatATableSaysIsToldAndSteersTheFlowToWhatTellsItUp() {
        begins("P2");
        assertThat(lines()).anyMatch(line -> line.startsWith("查《报修优先级》：") && line.contains("优先级："));
        assertThat(toldUp()).singleElement().satisfies(level -> assertThat(level.asked())
                .extracting(Escalation.Asked::person)
                .containsExactly("lead"));
        assertThat(steps.of(number())).extracting(UserTasks.OpenTask::step).contains("acceptWork");
    }

    @Test
    void whatItDoesNotSayGoesOnAsUsual() {
        begins("P0");
        assertThat(lines()).anyMatch(line -> line.startsWith("查《报修优先级》："));
        assertThat(toldUp()).isEmpty();
        assertThat(steps.of(number())).extracting(UserTasks.OpenTask::step).containsExactly("acceptWork");
    }
}
