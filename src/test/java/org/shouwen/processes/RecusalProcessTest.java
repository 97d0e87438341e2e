package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.roster.Roster;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ActingStaff;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Status;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.FailedSteps;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A matter that is about one of us (回避): its flows run under a tenant of their own, and he is never asked. */
class RecusalProcessTest extends ProcessDesk {

    private static final List<String> RUNNING =
            List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_event_subscr", "act_ru_job");
    private static final List<String> HISTORY = List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst");

    private final JdbcClient jdbc = bean(JdbcClient.class);

    @AfterEach
    void forget() {
        // Other tests' people are kept out of nothing
        jdbc.sql("UPDATE ticket SET recused = NULL").update();
    }

    private static Intake about(String staff) {
        return atHome("HOME_PLUMBING", Danger.NONE).without(staff);
    }

    @Test
    void everyRowOfEveryFlowBelongsToTheTenantFromTheFirstStepToTheLast() {
        open(about("manager"));
        Map<String, Long> others = historyWithout("without-manager");
        int steps = 0;
        while (!isOver()) {
            assertThat(runningOutside("without-manager")).as("at %s", waitsAt()).isEmpty();
            goOn();
            steps++;
        }
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(steps).isGreaterThan(50);
        assertThat(events()).contains("returned", "paused", "rework", "reopened");
        assertThat(historyWithout("without-manager")).isEqualTo(others);
        long flows = engine(e -> e.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number())
                .tenantIdIn("without-manager")
                .count());
        assertThat(flows).isGreaterThan(5);
    }

    @Test
    void whatIsUrgedWithdrawnMovedAndBegunAgainBelongsToItToo() {
        open(about("manager"));
        runJobs();
        urge();
        runJobs();
        transfer("electrical-east");
        runJobs();
        withdraw();
        runJobs();
        assertThat(isOver()).isTrue();
        assertThat(status()).isEqualTo(Status.WITHDRAWN);

        open(about("manager"));
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF");
        as("plumber1").does("inspectOnSite", "findings", "阀芯磨损", "result", "REPAIR");
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        if (status() == Status.VISIT_DUE) {
            as("desk2").does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        }
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        reopen();
        assertThat(runningOutside("without-manager")).isEmpty();
        runJobs();
        assertThat(runningOutside("without-manager")).isEmpty();
    }

    @Test
    void aMatterAboutNobodyHasNoTenant() {
        open();
        goOnUntil("userTask_acceptWork");
        assertThat(RUNNING.stream()
                        .mapToLong(table -> count(table, "tenant_id_ IS NOT NULL"))
                        .sum())
                .isZero();
    }

    @Test
    void heIsNotAmongThoseWhoCanDoTheWorkAndDoesNotTakeIt() {
        open(about("plumber1"));
        runJobs();
        assertThat(workersOffered()).contains("plumber2").doesNotContain("plumber1");
        assertThat(refusalOf(() -> as("plumber1").hands("dispatch", "handler", "MYSELF")))
                .isEqualTo("task-not-found");
        assertThat(refusalOf(() -> as("plumber1").claims("dispatch"))).isEqualTo("task-not-found");
        assertThat(refusalOf(() -> as("desk1").hands("dispatch", "handler", "plumber1")))
                .isEqualTo("handler-not-on-post");
        assertThat(refusalOf(() -> as("lead").reassigns("plumber1"))).isEqualTo("handler-not-on-post");

        as("desk1").does("dispatch", "handler", "plumber2");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(refusalOf(() -> ticket().reassignTo("plumber1", "赵强", "离得近", "lead", time.instant())))
                .isEqualTo("recused");
    }

    @Test
    void whereHeWouldStandInTheNextOneDoes() {
        open(about("plumber2"));
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF");
        away("plumber1");
        substitute();
        // plumber2 is plumber1's substitute; after him comes the lead
        assertThat(task("inspectOnSite").getAssignee()).isEqualTo("lead");
    }

    @Test
    void whereHeAloneHasThePostTheDutyAboveActs() {
        open(atHome("HOME_ELECTRICAL", Danger.NONE).without("electrician1"));
        runJobs();
        assertThat(workersOffered()).contains("lead").doesNotContain("electrician1");
        as("desk1").does("dispatch", "handler", "lead");
        as("lead").does("accept", "decision", "RETURN", "reason", "在抢修");
        as("desk1").does("dispatch", "handler", "lead");
        as("lead").does("accept", "decision", "RETURN", "reason", "还在抢修");
        assertThat(step("decide").posts()).containsExactly("lead-east");
    }

    @Test
    void aboutTheOnlyLeadTheManagerDecides() {
        open(about("lead"));
        runJobs();
        for (String someone : List.of("plumber1", "plumber2")) {
            as("desk1").does("dispatch", "handler", someone);
            as(someone).does("accept", "decision", "RETURN", "reason", "在抢修");
        }
        assertThat(step("decide").posts()).containsExactly("manager-east");
    }

    @Test
    void inAnEmergencyTheNextOneOnCallIsCalled() {
        open(atHome("HOME_PLUMBING", Danger.PERSON).without("plumber2"));
        runJobs();
        assertThat(task("answerCall").getAssignee()).isEqualTo("electrician1");
    }

    @Test
    void heSupervisesNothingOfIt() {
        open(about("lead"));
        bean(SupervisionDesk.class).escalate(number(), ClockKind.RESPOND, 0, time.instant());
        runJobs();
        assertThat(task("acknowledge").getAssignee()).isEqualTo("manager");
        assertThat(running("supervision").getTenantId()).isEqualTo("without-lead");
    }

    /** Whoever starts a supervision does so in a job, which then fails with the sentence. */
    @Test
    void aTaskThatCouldOnlyBeHisIsRefusedInASentence() {
        register(about("lead"));
        Escalations escalations = bean(Escalations.class);
        long id = escalations
                .add(ticket(), Escalation.Cause.REOPENED, 1, 1, null, null, time.instant())
                .orElseThrow()
                .id();
        escalations.ask(id, "lead", time.instant());
        assertThatThrownBy(() -> engine(e -> e.getRuntimeService()
                        .startProcessInstanceByKey(
                                "supervision", number(), Map.of("escalation", id, "person", "lead"))))
                .hasMessageContaining("须回避");
        assertThat(running("supervision")).isNull();
    }

    @Test
    void aFailedStepIsSeenByTheOthersOnly() {
        open(about("lead"));
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).endsWith(0);
        assertThat(bean(FailedSteps.class).list(caller("manager")))
                .anyMatch(step -> step.number().equals(number()));
        assertThat(bean(FailedSteps.class).list(caller("lead")))
                .noneMatch(step -> step.number().equals(number()));
    }

    @Test
    void actingStaffLeavesHimOutAndNobodyElse() {
        open(about("plumber2"));
        ActingStaff staff = bean(ActingStaff.class);
        assertThat(staff.actingOn(ticket(), "plumbing-east", time.instant()))
                .extracting("code")
                .containsExactly("plumber1");
        assertThat(staff.onCall(ticket(), time.instant())).extracting("code").containsExactly("electrician1");
        assertThat(bean(Roster.class).actingOn("plumbing-east", time.instant()))
                .extracting("code")
                .containsExactly("plumber1", "plumber2");
    }

    private String workersOffered() {
        return String.valueOf(shown(task("dispatch").getId()).get("show_people"));
    }

    /** @return tables with rows of the running flows that belong to no tenant, or to another */
    private List<String> runningOutside(String tenant) {
        return RUNNING.stream()
                .filter(table -> count(table, "tenant_id_ IS DISTINCT FROM '" + tenant + "'") > 0)
                .toList();
    }

    private Map<String, Long> historyWithout(String tenant) {
        return HISTORY.stream()
                .collect(Collectors.toMap(
                        table -> table, table -> count(table, "tenant_id_ IS DISTINCT FROM '" + tenant + "'")));
    }

    private long count(String table, String condition) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static <T> T engine(java.util.function.Function<ProcessEngine, T> question) {
        return question.apply(bean(ProcessEngine.class));
    }
}
