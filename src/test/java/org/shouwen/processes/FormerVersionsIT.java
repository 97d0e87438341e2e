package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.complaint.Grade;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.Models;
import org.shouwen.testing.Unjudged;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.workflow.ModelDrift;
import org.shouwen.workflow.RunningFlows;
import org.shouwen.workflow.RunningFlows.Move;
import org.shouwen.workflow.RunningFlows.Outcome;
import org.springframework.context.Lifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases that began on the former versions of the diagrams finish on them, whatever the product deploys meanwhile: what they
 * name is still there, and the flows they call from then on are the present ones. The former versions are those of the
 * release before, without their drawings; their forms are today's.
 */
@Tag("database")
class FormerVersionsIT extends Applications {

    private static final Pattern FORM_REF = Pattern.compile("camunda:formRef=\"(\\w+)\"");
    private static final Path FORMER = Path.of("src", "test", "resources", "former");

    private final RepositoryService repository = bean(RepositoryService.class);

    @BeforeEach
    void theFormerVersionsAreInForce() {
        deployed(this::deployFormer);
        forgetOthers();
    }

    /** As at every start of the product. */
    @AfterEach
    void thePresentVersionsAreDeployed() {
        deployed(((Lifecycle) bean(ModelDrift.class))::start);
    }

    /** As the product that carried them did, whose guard knew fewer rules. */
    private void deployFormer() {
        try (Stream<Path> files = Files.list(FORMER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                String diagram = Files.readString(file);
                DeploymentBuilder former = repository
                        .createDeployment()
                        .name("shouwen:" + name)
                        .source("shouwen")
                        .addString(name, diagram);
                for (String form : FORM_REF.matcher(diagram)
                        .results()
                        .map(ref -> Models.kebab(ref.group(1)) + ".form")
                        .collect(Collectors.toSet())) {
                    former.addString(form, Files.readString(Models.FORMS.resolve(form)));
                }
                Unjudged.deployed(bean(ProcessEngine.class), former::deploy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param steps how far it has come when the present versions are deployed: jobs and people's steps, the long way round */
    @ParameterizedTest
    @CsvSource({
        "REPAIR, 2",
        "REPAIR, 12",
        "REPAIR, 30",
        "REPAIR, 46",
        "COMPLAINT, 2",
        "COMPLAINT, 7",
        "COMPLAINT, 14",
        "SUGGESTION, 3",
        "SUGGESTION, 11",
        "RENOVATION, 1",
        "RENOVATION, 5",
        "RENOVATION, 12",
        "RENOVATION, 22",
        "GOODS, 1",
        "GOODS, 4"
    })
    void whatBeganBeforeFinishesAfter(String kind, int steps) {
        String former = begun(kind, steps);
        goOnToTheEnd();

        assertThat(status()).isEqualTo(Status.CLOSED);
        HistoricProcessInstance life = life();
        assertThat(life.getProcessDefinitionId()).isEqualTo(former);
        assertThat(life.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
    }

    /** Everything that runs for it goes over where its step is still there; what stays finishes on the former version. */
    @ParameterizedTest
    @CsvSource({
        "REPAIR, 2",
        "REPAIR, 30",
        "COMPLAINT, 14",
        "SUGGESTION, 11",
        "RENOVATION, 5",
        "RENOVATION, 22",
        "GOODS, 4"
    })
    void whatBeganBeforeGoesOver(String kind, int steps) {
        String former = begun(kind, steps);
        for (ProcessInstance running : bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number())
                .list()) {
            goesOver(running);
        }
        goOnToTheEnd();
        assertThat(status()).isEqualTo(Status.CLOSED);
        HistoricProcessInstance life = life();
        assertThat(life.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        assertThat(life.getProcessDefinitionId()).as("it did go").isNotEqualTo(former);
    }

    private void goesOver(ProcessInstance running) {
        RunningFlows flows = bean(RunningFlows.class);
        ProcessDefinition former = repository.getProcessDefinition(running.getProcessDefinitionId());
        int now = flows.inForce(former.getKey()).orElseThrow();
        if (former.getVersion() == now) {
            return;
        }
        Move move = new Move(former.getKey(), former.getVersion(), now, Map.of());
        boolean goes = flows.forecast(move).staying() == 0;
        ThrowingCallable deed = () -> bean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> assertThat(flows.move(running.getId(), move)).isEqualTo(Outcome.MOVED));
        if (goes) {
            assertThatCode(deed).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(deed).isInstanceOf(Refusal.class).hasMessageContaining("没有这一步");
        }
    }

    /** @return definition on which it runs when the present versions are deployed */
    private String begun(String kind, int steps) {
        begin(kind);
        for (int step = 0; step < steps; step++) {
            goOn();
        }
        String former = flow().getProcessDefinitionId();
        assertThat(latest()).isEqualTo(former);
        assertThat(isOver()).isFalse();

        thePresentVersionsAreDeployed();
        assertThat(latest()).isNotEqualTo(former);
        return former;
    }

    private HistoricProcessInstance life() {
        return bean(ProcessEngine.class)
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(flow().getId())
                .singleResult();
    }

    /** @return definition on which a case of the kind would begin now */
    private String latest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(repository
                        .getProcessDefinition(flow().getProcessDefinitionId())
                        .getKey())
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void begin(String kind) {
        switch (kind) {
            case "REPAIR" -> open();
            case "COMPLAINT" -> openComplaint(Grade.ORDINARY);
            case "SUGGESTION" ->
                open(matter(EnquiryDesk.SUGGESTION, "SUGGEST_FACILITIES", Map.of("passTo", "plumbing-east")));
            case "RENOVATION" -> apply("bearingOpening", "true");
            default ->
                open(matter(
                        GoodsDesk.KIND,
                        "GOODS_MOVING",
                        Map.of("applicant", "OWNER", "proof", "IDENTITY", "goods", "纸箱 5\n冰箱 1")));
        }
    }

    private static Intake matter(String kind, String category, Map<String, String> details) {
        return new Intake(
                kind,
                category,
                "1-1-101",
                null,
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "请办理",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                new Details(new HashMap<>(details)),
                null);
    }

    @Override
    protected void goOnWith(String step) {
        if (step.equals("decideRelease")) {
            as("desk1").hands(step, "decision", "RELEASED");
        } else {
            super.goOnWith(step);
        }
    }
}
