package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.ModelEdit;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.testing.RepairVersions;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Status;
import org.shouwen.workflow.FlowPlaces;
import org.shouwen.workflow.FlowPlaces.Place;
import org.shouwen.workflow.RunningFlows;
import org.shouwen.workflow.RunningFlows.Fate;
import org.shouwen.workflow.RunningFlows.Forecast;
import org.shouwen.workflow.RunningFlows.Move;
import org.shouwen.workflow.RunningFlows.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.w3c.dom.Element;

/** A repair that runs goes over to another version of its diagram, wherever it stands, and goes on as if it had begun there. */
@Tag("database")
class MigratedFlowsIT extends ProcessDesk {

    private static final List<String> RUNNING =
            List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr", "act_ru_job");

    private final RunningFlows flows = bean(RunningFlows.class);
    private final RepositoryService repository = bean(RepositoryService.class);
    private final ManagementService jobs = bean(ManagementService.class);
    private final JdbcClient jdbc = bean(JdbcClient.class);
    private final RepairVersions versions = new RepairVersions(bean(ProcessEngine.class));
    private final int shipped = flows.inForce("repair").orElseThrow();

    @AfterEach
    void asShipped() {
        versions.forget();
        // Other tests' people are kept out of nothing
        jdbc.sql("UPDATE ticket SET recused = NULL").update();
    }

    /** The manager is told before the result is checked, and the report is called otherwise. */
    private int withAddedStep() {
        return versions.deploy(edit -> {
            edit.set("userTask_reportWork", "name", "登记维修结果")
                    .add("subProcess_repairWork", "sendTask", "id", "sendTask_tellHandler", "name", "请维修工准备验收")
                    .set("sendTask_tellHandler", "camunda:delegateExpression", "${notifyHandlerDelegate}")
                    .set("sendTask_tellHandler", "camunda:asyncBefore", "true")
                    .add(
                            "subProcess_repairWork",
                            "sequenceFlow",
                            "id",
                            "flow_told",
                            "sourceRef",
                            "sendTask_tellHandler")
                    .set("flow_told", "targetRef", "callActivity_acceptance");
            // Its wording, in the words of another step
            var like = (Element) edit.within("sendTask_notifyHandlerOfUrging", "extensionElements")
                    .cloneNode(true);
            edit.byId("sendTask_tellHandler").appendChild(like);
            edit.lead("flow_toAcceptance", "sendTask_tellHandler");
        });
    }

    private Move to(int version, String... renamed) {
        Map<String, String> other = new TreeMap<>();
        for (int i = 0; i < renamed.length; i += 2) {
            other.put(renamed[i], renamed[i + 1]);
        }
        return new Move("repair", shipped, version, other);
    }

    private Outcome go(Move move) {
        return bean(TransactionTemplate.class).execute(status -> flows.move(flow().getId(), move));
    }

    private int version() {
        ProcessInstance running = bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceId(flow().getId())
                .singleResult();
        return repository.getProcessDefinition(running.getProcessDefinitionId()).getVersion();
    }

    /** @return when what waits is due, each timer by its symbol; those of called flows, too */
    private Map<String, Instant> timers() {
        Map<String, Instant> due = new TreeMap<>();
        for (ProcessInstance flow : bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number())
                .list()) {
            for (Job timer : jobs.createJobQuery()
                    .processInstanceId(flow.getId())
                    .timers()
                    .list()) {
                due.put(
                        timer.getId() + " "
                                + jobs.createJobDefinitionQuery()
                                        .jobDefinitionId(timer.getJobDefinitionId())
                                        .singleResult()
                                        .getActivityId(),
                        timer.getDuedate().toInstant());
            }
        }
        return due;
    }

    /** @return who has which task since and until when */
    private Map<String, String> held() {
        return bean(TaskService.class).createTaskQuery().processInstanceBusinessKey(number()).list().stream()
                .collect(Collectors.toMap(
                        Task::getId,
                        task -> task.getAssignee() + " " + task.getOwner() + " " + task.getCreateTime() + " "
                                + task.getDueDate()));
    }

    private void finishes() {
        goOnToTheEnd();
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    /** A case stands at each of its places once, goes over there, and back, and on. */
    @Test
    void whereverItStandsItGoesOverWithItsTimersAndTasks() {
        int other = withAddedStep();
        open();
        Set<String> passed = new HashSet<>();
        int moves = 0;
        while (!isOver()) {
            passed.addAll(waitsAt());
            boolean onShipped = version() == shipped;
            Move move = onShipped ? to(other) : new Move("repair", other, shipped, Map.of());
            Map<String, Instant> timers = timers();
            Map<String, String> held = held();
            List<String> waits = List.copyOf(waitsAt());
            Forecast forecast = flows.forecast(move);
            assertThat(timers()).as("tried only").isEqualTo(timers);
            if (waits.contains("sendTask_tellHandler")) {
                assertThat(forecast.going()).isZero();
                assertThatThrownBy(() -> go(move)).isInstanceOf(Refusal.class).hasMessageContaining("“请维修工准备验收”");
                assertThat(version()).isEqualTo(other);
            } else {
                assertThat(forecast.staying()).as("%s", forecast).isZero();
                assertThat(forecast.going()).isEqualTo(1);
                assertThat(go(move)).isEqualTo(Outcome.MOVED);
                assertThat(version()).isNotEqualTo(onShipped ? shipped : other);
                moves++;
            }
            assertThat(timers()).as("at %s", waits).isEqualTo(timers);
            assertThat(bean(FlowPlaces.class).of(number()))
                    .filteredOn(place -> place.process().equals("repair"))
                    .extracting(Place::version)
                    .containsExactly(version());
            assertThat(held()).as("at %s", waits).isEqualTo(held);
            assertThat(List.copyOf(waitsAt())).isEqualTo(waits);
            goOn();
        }
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(bean(ProcessEngine.class)
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .unfinished()
                        .count())
                .as("lines of open tasks")
                .isZero();
        assertThat(passed).containsAll(waitStates("repair")).contains("sendTask_tellHandler");
        assertThat(moves).isGreaterThan(50);
        assertThat(events()).contains("returned", "paused", "rework", "reopened");
    }

    @Test
    void aTaskIsCalledAsInTheVersionThatItIsOn() {
        open();
        int other = withAddedStep();
        goOnUntil("userTask_reportWork");
        assertThat(step("reportWork").name()).isEqualTo("报告维修结果");
        go(to(other));
        assertThat(step("reportWork").name()).isEqualTo("登记维修结果");
        finishes();
    }

    @Test
    void aStepThatIsCalledOtherwiseIsWhatTheManagerSays() {
        open();
        int other = versions.deploy(edit -> edit.anew("userTask_reportWork", "userTask_reportResult"));
        goOnUntil("userTask_reportWork");
        Map<String, Instant> timers = timers();
        Map<String, String> held = held();

        Forecast forecast = flows.forecast(to(other));
        assertThat(forecast.fates())
                .singleElement()
                .extracting(Fate::problems)
                .isEqualTo(List.of("停在“报告维修结果”：第 " + other + " 版没有这一步"));
        assertThat(forecast.orphans()).singleElement().satisfies(orphan -> {
            assertThat(orphan.step().id()).isEqualTo("userTask_reportWork");
            assertThat(orphan.choice()).extracting(RunningFlows.Step::id).containsExactly("userTask_reportResult");
        });
        assertThatThrownBy(() -> go(to(other))).isInstanceOf(Refusal.class).hasMessageContaining("没有这一步");
        assertThat(version()).isEqualTo(shipped);

        go(to(other, "userTask_reportWork", "userTask_reportResult"));
        assertThat(waitsAt()).contains("userTask_reportResult");
        assertThat(timers()).isEqualTo(timers);
        assertThat(held()).isEqualTo(held);
        finishes();
    }

    @Test
    void whatTheManagerSaysHasToFit() {
        int other = versions.deploy(edit -> edit.anew("userTask_reportWork", "userTask_reportResult"));
        for (Map.Entry<List<String>, String> wrong : Map.of(
                        List.of("userTask_sing", "userTask_reportResult"), "没有编号为“userTask_sing”的一步",
                        List.of("userTask_reportWork", "userTask_sing"), "没有编号为“userTask_sing”的一步",
                        List.of("userTask_reportWork", "callActivity_acceptance"), "“报告维修结果”不能当作",
                        List.of("callActivity_acceptance", "userTask_reportResult"), "“验收”不能当作",
                        List.of("callActivity_acceptance", "callActivity_returnVisit"), "“验收”不能当作")
                .entrySet()) {
            assertThatThrownBy(() -> flows.forecast(to(other, wrong.getKey().toArray(String[]::new))))
                    .as("%s", wrong.getKey())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(wrong.getValue());
        }
        assertThatThrownBy(() -> flows.forecast(to(other + 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有第");
        assertThatThrownBy(() -> flows.forecast(new Move("sing", 1, 2, Map.of())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatStandsAtAStepThatIsGoneStays() {
        open();
        int other = versions.deploy(edit -> edit.bridge("sendTask_notifyHandlerOfRework"));
        goOnUntil("sendTask_notifyHandlerOfRework");
        assertThat(flows.forecast(to(other)).fates())
                .singleElement()
                .extracting(Fate::problems)
                .isEqualTo(List.of("停在“通知维修工返工”：第 " + other + " 版没有这一步"));
        assertThatThrownBy(() -> go(to(other)))
                .isInstanceOf(Refusal.class)
                .hasMessage("停在“通知维修工返工”：第 " + other + " 版没有这一步");
        goOn();
        assertThat(go(to(other))).isEqualTo(Outcome.MOVED);
        finishes();
    }

    /** A step that stays what it is, and lies in a sub-process of its own now. */
    @Test
    void aStepThatMovedIsFound() {
        open();
        int other = versions.deploy(edit -> {
            edit.add("subProcess_repairWork", "subProcess", "id", "subProcess_report", "name", "报告");
            var inner = edit.byId("subProcess_report");
            inner.appendChild(edit.byId("userTask_reportWork"));
            edit.add("subProcess_report", "startEvent", "id", "startEvent_report")
                    .add("subProcess_report", "endEvent", "id", "endEvent_report")
                    .add(
                            "subProcess_report",
                            "sequenceFlow",
                            "id",
                            "flow_in",
                            "sourceRef",
                            "startEvent_report",
                            "targetRef",
                            "userTask_reportWork")
                    .add(
                            "subProcess_report",
                            "sequenceFlow",
                            "id",
                            "flow_out",
                            "sourceRef",
                            "userTask_reportWork",
                            "targetRef",
                            "endEvent_report");
            edit.set("flow_notDoneByOthers", "targetRef", "subProcess_report");
            edit.set("flow_workReported", "sourceRef", "subProcess_report");
        });
        goOnUntil("userTask_reportWork");
        Map<String, String> held = held();
        go(to(other));
        assertThat(held()).isEqualTo(held);
        assertThat(waitsAt()).contains("userTask_reportWork");
        finishes();
    }

    /** The engine alone would begin it anew. */
    @Test
    void aTimerThatHadItsTurnDoesNotComeBack() {
        open();
        int other = withAddedStep();
        goOnUntil("userTask_reportWork");
        time.pass(Duration.between(time.instant(), due(ClockKind.FINISH)).plusSeconds(1));
        runJobs();
        assertThat(running("timeLimit")).isNotNull();
        Map<String, Instant> timers = timers();
        assertThat(timers.keySet()).noneMatch(timer -> timer.endsWith("startEvent_finishDue"));
        long ladders = count("timeLimit");

        go(to(other));
        assertThat(timers()).isEqualTo(timers);
        runJobs();
        assertThat(count("timeLimit")).isEqualTo(ladders);
    }

    /** A timer that only the new version has begins with it. */
    @Test
    void aTimerThatIsNewWaitsForItsMoment() {
        int old = versions.deploy(edit -> edit.drop("subProcess_finishWatch"));
        open();
        goOnUntil("userTask_reportWork");
        assertThat(version()).isEqualTo(old);
        assertThat(timers().keySet()).noneMatch(timer -> timer.endsWith("startEvent_finishDue"));
        go(new Move("repair", old, shipped, Map.of()));
        assertThat(timers().entrySet())
                .filteredOn(timer -> timer.getKey().endsWith("startEvent_finishDue"))
                .singleElement()
                .satisfies(timer -> assertThat(timer.getValue()).isBetween(time.instant(), due(ClockKind.FINISH)));
    }

    /** The limit of a step that managers draw: the engine would count it anew from now where the step is called otherwise. */
    @Test
    void theLimitOfAStepThatIsCalledOtherwiseStays() {
        int old = versions.deploy(edit -> limited(edit, "userTask_reportWork"));
        open();
        goOnUntil("userTask_reportWork");
        Instant due = limit();
        assertThat(due).isEqualTo(time.instant().plus(Duration.ofHours(48)));
        time.pass(Duration.ofMinutes(90));
        int other = versions.deploy(edit -> {
            limited(edit, "userTask_reportWork");
            edit.anew("userTask_reportWork", "userTask_reportResult");
            edit.anew("late_userTask_reportWork", "late_userTask_reportResult");
        });
        go(new Move("repair", old, other, Map.of("userTask_reportWork", "userTask_reportResult")));
        assertThat(limit()).isEqualTo(due);

        // It has had its turn
        jobs.deleteJob(limitJob().getId());
        go(new Move("repair", other, old, Map.of("userTask_reportResult", "userTask_reportWork")));
        assertThat(limitJob()).isNull();

        // The limit is new there
        go(new Move("repair", old, shipped, Map.of()));
        go(new Move("repair", shipped, old, Map.of()));
        assertThat(limit()).isEqualTo(time.instant().plus(Duration.ofHours(48)));
    }

    private static void limited(ModelEdit edit, String step) {
        Element create = (Element) edit.within(step, "extensionElements")
                .getElementsByTagName("camunda:taskListener")
                .item(0);
        Element late = (Element) create.cloneNode(true);
        late.setAttribute("event", "timeout");
        late.setAttribute("id", "late_" + step);
        create.getParentNode().appendChild(late);
        Element timer =
                late.getOwnerDocument().createElementNS(edit.byId(step).getNamespaceURI(), "bpmn:timerEventDefinition");
        Element duration =
                late.getOwnerDocument().createElementNS(edit.byId(step).getNamespaceURI(), "bpmn:timeDuration");
        duration.setTextContent("PT48H");
        timer.appendChild(duration);
        late.appendChild(timer);
    }

    private Job limitJob() {
        return jobs.createJobQuery().processInstanceId(flow().getId()).timers().list().stream()
                .filter(timer -> jobs.createJobDefinitionQuery()
                        .jobDefinitionId(timer.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .startsWith("userTask_report"))
                .findFirst()
                .orElse(null);
    }

    private Instant limit() {
        return limitJob().getDuedate().toInstant();
    }

    /** An answer that only a step of the managers' own gives is asked for at a gateway: whoever is past the step has none. */
    @Test
    void whatWouldComeToAQuestionWithoutAnAnswerStays() {
        open();
        goOnUntil("userTask_reportWork");
        int other =
                versions.deploy(edit -> edit.text("flow_workNotAccepted", "conditionExpression", "${review == 'NO'}"));
        assertThat(flows.forecast(to(other)).fates())
                .singleElement()
                .satisfies(fate ->
                        assertThat(fate.problems()).singleElement().asString().contains("以后走到“合格吗?”"));
        assertThatThrownBy(() -> go(to(other))).isInstanceOf(Refusal.class).hasMessageContaining("以后走到“合格吗?”");
        assertThat(version()).isEqualTo(shipped);

        bean(RuntimeService.class).setVariable(flow().getId(), "review", "YES");
        assertThat(flows.forecast(to(other)).staying()).isZero();
        assertThat(go(to(other))).isEqualTo(Outcome.MOVED);
    }

    private long count(String process) {
        return bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(number())
                .count();
    }

    @Test
    void whomItIsAboutIsKeptOutAfterwardsToo() {
        open(atHome("HOME_PLUMBING", Danger.NONE).without("manager"));
        int other = withAddedStep();
        for (int step = 0; !isOver(); step++) {
            if (step % 7 == 0 && version() == shipped) {
                go(to(other));
            }
            for (String table : RUNNING) {
                assertThat(jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE tenant_id_ IS NULL")
                                .query(Long.class)
                                .single())
                        .as("%s at %s", table, waitsAt())
                        .isZero();
            }
            goOn();
        }
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void whatFailedIsStillToBeTriedAgain() {
        open();
        int other = withAddedStep();
        goOnUntil("sendTask_notifyHandlerOfRework");
        notices(new IllegalStateException("no wording"));
        retriesUntilGivenUp();
        assertThat(flows.of("repair"))
                .filteredOn(version -> version.version() == shipped)
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.flows()).isEqualTo(1);
                    assertThat(version.stopped()).isEqualTo(1);
                    assertThat(version.stands().get(0).steps()).containsExactly("通知维修工返工");
                });
        go(to(other));
        assertThat(incident().getProcessDefinitionId())
                .isEqualTo(definition(other).getId());
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        finishes();
    }

    private ProcessDefinition definition(int version) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("repair")
                .processDefinitionVersion(version)
                .singleResult();
    }

    @Test
    void whatIsOverIsOver() {
        open();
        int other = withAddedStep();
        runJobs();
        withdraw();
        runJobs();
        assertThat(isOver()).isTrue();
        assertThat(go(to(other))).isEqualTo(Outcome.ENDED);
    }

    @Override
    protected void goOnWith(String step) {
        if (step.equals("reportResult")) {
            as("plumber1").hands(step, "unfinished", false, "cause", "磨损", "work", "更换", "materialSource", "NONE");
        } else {
            super.goOnWith(step);
        }
    }
}
