package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.enquiry.EnquiryDesk;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.timelimit.TimeLimitDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code enquiry.bpmn}, with the flows it calls: answered at once or passed on, decided, told, and the ways out. */
class EnquiryProcessTest extends ProcessDesk {

    private static final String ANSWERING = "subProcess_answering";
    private static final String TELLING_ANSWER = "sendTask_notifyResidentOfAnswer";
    private static final String TELLING_PRAISE = "sendTask_notifyPersonOfPraise";
    private static final String TELLING_HANDLER = "sendTask_notifyHandlerOfEnquiryWithdrawal";
    private static final String URGING = "sendTask_notifyHandlerOfUrging";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("enquiry");

    /** Where only praise, a reopening or another event leads; their own tests go there. */
    private static final Set<String> BESIDE_THE_LONG_WAY =
            Set.of(TELLING_PRAISE, "serviceTask_startSupervisionOfReopening", "sendTask_notifyHandlerOfChange");

    static List<String> waitStates() {
        return waitStates("enquiry", "firstResponsibility", "returnVisit").stream()
                .filter(element -> !BESIDE_THE_LONG_WAY.contains(element))
                // Nobody was drawn for a visit
                .filter(element -> !element.equals("userTask_visit"))
                .toList();
    }

    private void open(String kind, String category, String... details) {
        Map<String, String> told = details.length == 0 ? Map.of() : Map.of(details[0], details[1]);
        open(enquiry(kind, category, new Details(told)));
    }

    private static Intake enquiry(String kind, String category, Details details) {
        return new Intake(
                kind,
                category,
                "1-1-101",
                null,
                null,
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "小区里能不能装充电桩",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null,
                details,
                null);
    }

    private void consult() {
        open(EnquiryDesk.CONSULTATION, "CONSULT_FEES");
    }

    private void consultAnswered() {
        open(EnquiryDesk.CONSULTATION, "CONSULT_FEES", "answer", "每平方米 2.8 元");
    }

    /** Passed on to the plumbers, so that it can be dispatched, returned and settled. */
    private void suggest() {
        open(EnquiryDesk.SUGGESTION, "SUGGEST_FACILITIES", "passTo", "plumbing-east");
    }

    private void taken() {
        consult();
        runJobs();
        as("desk1").does("dispatch", "handler", "MYSELF");
    }

    private void answered() {
        as("desk1").does("answerEnquiry", "answer", "每平方米 2.8 元");
    }

    // Paths

    @Test
    void answeredAtOnceNobodyHasATask() {
        consultAnswered();
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        assertThat(ticket().deadlines()).noneMatch(Deadline::runs);
        assertThat(flow()).isWaitingAtExactly(ANSWERING);
        assertThat(told()).isEmpty();
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(events()).containsExactly("registered", "answered", "concluded", "closed");
        assertThat(told()).containsExactly("answered.to-resident");
        assertThat(flow())
                .isEnded()
                .hasPassed("endEvent_answered", "endEvent_closed")
                .hasNotPassed("callActivity_firstResponsibility");
    }

    @Test
    void passedOnAcceptedAndAnswered() {
        open(EnquiryDesk.CONSULTATION, "CONSULT_HOUSE", "passTo", "plumbing-east");
        runJobs();
        as("desk1").does("dispatch", "handler", "plumber1");
        as("plumber1").does("accept", "decision", "ACCEPT").does("answerEnquiry", "answer", "总阀在一楼管井");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        assertThat(told()).containsExactly("dispatched.to-handler", "accepted.to-resident", "answered.to-resident");
        assertThat(events()).containsExactly("registered", "dispatched", "accepted", "answered", "concluded", "closed");
        assertThat(flow()).isEnded().hasPassed("callActivity_firstResponsibility", "endEvent_closed");
    }

    @Test
    void whereNoPostIsNamedTheFrontDeskAnswers() {
        consult();
        runJobs();
        assertThat(step("dispatch").posts()).containsExactly("front-desk-east", "lead-east");
        as("desk2").does("dispatch", "handler", "MYSELF").does("answerEnquiry", "answer", "周一到周五");
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({"ADOPTED, 决定采纳：明年三月前装好", "NOT_ADOPTED, 决定不采纳：明年三月前装好"})
    void theSupervisorDecidesOnASuggestionAndTheResidentIsTold(String decision, String line) {
        suggest();
        runJobs();
        as("desk1").does("dispatch", "handler", "plumber1");
        as("plumber1").does("accept", "decision", "ACCEPT").does("answerEnquiry", "answer", "已报主管研究");
        assertThat(status()).isEqualTo(Status.ANSWERED);
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
        assertThat(told()).doesNotContain("answered.to-resident");
        as("manager").does("decideSuggestion", "decision", decision, "reason", "明年三月前装好");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isFalse();
        assertThat(lines()).contains(line);
        assertThat(told()).endsWith("answered.to-resident");
        assertThat(flow()).isEnded().hasPassed("userTask_decideSuggestion", "endEvent_closed");
    }

    @Test
    void aSuggestionAnsweredAtOnceIsStillDecided() {
        open(EnquiryDesk.SUGGESTION, "SUGGEST_GROUNDS", "answer", "谢谢，我们会研究");
        assertThat(status()).isEqualTo(Status.ANSWERED);
        runJobs();
        assertThat(waitsAt()).containsExactly("userTask_decideSuggestion");
        assertThat(flow()).hasNotPassed("callActivity_firstResponsibility");
    }

    @Test
    void praiseReachesThePersonPraised() {
        open(EnquiryDesk.PRAISE, "PRAISE_REPAIR", "praised", "plumber1");
        assertThat(flow()).variables().containsEntry("person", "plumber1");
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(lines()).contains("答复业主：感谢您的表扬，我们会转告plumber1");
        assertThat(told()).containsExactly("praised.to-person", "answered.to-resident");
        assertThat(flow()).isEnded().hasPassed(TELLING_PRAISE, "endEvent_closed");
    }

    /** A cleaner is on no roster; what is said of him reaches him through whoever took it. */
    @Test
    void praiseOfSomebodyWhoCannotSignInReachesWhoeverPassesItOn() {
        open(EnquiryDesk.PRAISE, "PRAISE_DESK", "praisedOutside", "保洁王阿姨");
        assertThat(flow()).variables().containsEntry("person", "desk1");
        runJobs();
        assertThat(lines()).contains("答复业主：感谢您的表扬，我们会转告保洁王阿姨");
        assertThat(told()).containsExactly("praised.to-person", "answered.to-resident");
    }

    @Test
    void aServiceIsPromisedForTheSameDay() {
        open(EnquiryDesk.SERVICE, "SERVICE_KEEPING");
        assertThat(number()).startsWith("QT-26-");
        assertThat(ticket().facts().priority()).isEqualTo(Priority.P2);
        assertThat(ticket().deadlines())
                .extracting(Deadline::clock)
                .containsExactly(ClockKind.RESPOND, ClockKind.FINISH);
        assertThat(due(ClockKind.FINISH)).isEqualTo("2026-11-23T16:00:00Z");
        runJobs();
        assertThat(waitsAt()).containsExactly("userTask_dispatch");
    }

    // Visited, not satisfied, asked again

    /** A tenth is asked (D4-9); by the table that is shipped an unhappy answer changes nothing, a manager may want it otherwise. */
    private void unhappy(boolean reopens) {
        for (int i = 0; i < 300 && !waitsAt().contains("userTask_visit"); i++) {
            consultAnswered();
            runJobs();
        }
        assertThat(waitsAt()).containsExactly("userTask_visit");
        bean(JdbcClient.class)
                .sql("UPDATE return_visit SET reopens = ? WHERE ticket = ?")
                .params(reopens, number())
                .update();
        as("desk2")
                .does(
                        "visit",
                        "method",
                        "PHONE",
                        "reached",
                        "REACHED",
                        "satisfaction",
                        "DISSATISFIED",
                        "remark",
                        "没听懂");
    }

    @Test
    void whoWasDrawnIsAskedBeforeItIsClosed() {
        unhappy(false);
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("callActivity_returnVisit", "endEvent_closed");
    }

    @Test
    void whereTheTableWantsItAnUnhappyResidentIsReportedOneLevelUpAndAnsweredAnew() {
        unhappy(true);
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(waitsAt()).containsExactly("userTask_acknowledge", "userTask_dispatch");
        assertThat(flow()).variables().containsEntry("answered", false);
        as("desk1").does("dispatch", "handler", "MYSELF").does("answerEnquiry", "answer", "再说明一次");
        assertThat(told()).endsWith("accepted.to-resident", "answered.to-resident");
    }

    @Test
    void aClosedEnquiryIsOpenedAgainWhereAnUnhappyAnswerWouldHaveBroughtIt() {
        consultAnswered();
        goOnToTheEnd();
        reopen();
        assertThat(refusalOf(this::reopen)).isEqualTo("ticket-status");
        assertThat(flow()).isWaitingAtExactly("serviceTask_startSupervisionOfReopening");
        assertThat(ticket().deadlines()).allMatch(deadline -> deadline.runs() && deadline.cycle() == 1);
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(waitsAt()).containsExactly("userTask_acknowledge", "userTask_dispatch");
        as("desk1").does("dispatch", "handler", "MYSELF");
        answered();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("endEvent_closed");
    }

    @Test
    void whileTheResidentIsBeingAskedHisAnswerOpensItAgainAndNobodyElse() {
        consultAnswered();
        assertThat(refusalOf(this::reopen)).isEqualTo("visit-due");
    }

    @Test
    void anEnquiryIsNotOpenedAgainWhileAnUrgingIsStillBeingTold() {
        taken();
        urge();
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo(URGING);
        noticesRecover();
        answered();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(refusalOf(this::reopen)).isEqualTo("reopen-too-early");
        retry();
        reopen();
        assertThat(flow()).isWaitingAtExactly("serviceTask_startSupervisionOfReopening");
    }

    // Another post

    @Test
    void anotherPostBeginsAnewAndTheFirstResponderStays() {
        taken();
        for (String post : List.of("plumbing-east", "lead-east", "front-desk-east")) {
            transfer(post);
            assertThat(waitsAt()).containsExactly("sendTask_notifyResponsibleOfTransfer");
            runJobs();
            assertThat(waitsAt()).containsExactly("userTask_dispatch");
            assertThat(step("dispatch").posts()).contains(post);
            assertThat(ticket().firstResponder()).isEqualTo("desk1");
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(told()).filteredOn("transferred.to-responsible"::equals).hasSize(3);
        assertThat(ticket().transfers()).isEqualTo(3);
        as("desk1").does("dispatch", "handler", "MYSELF");
        answered();
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void anotherPostDoesNotWaitForWhatTheOneBeforeWaitedFor() {
        taken();
        bean(TimeLimitDesk.class)
                .pause(
                        number(),
                        PauseReason.PARTS,
                        "等总部回复",
                        time.instant().plus(Duration.ofDays(2)),
                        "desk1",
                        time.instant());
        transfer("plumbing-east");
        assertThat(ticket().pause()).isEmpty();
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
    }

    @Test
    void onlyAnotherPostOfTheSiteTakesOverAndOnlyWhatIsNotAnswered() {
        taken();
        assertThat(refusalOf(() -> transfer("front-desk-east"))).isEqualTo("post-unknown");
        assertThat(refusalOf(() -> transfer("nowhere"))).isEqualTo("post-unknown");
        open(EnquiryDesk.SUGGESTION, "SUGGEST_GROUNDS", "answer", "谢谢，我们会研究");
        assertThat(refusalOf(() -> transfer("plumbing-east"))).isEqualTo("ticket-status");
        consultAnswered();
        assertThat(refusalOf(() -> transfer("plumbing-east"))).isEqualTo("ticket-status");
    }

    // Deadlines

    @Test
    void finishingThatComesNearItsLimitIsHandedToItsLadder() {
        taken();
        timerComes("startEvent_enquiryFinishDue");
        assertThat(running("timeLimit")).isNotNull();
        assertThat(flow()).hasPassed("endEvent_enquiryFinishWatched");
        answered();
        assertThat(running("timeLimit")).isNull();
        assertThat(flow()).isEnded();
    }

    @Test
    void theLadderOfASuggestionRunsUntilItIsDecided() {
        suggest();
        goOnUntil("userTask_decideSuggestion");
        timerComes("startEvent_enquiryFinishDue");
        assertThat(running("timeLimit")).isNotNull();
        as("manager").does("decideSuggestion", "decision", "NOT_ADOPTED", "reason", "没有场地");
        assertThat(running("timeLimit")).isNull();
    }

    // Withdrawal

    @ParameterizedTest
    @MethodSource("waitStates")
    void withdrawnWhereverItIs(String element) {
        suggest();
        goOnUntil(element);
        if (status() == Status.VISIT_DUE) {
            assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-status");
            return;
        }
        withdraw();
        assertThat(waitsAt()).containsExactly(TELLING_HANDLER);
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(told()).endsWith("withdrawn.to-handler", "withdrawn.to-resident");
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(runtimeService().createVariableInstanceQuery().count()).isZero();
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
        assertThat(flow()).isEnded().hasPassed("endEvent_enquiryWithdrawn").hasNotPassed("endEvent_closed");
    }

    @Test
    void withdrawnOnlyOnce() {
        consult();
        withdraw();
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-withdrawn");
        assertThat(refusalOf(this::urge)).isEqualTo("ticket-withdrawn");
        runJob(TELLING_HANDLER);
        assertThat(told()).containsExactly("withdrawn.to-handler", "withdrawn.to-resident");
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-withdrawn");
    }

    @Test
    void praiseIsNeitherWithdrawnNorUrgedNorDoneAgain() {
        open(EnquiryDesk.PRAISE, "PRAISE_DESK", "praised", "desk2");
        assertThat(refusalOf(this::withdraw)).isEqualTo("action-not-offered");
        assertThat(refusalOf(this::urge)).isEqualTo("action-not-offered");
        assertThat(refusalOf(() -> transfer("lead-east"))).isEqualTo("action-not-offered");
        goOnToTheEnd();
        assertThat(refusalOf(this::reopen)).isEqualTo("action-not-offered");
    }

    // Urging

    @ParameterizedTest
    @MethodSource("waitStates")
    void urgedWhereverItIsTheFlowGoesOn(String element) {
        suggest();
        goOnUntil(element);
        Collection<String> before = waitsAt();
        urge();
        runJob(URGING);
        assertThat(told()).endsWith("urged.to-handler");
        assertThat(waitsAt()).isEqualTo(before);
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_enquiryUrged", "endEvent_closed");
    }

    // Whose task it is, until when, what it shows

    @Test
    void whoTookItAnswers() {
        suggest();
        goOnUntil("userTask_answerEnquiry");
        assertThat(task("answerEnquiry")).isAssignedTo("plumber1").hasDueDate(Date.from(due(ClockKind.FINISH)));
        assertThat(shownBy(task("answerEnquiry").getId())).containsExactly("show_facts", "show_ticket");
    }

    @Test
    void aSiteWithoutSupervisorHasItsManagerDecide() {
        suggest();
        goOnUntil("userTask_decideSuggestion");
        assertThat(step("decideSuggestion").posts()).containsExactly("manager-east");
        assertThat(task("decideSuggestion")).hasDueDate(Date.from(due(ClockKind.FINISH)));
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        suggest();
        goOnUntil(element);
        assertThat(undeclared()).isEmpty();
        assertThat(flow()).hasVariables("kind", "answered", "urgent", "person");
    }

    @Test
    void whatPeopleHandInIsNotInTheHistory() {
        suggest();
        goOnToTheEnd();
        assertThat(historyService().createHistoricVariableInstanceQuery().count())
                .isZero();
    }

    // What is refused

    @Test
    void aTaskIsDoneWithItsFormOnlyAndByItsHolderOnly() {
        taken();
        assertThat(refusalOf(() -> as("desk1").completes("answerEnquiry", "answered", true)))
                .isEqualTo("form-required");
        assertThat(refusalOf(() -> as("desk1").submitsRaw("answerEnquiry", "answered", true)))
                .isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as("desk2").does("answerEnquiry", "answer", "好")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("desk1").does("answerEnquiry", "answer", " ")))
                .isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("desk1").does("answerEnquiry", "answer", "好".repeat(1001))))
                .isEqualTo("input-too-long");
        assertThat(waitsAt()).containsExactly("userTask_answerEnquiry");
    }

    @Test
    void aDecisionNeedsAReasonAndASuperior() {
        suggest();
        goOnUntil("userTask_decideSuggestion");
        assertThat(refusalOf(() -> as("desk1").does("decideSuggestion", "decision", "ADOPTED", "reason", "好")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("manager").does("decideSuggestion", "decision", "ADOPTED")))
                .isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("manager").does("decideSuggestion", "decision", "LATER", "reason", "再说")))
                .isEqualTo("input-choice");
        assertThat(status()).isEqualTo(Status.ANSWERED);
    }

    @Test
    void whatCannotBeTakenLeavesNothingBehind() {
        assertThat(refusalOf(() -> open(EnquiryDesk.CONSULTATION, "HOME_PLUMBING")))
                .isEqualTo("category-unknown");
        assertThat(refusalOf(() -> open(EnquiryDesk.CONSULTATION, "PRAISE_DESK")))
                .isEqualTo("category-unknown");
        assertThat(refusalOf(() -> open(EnquiryDesk.CONSULTATION, "CONSULT_FEES", "passTo", "nowhere")))
                .isEqualTo("post-unknown");
        assertThat(refusalOf(() -> open(EnquiryDesk.CONSULTATION, "CONSULT_FEES", "praised", "desk2")))
                .isEqualTo("detail-undeclared");
        assertThat(refusalOf(() -> open(EnquiryDesk.PRAISE, "PRAISE_DESK"))).isEqualTo("field-missing");
        assertThat(refusalOf(() -> open(EnquiryDesk.PRAISE, "PRAISE_DESK", "praised", "nobody")))
                .isEqualTo("staff-unknown");
        Details both = new Details(Map.of("answer", "好", "passTo", "lead-east"));
        assertThat(refusalOf(() -> open(enquiry(EnquiryDesk.SERVICE, "SERVICE_OTHER", both))))
                .isEqualTo("pass-to-not-needed");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    // What fails

    @ParameterizedTest
    @ValueSource(strings = {TELLING_PRAISE, TELLING_ANSWER})
    void aTellingThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        open(EnquiryDesk.PRAISE, "PRAISE_DESK", "praised", "desk2");
        goOnUntil(element);
        fails(element);
        assertThat(flow()).isEnded().hasPassed(element, "endEvent_closed");
    }

    @Test
    void aTransferThatCannotBeToldStopsThereAndGoesOn() {
        taken();
        transfer("plumbing-east");
        fails("sendTask_notifyResponsibleOfTransfer");
        assertThat(waitsAt()).containsExactly("userTask_dispatch");
    }

    @Test
    void aWithdrawalThatCannotBeToldStopsThereAndGoesOn() {
        consult();
        withdraw();
        fails(TELLING_HANDLER);
        assertThat(flow()).isEnded().hasPassed("endEvent_enquiryWithdrawn");
    }

    private void fails(String element) {
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
    }
}
