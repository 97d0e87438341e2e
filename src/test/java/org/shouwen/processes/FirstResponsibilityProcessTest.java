package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Status;

/** {@code first-responsibility.bpmn}: somebody takes the work, whoever returns it. */
class FirstResponsibilityProcessTest extends ProcessDesk {

    private static final String FLOW = "firstResponsibility";
    private static final String FINDING = "subProcess_findHandler";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage(FLOW);

    static List<String> waitStates() {
        return waitStates(FLOW);
    }

    static List<String> tellingSteps() {
        return waitStates().stream()
                .filter(element -> element.startsWith("sendTask_"))
                .toList();
    }

    private void returnedBy(String technician) {
        as("desk1").does("dispatch", "handler", technician);
        as(technician).does("accept", "decision", "RETURN", "reason", "在抢修");
    }

    // Paths

    @Test
    void dispatchedAndAccepted() {
        start(FLOW);
        as("desk1").does("dispatch", "handler", "plumber1");
        assertThat(status()).isEqualTo(Status.DISPATCHED);
        as("plumber1").does("accept", "decision", "ACCEPT");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
        assertThat(told()).containsExactly("dispatched.to-handler", "accepted.to-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_taken").hasNotPassed("callActivity_onCallChain");
    }

    /** Only an emergency is called out; only what is no emergency is dispatched. */
    private void startFor(String element) {
        if (waitStates("onCallChain").contains(element)) {
            startUrgent(FLOW);
        } else {
            start(FLOW);
        }
    }

    @Test
    void whoeverAnswersTheCallHasTakenTheWork() {
        startUrgent(FLOW);
        assertThat(flow()).isWaitingAtExactly(FINDING, "callActivity_onCallChain");
        runJobs();
        as("plumber2").does("answerCall", "answer", "TAKE");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(told()).containsExactly("urgent.to-person", "accepted.to-resident");
        assertThat(flow()).isEnded().hasNotPassed("userTask_dispatch");
    }

    @Test
    void whereNobodyAnswersASuperiorTakesTheWork() {
        startUrgent(FLOW);
        goOnUntil("userTask_answerAsSuperior");
        assertThat(told())
                .containsExactly(
                        "urgent.to-person", "urgent.to-person", "unanswered.to-person", "unanswered.to-person");
        as("lead").does("answerAsSuperior", "answer", "TAKE");
        assertThat(ticket().handler()).contains("lead");
        assertThat(flow()).isEnded().hasNotPassed("userTask_dispatch");
    }

    @Test
    void aPromiseToRespondThatIsAboutToBreakIsWatchedBesideTheFlow() {
        start(FLOW);
        // 30 working minutes from Monday 09:00; 75 % of them
        time.travelTo("2026-11-23T09:22:29");
        runJobs();
        assertThat(running("timeLimit")).isNull();
        time.travelTo("2026-11-23T09:22:30");
        runJobs();
        assertThat(running("timeLimit")).isNotNull();
        assertThat(ticket().deadline(ClockKind.RESPOND).course().watched()).isTrue();
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_dispatch").hasPassed("endEvent_respondWatched");
    }

    @ParameterizedTest
    @CsvSource({
        "serviceTask_nextOnCall",
        "userTask_answerCall",
        "userTask_answerAsSuperior",
        "userTask_dispatch",
        "userTask_accept",
        "userTask_decide"
    })
    void aSuperiorNamesSomebodyWhereverItStands(String element) {
        startFor(element);
        goOnUntil(element);
        as("lead").reassigns("plumber2");
        assertThat(flow()).isWaitingAtExactly("sendTask_notifyHandlerOfChange");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
        runJobs();
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        assertThat(told()).endsWith("reassigned.to-handler", "accepted.to-resident");
        assertThat(flow()).isEnded().hasPassed("event_settled");
        assertThat(isOver()).isTrue();
    }

    @Test
    void aWordThatIsNotASuperiorsOrNamesAStrangerChangesNothing() {
        start(FLOW);
        assertThat(refusalOf(() -> as("desk1").reassigns("plumber2"))).isEqualTo("superior-required");
        assertThat(refusalOf(() -> as("lead").reassigns("desk1"))).isEqualTo("handler-not-on-post");
        assertThat(status()).isEqualTo(Status.RECEIVED);
    }

    // Who stands in

    @Test
    void anOfferWaitsAQuarterOfAnHourForWhoeverIsAway() {
        start(FLOW);
        as("desk1").does("dispatch", "handler", "plumber1");
        long absence = away("plumber1");
        substitute();
        assertThat(task("accept")).isAssignedTo("plumber1");
        time.pass(Duration.ofMinutes(15));
        substitute();
        assertThat(task("accept")).isAssignedTo("plumber2");
        assertThat(task("accept").getOwner()).isEqualTo("plumber1");
        assertThat(shownBy(task("accept").getId())).contains("show_standIn");
        substitute();
        assertThat(events()).containsOnlyOnce("stood-in");

        back(absence);
        substitute();
        assertThat(task("accept")).isAssignedTo("plumber1");
        assertThat(task("accept").getOwner()).isNull();
        assertThat(shownBy(task("accept").getId())).doesNotContain("show_standIn");
        assertThat(told()).endsWith("stood-in.to-person", "handed-back.to-person");
    }

    @Test
    void whoStandsInActsInTheNameOfWhoIsAway() {
        start(FLOW);
        as("desk1").does("dispatch", "handler", "plumber1");
        away("plumber1");
        time.pass(Duration.ofMinutes(15));
        substitute();
        as("plumber2").does("accept", "decision", "ACCEPT");
        assertThat(ticket().handler()).contains("plumber1");
        assertThat(lastLine().actor()).isEqualTo("plumber2");
        assertThat(lastLine().standsFor()).isEqualTo("plumber1");
        assertThat(flow()).isEnded();
    }

    @Test
    void nobodyIsDispatchedWhoIsAway() {
        start(FLOW);
        away("plumber1");
        assertThat(refusalOf(() -> as("desk1").does("dispatch", "handler", "plumber1")))
                .isEqualTo("handler-absent");
        as("desk1").does("dispatch", "handler", "plumber2");
        assertThat(task("accept")).isAssignedTo("plumber2");
    }

    @Test
    void whoStandsInSeesAndTakesWhatIsOfferedToThePost() {
        start(FLOW);
        away("lead");
        assertThat(refusalOf(() -> as("plumber1").reassigns("plumber2"))).isEqualTo("superior-required");
        // No pair: the next duty up stands in for the lead
        as("manager").claims("dispatch").does("dispatch", "handler", "plumber2");
        assertThat(task("accept")).isAssignedTo("plumber2");
    }

    @Test
    void grabbedWorkNeedsNoAcceptance() {
        start(FLOW);
        as("plumber2").does("dispatch", "handler", "MYSELF");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(told()).containsExactly("accepted.to-resident");
        assertThat(flow()).isEnded().hasNotPassed("sendTask_notifyHandlerOfDispatch", "userTask_accept");
    }

    @Test
    void returnedWorkIsDispatchedAgain() {
        start(FLOW);
        returnedBy("plumber1");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_dispatch");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        as("desk2").does("dispatch", "handler", "plumber2");
        as("plumber2").does("accept", "decision", "ACCEPT");
        assertThat(flow()).isEnded().hasNotPassed("userTask_decide");
    }

    @Test
    void afterTheSecondReturnTheLeadSettlesIt() {
        start(FLOW);
        returnedBy("plumber1");
        returnedBy("plumber2");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_decide");
        as("lead").does("decide", "handler", "plumber1", "reason", "离得近");
        assertThat(ticket().handler()).contains("plumber1");
        assertThat(told()).endsWith("decided.to-handler", "accepted.to-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_taken");
    }

    @Test
    void grabbedAfterAReturn() {
        start(FLOW);
        returnedBy("plumber1");
        as("plumber2").does("dispatch", "handler", "MYSELF");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(flow()).isEnded();
    }

    // Whose task it is, until when, what it shows

    @ParameterizedTest
    @CsvSource({
        "dispatch, , front-desk-east lead-east plumbing-east, show_facts show_people show_ticket",
        "accept, plumber1, , show_facts show_ticket",
        "decide, , lead-east, show_facts show_people show_ticket"
    })
    void everyTaskIsSomebodysAndDue(String step, String assignee, String posts, String shown) {
        start(FLOW);
        goOnUntil("userTask_" + step);
        assertThat(step(step).assignee()).isEqualTo(assignee);
        assertThat(String.join(" ", step(step).posts())).isEqualTo(posts == null ? "" : posts);
        assertThat(task(step)).hasDueDate(Date.from(due(ClockKind.RESPOND)));
        String task = task(step).getId();
        assertThat(String.join(" ", shownBy(task))).isEqualTo(shown);
        goOn();
        assertThat(task(step)).isNull();
        assertThat(keptOn(task)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        startFor(element);
        goOnUntil(element);
        assertThat(flow()).isWaitingAt(element);
        assertThat(undeclared()).isEmpty();
        assertThat(runtimeService().getVariables(flow().getId())).hasSizeLessThanOrEqualTo(8);
    }

    // What is refused

    @Test
    void aTaskIsDoneWithItsFormOnly() {
        start(FLOW);
        assertThat(refusalOf(() -> as("desk1").completes("dispatch"))).isEqualTo("form-required");
        assertThat(refusalOf(() -> as("desk1").completes("dispatch", "input_handler", "plumber1", "submitted", true)))
                .isEqualTo("form-required");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_dispatch");
        assertThat(status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    void aFormTakesItsOwnFieldsOnly() {
        start(FLOW);
        assertThat(refusalOf(() -> as("desk1").submitsRaw("dispatch", "input_handler", "plumber1", "grabbed", true)))
                .isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as("desk1").does("dispatch", "handler", "plumber1", "priority", "P0")))
                .isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as("desk1").does("dispatch", "handler", List.of("plumber1"))))
                .isEqualTo("input-type");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_dispatch").hasVariables("urgent");
    }

    @Test
    void whatIsWrongInAFormLeavesTheTaskOpen() {
        start(FLOW);
        assertThat(refusalOf(() -> as("desk1").does("dispatch"))).isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("desk1").does("dispatch", "handler", "electrician1")))
                .isEqualTo("handler-not-on-post");
        as("desk1").does("dispatch", "handler", "plumber1");
        assertThat(refusalOf(() -> as("plumber1").does("accept", "decision", "RETURN")))
                .isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("plumber1").does("accept", "decision", "PERHAPS")))
                .isEqualTo("input-choice");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_accept");
        assertThat(events()).doesNotContain("returned", "accepted");
    }

    @Test
    void aTaskIsDoneByThoseItIsOfferedTo() {
        start(FLOW);
        assertThat(refusalOf(() -> as("electrician1").does("dispatch", "handler", "MYSELF")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("plumber1").does("dispatch", "handler", "plumber2")))
                .isEqualTo("dispatch-not-yours");
        as("desk1").does("dispatch", "handler", "plumber1");
        assertThat(refusalOf(() -> as("plumber2").does("accept", "decision", "ACCEPT")))
                .isEqualTo("task-not-yours");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_accept");
    }

    @Test
    void aTaskIsClaimedForOneselfAndThenIsOnesOwn() {
        start(FLOW);
        assertThat(refusalOf(() -> as("manager").claims("dispatch"))).isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("desk1").assigns("dispatch", "desk2"))).isEqualTo("task-change-refused");
        as("desk1").claims("dispatch");
        assertThat(task("dispatch")).isAssignedTo("desk1");
        assertThat(refusalOf(() -> as("desk2").does("dispatch", "handler", "plumber1")))
                .isEqualTo("task-not-yours");
        as("desk1").does("dispatch", "handler", "plumber1");
        assertThat(flow()).isWaitingAtExactly(FINDING, "userTask_accept");
    }

    @Test
    void aFlowForAnUnknownTicketIsNotStarted() {
        assertThat(refusalOf(() ->
                        runtimeService().startProcessInstanceByKey(FLOW, "BX-26-999999", Map.of("urgent", false))))
                .isEqualTo("ticket-not-found");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    // What fails

    @ParameterizedTest
    @MethodSource("tellingSteps")
    void aStepThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        startFor(element);
        goOnUntil(element);
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        assertThat(incident().getIncidentMessage()).contains(number(), "no outbox");

        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(flow()).hasPassed(element);
    }

    @Test
    void anErrorThatTheDiagramDoesNotCatchIsLoud() {
        startUrgent(FLOW);
        runJob("serviceTask_nextOnCall");
        notices(new BpmnError("not.caught", "not caught"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyPersonOnCall");
        assertThat(flow()).isNotEnded();
    }
}
