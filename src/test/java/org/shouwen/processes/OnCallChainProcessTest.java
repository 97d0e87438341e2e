package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code on-call-chain.bpmn}: plumber2 is called first, then electrician1; then lead and manager at once, and so on. */
class OnCallChainProcessTest extends ProcessDesk {

    private static final String FLOW = "onCallChain";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage(FLOW);

    static List<String> waitStates() {
        return waitStates(FLOW);
    }

    static List<String> services() {
        return waitStates().stream()
                .filter(element -> element.startsWith("sendTask_notify") || element.equals("sendTask_callSuperiors"))
                .toList();
    }

    @Test
    void theFirstPersonTakesTheWork() {
        startUrgent(FLOW);
        runJobs();
        assertThat(task("answerCall")).isAssignedTo("plumber2");
        as("plumber2").does("answerCall", "answer", "TAKE");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
        assertThat(flow()).isEnded().hasPassed("endEvent_answered");
        assertThat(isOver()).isTrue();
    }

    @Test
    void whoCannotComeSendsTheCallOnAtOnce() {
        startUrgent(FLOW);
        runJobs();
        as("plumber2").does("answerCall", "answer", "CANNOT", "reason", "在西苑抢修");
        assertThat(events()).endsWith("called", "cannot-come", "called");
        assertThat(task("answerCall")).isAssignedTo("electrician1");
        as("electrician1").does("answerCall", "answer", "TAKE");
        assertThat(ticket().handler()).contains("electrician1");
        assertThat(flow()).isEnded();
    }

    @Test
    void whoIsSilentIsPassedOverWhenTheRespondLimitIsOver() {
        startUrgent(FLOW);
        runJobs();
        // P0: five minutes each, counted from the call
        time.pass(Duration.ofMinutes(5).minusMillis(1));
        runJobs();
        assertThat(task("answerCall")).isAssignedTo("plumber2");
        time.pass(Duration.ofMillis(1));
        runJobs();
        assertThat(task("answerCall")).isAssignedTo("electrician1");
        time.pass(Duration.ofMinutes(5));
        runJobs();
        // Lead and manager, in the same moment
        assertThat(told())
                .containsExactly(
                        "urgent.to-person", "urgent.to-person", "unanswered.to-person", "unanswered.to-person");
        assertThat(events()).endsWith("called", "called", "unanswered");
        assertThat(lastLine().text()).isEqualTo("值班人都没有应答，同时呼叫lead、manager");
        assertThat(step("answerAsSuperior").posts()).containsExactlyInAnyOrder("lead-east", "manager-east");
        assertThat(ticket().handler()).isEmpty();
        assertThat(flow()).isWaitingAtExactly("subProcess_superiorsAnswer", "userTask_answerAsSuperior");
    }

    @Test
    void theCallGoesRoundAgainUntilSomebodyAnswers() {
        startUrgent(FLOW);
        runJobs();
        for (int round = 0; round < 3; round++) {
            for (String called : List.of("plumber2", "electrician1")) {
                assertThat(task("answerCall")).isAssignedTo(called);
                time.pass(Duration.ofMinutes(5));
                runJobs();
            }
            assertThat(flow()).isWaitingAtExactly("subProcess_superiorsAnswer", "userTask_answerAsSuperior");
            time.pass(Duration.ofMinutes(5));
            runJobs();
        }
        assertThat(told()).filteredOn("urgent.to-person"::equals).hasSize(7);
        assertThat(told()).filteredOn("unanswered.to-person"::equals).hasSize(6);
        as("plumber2").does("answerCall", "answer", "TAKE");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(flow()).isEnded().hasPassed("event_nobodyAnswered", "endEvent_answered");
    }

    private void nobodyOnCallAnswers() {
        startUrgent(FLOW);
        runJobs();
        time.pass(Duration.ofMinutes(5));
        runJobs();
        time.pass(Duration.ofMinutes(5));
        runJobs();
    }

    @Test
    void theManagerTakesWhatNobodyAnswered() {
        nobodyOnCallAnswers();
        as("manager").does("answerAsSuperior", "answer", "TAKE");
        assertThat(ticket().handler()).contains("manager");
        assertThat(flow()).isEnded().hasPassed("endEvent_answered");
    }

    /** Lead and manager are asked in the same moment: who cannot come takes the call from nobody else. */
    @ParameterizedTest
    @CsvSource({"lead, manager", "manager, lead"})
    void oneSuperiorWhoCannotComeLeavesTheCallToTheOther(String one, String other) {
        nobodyOnCallAnswers();
        as(one).does("answerAsSuperior", "answer", "CANNOT", "reason", "在外地");
        runJobs();
        assertThat(flow()).isWaitingAtExactly("subProcess_superiorsAnswer", "userTask_answerAsSuperior");
        as(other).does("answerAsSuperior", "answer", "TAKE");
        assertThat(ticket().handler()).contains(other);
        assertThat(flow()).isEnded();
    }

    @Test
    void theCallGoesRoundAgainWhenEverySuperiorSaidThatHeCannotCome() {
        nobodyOnCallAnswers();
        as("lead").does("answerAsSuperior", "answer", "CANNOT", "reason", "在外地");
        // Once more changes nothing for the other
        as("lead").does("answerAsSuperior", "answer", "CANNOT", "reason", "还在外地");
        assertThat(flow()).isWaitingAtExactly("subProcess_superiorsAnswer", "userTask_answerAsSuperior");
        as("manager").does("answerAsSuperior", "answer", "CANNOT", "reason", "也在外地");
        runJobs();
        assertThat(task("answerCall")).isAssignedTo("plumber2");
        assertThat(told()).filteredOn("unanswered.to-person"::equals).hasSize(2);
    }

    @Test
    void whoeverCannotSignInOrCannotBeReachedIsSkippedAtOnce() {
        account("plumber2", false);
        try {
            startUrgent(FLOW);
            runJobs();
            assertThat(task("answerCall")).isAssignedTo("electrician1");
            assertThat(events()).endsWith("skipped", "called");
        } finally {
            account("plumber2", true);
        }
    }

    @Test
    void whereNobodyOnCallCanAnswerLeadAndManagerAreCalledAtOnce() {
        List<String> out = List.of("plumber2", "electrician1", "lead");
        out.forEach(staff -> account(staff, false));
        try {
            startUrgent(FLOW);
            runJobs();
            assertThat(flow()).isWaitingAtExactly("subProcess_superiorsAnswer", "userTask_answerAsSuperior");
            assertThat(lastLine().text()).isEqualTo("值班人都没有应答，同时呼叫manager");
        } finally {
            out.forEach(staff -> account(staff, true));
        }
    }

    private static void account(String staff, boolean enabled) {
        bean(JdbcClient.class)
                .sql("UPDATE account SET enabled = ? WHERE username = ?")
                .params(enabled, staff)
                .update();
    }

    @Test
    void whoIsAwayIsNotCalled() {
        away("plumber2");
        startUrgent(FLOW);
        runJobs();
        assertThat(task("answerCall")).isAssignedTo("electrician1");
    }

    @Test
    void aCallIsAnsweredByWhoWasCalled() {
        startUrgent(FLOW);
        runJobs();
        assertThat(refusalOf(() -> as("plumber1").does("answerCall", "answer", "TAKE")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("plumber2").does("answerCall", "answer", "CANNOT")))
                .isEqualTo("input-missing");
        assertThat(flow()).isWaitingAtExactly("userTask_answerCall");
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        startUrgent(FLOW);
        goOnUntil(element);
        assertThat(undeclared()).isEmpty();
        assertThat(runtimeService().getVariables(flow().getId())).hasSizeLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aStepThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        startUrgent(FLOW);
        goOnUntil(element);
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(told()).isNotEmpty();
    }
}
