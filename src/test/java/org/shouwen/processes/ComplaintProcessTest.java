package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Grade;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Status;

/** {@code complaint.bpmn}, with the flows it calls: from the call to the closing, and the ways out. */
class ComplaintProcessTest extends ProcessDesk {

    private static final String CLOSING = "sendTask_notifyResidentOfClosing";
    private static final String TELLING_HANDLER = "sendTask_notifyHandlerOfComplaintWithdrawal";
    private static final String TELLING_RESIDENT = "sendTask_notifyResidentOfWithdrawal";
    private static final String URGING = "sendTask_notifyHandlerOfUrging";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("complaint");

    /** Where only lateness or failed mediation leads; their own tests go there. */
    private static final Set<String> BESIDE_THE_LONG_WAY =
            Set.of("serviceTask_startSupervisionOfVisit", "sendTask_notifyResidentOfOtherPaths");

    static List<String> waitStates() {
        return waitStates("complaint", "investigation", "returnVisit").stream()
                .filter(element -> !BESIDE_THE_LONG_WAY.contains(element))
                .toList();
    }

    /** Where the ticket is open; while the closing is told it is closed already. */
    static List<String> openWaitStates() {
        return waitStates().stream().filter(element -> !element.equals(CLOSING)).toList();
    }

    static List<String> tellingSteps() {
        return waitStates().stream()
                .filter(element -> element.startsWith("sendTask_notify"))
                .toList();
    }

    private void answered(String response) {
        as(step("answerComplainant").assignee())
                .does("answerComplainant", "answer", "已制止", "written", true, "response", response, "remark", "还吵");
    }

    private void handled() {
        String owner = step("contactComplainant").assignee();
        as(owner)
                .does("contactComplainant", "words", "电话联系")
                .does("investigate", "findings", "属实", "plan", "制止", "second", "desk2");
        answered("AGREED");
        as("manager").does("conclude", "verdict", "VALID", "reason", "情况属实");
    }

    private void visited(String visitor, String satisfaction) {
        as(visitor)
                .does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", satisfaction, "remark", "问过了");
    }

    // Paths

    @Test
    void fromTheCallToTheClosing() {
        openComplaint(Grade.IMPORTANT);
        runJobs();
        // Nobody is supervisor at this site: the next duty up has it
        assertThat(ticket().handler()).contains("manager");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        as("manager").does("contactComplainant", "words", "电话联系", "wish", "停止施工");
        assertThat(lastLine().text()).endsWith("电话联系；诉求：停止施工");
        assertThat(status()).isEqualTo(Status.IN_PROGRESS);
        as("manager").does("investigate", "findings", "属实", "plan", "制止施工");
        answered("SILENT");
        assertThat(status()).isEqualTo(Status.ANSWERED);
        as("manager").does("conclude", "verdict", "INVALID", "reason", "施工时间符合规定");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        // Whoever saw to it does not visit: somebody else of the office does
        visited("desk1", "SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(told())
                .containsExactly(
                        "complaint-received.to-resident",
                        "complaint-assigned.to-handler",
                        "complaint-answered.to-resident",
                        "complaint-closed.to-resident");
        assertThat(bean(Complaints.class).get(number()).verdict())
                .hasValueSatisfying(verdict -> assertThat(verdict.valid()).isFalse());
        assertThat(bean(Complaints.class).get(number()).wish()).isEqualTo("停止施工");
        assertThat(flow()).isEnded().hasPassed("endEvent_concluded", "endEvent_complaintClosed");
    }

    @Test
    void theCallerPaysForTheRowsAndNotForTheFlow() {
        openComplaint(Grade.ORDINARY);
        assertThat(flow()).isWaitingAtExactly("sendTask_notifyResidentOfReceipt");
        assertThat(told()).isEmpty();
        assertThat(events()).containsExactly("registered", "graded");
        assertThat(ticket().facts().priority()).isEqualTo(Priority.P2);
    }

    @ParameterizedTest
    @CsvSource({"ORDINARY, desk1", "IMPORTANT, manager", "MAJOR, manager"})
    void theGradeSaysWhoSeesToIt(Grade grade, String owner) {
        openComplaint(grade);
        runJobs();
        assertThat(ticket().handler()).contains(owner);
        assertThat(waitsAt()).containsExactly("userTask_contactComplainant");
        assertThat(task("contactComplainant")).isAssignedTo(owner).hasDueDate(Date.from(due(ClockKind.RESPOND)));
    }

    @Test
    void aSuperiorNamesSomebodyElseAtAnyTime() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        as("manager").reassigns("desk2");
        assertThat(task("contactComplainant")).isAssignedTo("desk2");
        // Nobody has spoken to the resident yet
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(ticket().deadline(ClockKind.RESPOND).runs()).isTrue();
        as("desk2").does("contactComplainant", "words", "电话联系");
        as("manager").reassigns("manager");
        assertThat(task("investigate")).isAssignedTo("manager");
        assertThat(ticket().deadline(ClockKind.RESPOND).runs()).isFalse();
    }

    // Not satisfied: again, one level up

    @Test
    void eachReopeningBringsItOneLevelUpToTheManager() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        for (String owner : List.of("desk1", "lead", "manager")) {
            assertThat(ticket().handler()).contains(owner);
            handled();
            visited(owner.equals("manager") ? "desk2" : "manager", "DISSATISFIED");
            assertThat(status()).isEqualTo(Status.RECEIVED);
            // Supervised from above, and nobody is above a manager where there is no director
            assertThat(waitsAt().contains("userTask_acknowledge"))
                    .isEqualTo(!ticket().handler().equals(Optional.of("manager")));
        }
        assertThat(ticket().reopens()).isEqualTo(3);
        assertThat(ticket().handler()).contains("manager");
        assertThat(ticket().deadlines()).allMatch(deadline -> deadline.runs() && deadline.cycle() == 3);
        assertThat(waitsAt()).contains("userTask_contactComplainant");
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        handled();
        visited("desk2", "FAIR");
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintClosed");
    }

    @Test
    void aClosedComplaintIsOpenedAgainWhereAnUnhappyAnswerWouldHaveBroughtIt() {
        openComplaint(Grade.ORDINARY);
        goOnToTheEnd();
        reopen();
        assertThat(refusalOf(this::reopen)).isEqualTo("ticket-status");
        assertThat(flow()).isWaitingAtExactly("serviceTask_startSupervisionOfReopening");
        assertThat(flow()).hasNoVariables();
        runJobs();
        assertThat(waitsAt()).contains("userTask_contactComplainant");
    }

    @Test
    void aComplaintIsNotOpenedAgainWhileItIsVisitedOrItsClosingIsBeingTold() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        handled();
        assertThat(refusalOf(this::reopen)).isEqualTo("visit-due");
        as("manager").hands("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        assertThat(waitsAt()).containsExactly(CLOSING);
        assertThat(refusalOf(this::reopen)).isEqualTo("reopen-too-early");
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    // Whom it is about

    @Test
    void whoItIsAboutNeverSeesToItNorJudgesIt() {
        openComplaint("manager", "media");
        // A grave matter of a site whose only manager it is about: nobody may see to it, which is seen and can be put
        // right
        runJob("sendTask_notifyResidentOfReceipt");
        assertThat(retriesUntilGivenUp("serviceTask_assignOwner")).endsWith(0);
        assertThat(incident().getIncidentMessage()).contains(number(), "被投诉人不能承办");
    }

    @Test
    void theNextDutyUpTakesOverFromWhomItIsAbout() {
        openComplaint("lead");
        runJobs();
        handled();
        visited("manager", "DISSATISFIED");
        // The first reopening would be the lead's
        assertThat(ticket().handler()).contains("manager");
    }

    @Test
    void nobodyRegistersAComplaintAboutHimself() {
        assertThat(refusalOf(() -> openComplaint("desk1"))).isEqualTo("recused");
        assertThat(refusalOf(() -> openComplaint("nobody"))).isEqualTo("staff-unknown");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    // Withdrawal

    @ParameterizedTest
    @MethodSource("openWaitStates")
    void withdrawnWhereverItIs(String element) {
        openComplaint(Grade.ORDINARY);
        goOnUntil(element);
        boolean accepted = bean(Complaints.class)
                .lastAnswer(number())
                .filter(answer -> answer.response() == Answer.Response.AGREED)
                .isPresent();
        if (accepted || status() == Status.VISIT_DUE) {
            assertThat(refusalOf(this::withdraw)).isEqualTo(accepted ? "answer-accepted" : "ticket-status");
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
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintWithdrawn").hasNotPassed("endEvent_complaintClosed");
    }

    @Test
    void withdrawnOnlyOnce() {
        openComplaint(Grade.ORDINARY);
        withdraw();
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-withdrawn");
        runJob(TELLING_HANDLER);
        assertThat(refusalOf(this::urge)).isEqualTo("ticket-withdrawn");
        assertThat(waitsAt()).containsExactly(TELLING_RESIDENT);
    }

    @Test
    void withdrawnWhereItHadFailed() {
        openComplaint(Grade.ORDINARY);
        goOnUntil("sendTask_notifyHandlerOfAssignment");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        noticesRecover();
        withdraw();
        assertThat(incidents()).isEmpty();
        runJobs();
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintWithdrawn");
    }

    // Urging

    @ParameterizedTest
    @MethodSource("openWaitStates")
    void urgedWhereverItIsTheFlowGoesOn(String element) {
        openComplaint(Grade.ORDINARY);
        goOnUntil(element);
        Collection<String> before = waitsAt();
        urge();
        runJob(URGING);
        assertThat(told()).endsWith("urged.to-handler");
        assertThat(waitsAt()).isEqualTo(before);
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintUrged", "endEvent_complaintClosed");
    }

    // Limits

    @Test
    void finishingThatComesNearItsLimitIsHandedToItsLadder() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        timerComes("startEvent_complaintFinishDue");
        assertThat(flow()).hasPassed("endEvent_complaintFinishWatched");
        assertThat(told()).contains("limit-warning.to-responsible");
        handled();
        assertThat(running("timeLimit")).isNull();
    }

    // Whose task it is, what it shows

    @Test
    void noTaskShowsWhatTheResidentWrote() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        String task = task("contactComplainant").getId();
        assertThat(shownBy(task)).containsExactly("show_complaint", "show_facts", "show_ticket");
        Map<String, Object> shown = shown(task);
        assertThat(shown.get("show_facts").toString()).doesNotContain("半夜施工").contains("全文见工单页");
        assertThat(shown.get("show_complaint").toString()).contains("一般投诉", "须两人共同办理");
        goOn();
        assertThat(keptOn(task)).isEmpty();
    }

    @Test
    void theVerdictIsOfferedToWhoeverJudges() {
        openComplaint(Grade.ORDINARY);
        goOnUntil("userTask_conclude");
        assertThat(step("conclude").posts()).containsExactly("manager-east");
        assertThat(task("conclude")).hasDueDate(Date.from(due(ClockKind.FINISH)));
        assertThat(refusalOf(() -> as("desk1").does("conclude", "verdict", "VALID", "reason", "属实")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("manager").does("conclude", "verdict", "VALID")))
                .isEqualTo("input-missing");
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        openComplaint(Grade.ORDINARY);
        goOnUntil(element);
        assertThat(undeclared()).isEmpty();
    }

    @Test
    void whatPeopleHandInIsNotInTheHistory() {
        openComplaint(Grade.ORDINARY);
        goOnToTheEnd();
        assertThat(historyService().createHistoricVariableInstanceQuery().count())
                .isZero();
    }

    // The start form

    @Test
    void theStartFormRegistersTheComplaint() {
        as("desk1")
                .starts(
                        "complaint",
                        "location",
                        "LAMP-01",
                        "category",
                        "COMPLAINT_STAFF",
                        "description",
                        "态度生硬",
                        "about",
                        "plumber1",
                        "circumstances",
                        json("[\"LOSS_CLAIMED\", \"SECURITY_MATTER\"]"),
                        "households",
                        2);
        assertThat(number()).startsWith("TS-26-");
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        assertThat(ticket().facts().recused()).isEqualTo("plumber1");
        assertThat(bean(Complaints.class).get(number()).grade()).isEqualTo(Grade.IMPORTANT);
        assertThat(bean(Complaints.class).get(number()).circumstances()).hasSize(2);
        assertThat(undeclared()).isEmpty();
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintClosed");
    }

    @Test
    void theStartFormTakesAHomeAsPeopleSayIt() {
        registeredAt("1栋一单元101室", "COMPLAINT_NOISE");
        assertThat(ticket().facts().intake().home()).isEqualTo("1-1-101");
    }

    @Test
    void aStartFormWithAFaultLeavesNothingBehind() {
        assertThat(refusalOf(() -> registeredAt("9-9-999", "COMPLAINT_NOISE"))).isEqualTo("home-unknown");
        assertThat(refusalOf(() -> registeredAt("east", "HOME_PLUMBING"))).isEqualTo("category-unknown");
        assertThat(refusalOf(() -> registeredAt("east", "COMPLAINT_NOISE", "circumstances", json("{\"a\": 1}"))))
                .isEqualTo("input-type");
        assertThat(refusalOf(() -> registeredAt("east", "COMPLAINT_NOISE", "circumstances", json("[\"NO_SUCH\"]"))))
                .isEqualTo("input-choice");
        assertThat(refusalOf(() -> registeredAt("east", "COMPLAINT_NOISE", "hotlineDue", hence(48))))
                .isEqualTo("hotline-missing");
        assertThat(refusalOf(() -> registeredAt("east", "COMPLAINT_NOISE", "hotline", "1", "hotlineDue", hence(-1))))
                .isEqualTo("hotline-past");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    private void registeredAt(String location, String category, Object... more) {
        as("desk1")
                .starts(
                        "complaint",
                        Stream.concat(
                                        Stream.of("location", location, "category", category, "description", "太吵"),
                                        Stream.of(more))
                                .toArray());
    }

    @Test
    void onlyAComplaintThatWasJustRegisteredIsStartedAndOnlyOnce() {
        assertThat(refusalOf(() -> startComplaint("TS-26-999999"))).isEqualTo("start-refused");
        assertThat(refusalOf(() -> startComplaint(register()))).isEqualTo("start-refused");
        openComplaint(Grade.ORDINARY);
        assertThat(refusalOf(() -> startComplaint(number()))).isEqualTo("start-refused");
    }

    private static void startComplaint(String number) {
        runtimeService().startProcessInstanceByKey("complaint", number, Map.of());
    }

    // What fails

    @ParameterizedTest
    @MethodSource("tellingSteps")
    void aStepThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        openComplaint(Grade.ORDINARY);
        goOnUntil(element);
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        assertThat(incident().getIncidentMessage()).contains(number(), "no outbox");
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintClosed");
    }

    @ParameterizedTest
    @CsvSource({TELLING_HANDLER, TELLING_RESIDENT})
    void aWithdrawalThatCannotBeToldStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        openComplaint(Grade.ORDINARY);
        withdraw();
        if (element.equals(TELLING_RESIDENT)) {
            runJob(TELLING_HANDLER);
        }
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(flow()).isEnded().hasPassed("endEvent_complaintWithdrawn");
    }
}
