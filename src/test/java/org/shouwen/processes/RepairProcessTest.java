package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.estate.EstateRegister;
import org.shouwen.estate.Place;
import org.shouwen.estate.Site;
import org.shouwen.problem.Refusal;
import org.shouwen.repair.RepairDesk;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;

/** {@code repair.bpmn}, with the flows it calls: from the call to the closing, and the ways out. */
class RepairProcessTest extends ProcessDesk {

    private static final String CLOSING = "sendTask_notifyResidentOfClosing";
    private static final String TELLING_HANDLER = "sendTask_notifyHandlerOfWithdrawal";
    private static final String TELLING_RESIDENT = "sendTask_notifyResidentOfWithdrawal";
    private static final String URGING = "sendTask_notifyHandlerOfUrging";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("repair");

    /** Ways out that the long way round does not take; their own tests do. */
    private static final Set<String> BESIDE_THE_LONG_WAY = Set.of(
            "sendTask_notifyHandlerOfChange",
            "sendTask_notifyResponsibleOfTransfer",
            "sendTask_notifyHandlerOfDecline",
            "sendTask_notifyResidentOfDecline",
            "sendTask_notifyResidentOfDeemedAcceptance",
            "serviceTask_startSupervisionOfLetter",
            "serviceTask_startSupervisionOfVisit");

    static List<String> waitStates() {
        return waitStates(
                        "repair",
                        "oneTimeNotice",
                        "firstResponsibility",
                        "onCallChain",
                        "onSiteSurvey",
                        "missedVisit",
                        "priceConsent",
                        "waiting",
                        "externalParty",
                        "acceptance",
                        "returnVisit")
                .stream()
                .filter(element -> !BESIDE_THE_LONG_WAY.contains(element))
                .toList();
    }

    /** Where the ticket is open; while the closing is told it is closed already. */
    static List<String> openWaitStates() {
        return waitStates().stream().filter(element -> !element.equals(CLOSING)).toList();
    }

    static List<String> mainWaitStates() {
        return waitStates("repair", "firstResponsibility", "onSiteSurvey").stream()
                .filter(openWaitStates()::contains)
                .toList();
    }

    static List<String> tellingSteps() {
        return waitStates("repair").stream()
                .filter(element -> element.startsWith("sendTask_notify"))
                .filter(element -> !BESIDE_THE_LONG_WAY.contains(element))
                .toList();
    }

    /** Only an emergency is called out; only what is no emergency waits. */
    private void openFor(String element) {
        if (waitStates("onCallChain").contains(element)) {
            openUrgent();
        } else {
            open();
        }
    }

    private void grabbedAndInspected() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
    }

    private void reported() {
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
    }

    private void visited(String satisfaction) {
        as("desk1")
                .does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", satisfaction, "remark", "试过了");
    }

    private void reworked() {
        reported();
        as("desk1").does("acceptWork", "result", "REWORK", "remark", "还在滴");
    }

    // Paths

    @Test
    void whatSomebodyOutsideRepairedIsCheckedAndAcceptedAndNobodyReportsIt() {
        open();
        runJobs();
        as("plumber1")
                .does("dispatch", "handler", "MYSELF")
                .does("inspectOnSite", "findings", "总管漏水", "result", "EXTERNAL");
        as("desk1")
                .does("sendLetter", "party", "SUPPLIER", "name", "水务", "letterNumber", "函 1 号", "promisedOn", hence(72))
                .does("followUp", "result", "DONE", "remark", "已换管");
        as("plumber1").does("inspectOnSite", "findings", "不漏了", "checked", true);
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        assertThat(told()).endsWith("letter.to-resident", "letter-done.to-resident", "work-reported.to-resident");
        assertThat(flow()).hasNotPassed("userTask_reportWork");
    }

    @Test
    void fromTheCallToTheClosing() {
        open();
        runJobs();
        as("desk1").does("dispatch", "handler", "plumber1");
        as("plumber1").does("accept", "decision", "ACCEPT").does("inspectOnSite", "findings", "阀芯磨损");
        reported();
        assertThat(status()).isEqualTo(Status.DONE);
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        visited("SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(told())
                .containsExactly(
                        "requirements.to-resident",
                        "dispatched.to-handler",
                        "accepted.to-resident",
                        "work-reported.to-resident",
                        "closed.to-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_workAccepted", "endEvent_closed");
    }

    @Test
    void theCallerPaysForTheRowsAndNotForTheFlow() {
        open();
        assertThat(flow()).isWaitingAtExactly("callActivity_oneTimeNotice");
        assertThat(told()).isEmpty();
        assertThat(events()).containsExactly("registered");
    }

    @Test
    void urgencyIsHandedToTheCalledFlow() {
        openUrgent();
        runJobs();
        assertThat(told()).containsExactly("requirements.to-resident", "urgent.to-person");
        assertThat(waitsAt()).contains("userTask_answerCall");
    }

    @Test
    void reworkedOnce() {
        grabbedAndInspected();
        reworked();
        assertThat(status()).isEqualTo(Status.ON_SITE);
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        reported();
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        visited("FAIR");
        assertThat(told()).endsWith("rework.to-handler", "work-reported.to-resident", "closed.to-resident");
        assertThat(flow()).isEnded();
    }

    @Test
    void reworkedTwice() {
        grabbedAndInspected();
        reworked();
        reworked();
        reported();
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        visited("SATISFIED");
        assertThat(told()).filteredOn("rework.to-handler"::equals).hasSize(2);
        assertThat(told()).filteredOn("work-reported.to-resident"::equals).hasSize(3);
        assertThat(flow()).isEnded().hasPassed("endEvent_closed");
    }

    // Not satisfied, broken again

    @Test
    void anUnhappyResidentIsReportedOneLevelUpAndTheWorkBeginsAgain() {
        grabbedAndInspected();
        reported();
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        visited("DISSATISFIED");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        assertThat(waitsAt()).containsExactly("userTask_acknowledge", "userTask_dispatch");
        as("plumber2").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "垫片没换");
        as("plumber2").does("reportWork", "cause", "垫片", "work", "更换", "materialSource", "NONE");
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        visited("SATISFIED");
        assertThat(told()).endsWith("closed.to-resident");
        assertThat(flow()).isEnded();
    }

    @Test
    void aClosedRepairIsOpenedAgainWhereAnUnhappyAnswerWouldHaveBroughtIt() {
        open();
        goOnToTheEnd();
        reopen();
        assertThat(refusalOf(this::reopen)).isEqualTo("ticket-status");
        assertThat(flow()).isWaitingAtExactly("subProcess_reopening", "serviceTask_startSupervisionOfReopening");
        // What is as usual is not kept
        assertThat(flow()).hasVariables("satisfied");
        runJobs();
        assertThat(waitsAt()).contains("userTask_dispatch");
        assertThat(ticket().reopens()).isEqualTo(2);
    }

    @Test
    void aRepairIsNotOpenedAgainWhileItsClosingIsBeingTold() {
        open();
        goOnUntil(CLOSING);
        assertThat(refusalOf(this::reopen)).isEqualTo("reopen-too-early");
        assertThat(status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aSupervisionThatCannotBeStartedStopsThereAndGoesOn() {
        open();
        goOnUntil("serviceTask_startSupervisionOfReopening");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp("serviceTask_startSupervisionOfReopening");
        assertThat(waitsAt()).containsExactly("serviceTask_startSupervisionOfReopening");
        noticesRecover();
        retry();
        assertThat(waitsAt()).contains("userTask_acknowledge");
    }

    // Another post, another matter, no repair at all

    @Test
    void anotherPostBeginsAnewAndTheFirstResponderStays() {
        grabbedAndInspected();
        for (String post :
                List.of("electrical-east", "plumbing-east", "electrical-east", "plumbing-east", "electrical-east")) {
            transfer(post);
            assertThat(waitsAt()).containsExactly("sendTask_notifyResponsibleOfTransfer");
            runJobs();
            assertThat(waitsAt()).containsExactly("userTask_dispatch");
            assertThat(step("dispatch").posts()).contains(post);
            assertThat(ticket().firstResponder()).isEqualTo("desk1");
            time.pass(Duration.ofMinutes(1));
        }
        assertThat(told()).filteredOn("transferred.to-responsible"::equals).hasSize(5);
        assertThat(ticket().transfers()).isEqualTo(5);
        as("electrician1").does("dispatch", "handler", "MYSELF");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
    }

    @Test
    void aTransferThatCannotBeToldStopsThereAndGoesOn() {
        grabbedAndInspected();
        transfer("electrical-east");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResponsibleOfTransfer");
        noticesRecover();
        retry();
        assertThat(waitsAt()).containsExactly("userTask_dispatch");
    }

    @Test
    void onlyAnotherTechniciansPostOfTheSiteTakesOver() {
        open();
        runJobs();
        assertThat(refusalOf(() -> transfer("plumbing-east"))).isEqualTo("post-same");
        assertThat(refusalOf(() -> transfer("front-desk-east"))).isEqualTo("post-unknown");
        assertThat(refusalOf(() -> transfer("nowhere"))).isEqualTo("post-unknown");
        assertThat(ticket().transfers()).isZero();
    }

    @Test
    void aRepairWhoseFlowIsGoneIsNeitherPassedOnNorWithdrawn() {
        open();
        runtimeService().deleteProcessInstance(flow().getId(), "by an administrator");
        assertThat(refusalOf(() -> transfer("electrical-east"))).isEqualTo("flow-not-running");
        assertThat(refusalOf(() -> correct("HOME_ELECTRICAL", Danger.NONE))).isEqualTo("flow-not-running");
        assertThat(refusalOf(this::withdraw)).isEqualTo("flow-not-running");
        assertThat(status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    void whatIsReportedDoneIsNotTransferredNorCorrected() {
        grabbedAndInspected();
        reported();
        assertThat(refusalOf(() -> transfer("electrical-east"))).isEqualTo("ticket-status");
        assertThat(refusalOf(() -> correct("HOME_ELECTRICAL", Danger.NONE))).isEqualTo("ticket-status");
        assertThat(refusalOf(() -> reschedule(20))).isEqualTo("ticket-status");
    }

    @Test
    void dangerFoundOnSiteCallsSomebodyOut() {
        grabbedAndInspected();
        correct("HOME_PLUMBING", Danger.PERSON);
        runJobs();
        assertThat(ticket().facts().priority()).isEqualTo(Priority.P0);
        assertThat(ticket().deadlines()).allMatch(deadline -> deadline.runs() && deadline.cycle() == 1);
        assertThat(waitsAt()).containsExactly("userTask_answerCall");
        assertThat(ticket().transfers()).isZero();
    }

    @Test
    void anotherTradesMatterGoesToItsPost() {
        grabbedAndInspected();
        correct("HOME_ELECTRICAL", Danger.NONE);
        runJobs();
        assertThat(ticket().facts().post()).isEqualTo("electrical-east");
        assertThat(step("dispatch").posts()).contains("electrical-east");
        assertThat(told()).endsWith("transferred.to-responsible");
    }

    @Test
    void aCorrectionThatChangesNeitherPostNorUrgencyDisturbsNobody() {
        grabbedAndInspected();
        correct("HOME_DRAIN", Danger.NONE);
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        assertThat(ticket().facts().categoryLabel()).isEqualTo("家庭下水疏通");
        // Taken and arrived before; only finishing is promised anew
        assertThat(ticket().deadline(ClockKind.RESPOND).cycle()).isZero();
        assertThat(ticket().deadline(ClockKind.FINISH).cycle()).isEqualTo(1);
    }

    @Test
    void correctedBeforeAnybodyLooksForWhoDoesIt() {
        open();
        correct("HOME_ELECTRICAL", Danger.NONE);
        runJobs();
        assertThat(step("dispatch").posts()).contains("electrical-east");
    }

    @Test
    void aResidentWhoDeclinesThePriceEndsTheRepair() {
        open();
        goOnUntil("userTask_confirmQuote");
        as("desk1").does("confirmQuote", "answer", "DECLINED", "remark", "自己修");
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(told()).endsWith("declined.to-handler", "declined.to-resident");
        assertThat(flow()).isEnded().hasPassed("event_declined", "endEvent_declined");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void whatIsNotRepairedYetIsLookedAtAgain() {
        grabbedAndInspected();
        as("plumber1").does("reportWork", "unfinished", true, "work", "拆开了，没有配件");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(events()).endsWith("unfinished");
        as("plumber1").does("inspectOnSite", "findings", "借到配件了");
        assertThat(events()).endsWith("revisited");
        reported();
        assertThat(status()).isEqualTo(Status.DONE);
    }

    @Test
    void finishingThatComesNearItsLimitIsHandedToItsLadder() {
        grabbedAndInspected();
        timerComes("startEvent_finishDue");
        assertThat(running("timeLimit")).isNotNull();
        assertThat(flow()).hasPassed("endEvent_finishWatched");
        reported();
        assertThat(running("timeLimit")).isNull();
    }

    // Withdrawal

    @ParameterizedTest
    @MethodSource("openWaitStates")
    void withdrawnWhereverItIs(String element) {
        openFor(element);
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
        assertThat(flow()).isEnded().hasPassed("endEvent_withdrawn").hasNotPassed("endEvent_closed");
    }

    @ParameterizedTest
    @MethodSource("mainWaitStates")
    void joinsAnIncidentWhereverItIs(String element) {
        String incident = register();
        openFor(element);
        goOnUntil(element);
        bean(TicketDesk.class).kind(RepairDesk.KIND).join(number(), incident, "desk1", time.instant());
        assertThat(waitsAt()).containsExactly("sendTask_notifyHandlerOfJoining");
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(told()).endsWith("joined.to-handler", "joined.to-resident");
        assertThat(status()).isEqualTo(Status.FOLLOWING);
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
        assertThat(flow()).isEnded().hasPassed("endEvent_joined").hasNotPassed("endEvent_withdrawn");
    }

    @Test
    void whatFollowedGoesOnWhereTheResidentWasTold() {
        String incident = register();
        open();
        runJobs();
        TicketKind repairs = bean(TicketDesk.class).kind(RepairDesk.KIND);
        repairs.join(number(), incident, "desk1", time.instant());
        assertThat(refusalOf(() -> repairs.proceed(number(), "不是同一件事", "desk1", time.instant())))
                .isEqualTo("proceed-too-early");
        runJobs();
        repairs.proceed(number(), "不是同一件事", "desk1", time.instant());
        runJobs();
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(step("dispatch").posts()).contains("plumbing-east");
        assertThat(events()).containsOnlyOnce("requirements-listed");
        assertThat(ticket().deadline(ClockKind.FINISH).cycle()).isEqualTo(1);
    }

    @Test
    void withdrawnOnlyOnce() {
        open();
        withdraw();
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-withdrawn");
        runJob(TELLING_HANDLER);
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-withdrawn");
        assertThat(refusalOf(this::urge)).isEqualTo("ticket-withdrawn");
        assertThat(waitsAt()).containsExactly(TELLING_RESIDENT);
    }

    @Test
    void aClosedRepairIsNeitherWithdrawnNorUrged() {
        open();
        goOnUntil(CLOSING);
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-closed");
        assertThat(refusalOf(this::urge)).isEqualTo("ticket-closed");
        assertThat(flow()).isWaitingAtExactly(CLOSING);
    }

    @Test
    void withdrawnWhereItHadFailed() {
        openUrgent();
        goOnUntil("sendTask_notifyPersonOnCall");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        noticesRecover();
        withdraw();
        assertThat(incidents()).isEmpty();
        runJobs();
        assertThat(flow()).isEnded().hasPassed("endEvent_withdrawn");
    }

    @Test
    void withdrawalOvertakesAnUrgingThatWasNotPassedOnYet() {
        open();
        runJobs();
        urge();
        withdraw();
        runJobs();
        assertThat(told()).doesNotContain("urged.to-handler").endsWith("withdrawn.to-handler", "withdrawn.to-resident");
        assertThat(flow()).isEnded().hasNotPassed("endEvent_urged");
    }

    /** Longer than the engine keeps a text, once what people wrote is escaped. */
    @Test
    void theLongestDescriptionKeepsNobodyFromWork() {
        Intake longest = new Intake(
                RepairDesk.KIND,
                "PUBLIC_LIGHTING",
                null,
                "LAMP-01",
                new Reporter("张三", "13812345678", null),
                Channel.PHONE,
                "*".repeat(2000),
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
        open(longest);
        runJobs();
        assertThat(shown(task("dispatch").getId()).get("show_facts").toString())
                .hasSizeLessThanOrEqualTo(4000)
                .contains("办结期限");
    }

    /** Categories that are registered at once are offered wherever the desk begins, before its posts are set up. */
    @Test
    void anEmergencyIsKnownAsOneWhereNoPostIsThereYet() {
        EstateRegister estate = bean(EstateRegister.class);
        estate.addSite(new Site("bare", "garden", "新苑"));
        estate.addPlaces(List.of(new Place("LAMP-B", Place.Type.LAMP, "bare", "新苑 1 号路灯", null)));
        Intake lamp = new Intake(
                RepairDesk.KIND,
                "PUBLIC_LIGHTING",
                null,
                "LAMP-B",
                Reporter.PASSER_BY,
                Channel.PHONE,
                "灯杆要倒了",
                Danger.PERSON,
                Scope.UNKNOWN,
                false,
                null);
        assertThat(bean(TicketDesk.class).isEmergency(lamp)).isTrue();
        assertThatThrownBy(() -> register(lamp)).isInstanceOf(Refusal.class).hasMessageContaining("没有会这个工种的维修岗位");
    }

    // Urging

    @ParameterizedTest
    @MethodSource("mainWaitStates")
    void urgedWhereverItIsTheFlowGoesOn(String element) {
        openFor(element);
        goOnUntil(element);
        Collection<String> before = waitsAt();
        urge();
        runJob(URGING);
        assertThat(told()).endsWith("urged.to-handler");
        assertThat(waitsAt()).isEqualTo(before);
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_urged", "endEvent_closed");
    }

    @Test
    void urgedTwiceToldTwice() {
        open();
        runJobs();
        urge();
        // Sooner it is not passed on
        time.pass(Duration.ofMinutes(11));
        urge();
        runJobs();
        assertThat(told()).filteredOn("urged.to-handler"::equals).hasSize(2);
        assertThat(waitsAt()).containsExactly("userTask_dispatch");
    }

    @Test
    void anUrgingThatFailsDoesNotHoldTheWorkUp() {
        grabbedAndInspected();
        urge();
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo(URGING);
        noticesRecover();
        reported();
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        visited("SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        retry();
        assertThat(flow()).isEnded().hasPassed("endEvent_urged", "endEvent_closed");
    }

    // Whose task it is, until when, what it shows

    @ParameterizedTest
    @CsvSource({"inspectOnSite, plumber1, ARRIVE", "reportWork, plumber1, FINISH", "confirmQuote, desk1, FINISH"})
    void everyTaskIsSomebodysAndDue(String step, String assignee, ClockKind clock) {
        open();
        goOnUntil("userTask_" + step);
        assertThat(task(step)).isAssignedTo(assignee).hasDueDate(Date.from(due(clock)));
        assertThat(step(step).posts()).isEmpty();
        assertThat(shownBy(task(step).getId())).containsExactly("show_facts", "show_ticket");
        String task = task(step).getId();
        goOn();
        assertThat(keptOn(task)).isEmpty();
    }

    @Test
    void theThreePromisesDiffer() {
        open();
        assertThat(List.of(due(ClockKind.RESPOND), due(ClockKind.ARRIVE), due(ClockKind.FINISH)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        openFor(element);
        goOnUntil(element);
        assertThat(undeclared()).isEmpty();
    }

    @Test
    void whatPeopleHandInIsNotInTheHistory() {
        openUrgent();
        goOnToTheEnd();
        assertThat(historyService().createHistoricVariableInstanceQuery().count())
                .isZero();
    }

    // What is refused

    @ParameterizedTest
    @CsvSource({"inspectOnSite, plumber1", "reportWork, plumber1", "acceptWork, desk1"})
    void aTaskIsDoneWithItsFormOnlyAndByItsHolderOnly(String step, String holder) {
        open();
        goOnUntil("userTask_" + step);
        assertThat(refusalOf(() -> as(holder).completes(step, "workAccepted", true)))
                .isEqualTo("form-required");
        assertThat(refusalOf(() -> as(holder).submitsRaw(step, "workAccepted", true)))
                .isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as(holder).does(step, "boss", "me"))).isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> as("manager").does(step))).isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as(holder).does(step))).isEqualTo("input-missing");
        assertThat(waitsAt()).containsExactly("userTask_" + step);
    }

    @Test
    void aStartHandsInNothing() {
        String number = register();
        assertThat(refusalOf(() -> start(number, Map.of("urgent", true)))).isEqualTo("input-undeclared");
        assertThat(refusalOf(() -> start(null, Map.of("urgent", true)))).isEqualTo("form-required");
        assertThat(refusalOf(() -> start(null, Map.of()))).isEqualTo("form-required");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void onlyATicketThatWasJustRegisteredIsStartedAndOnlyOnce() {
        assertThat(refusalOf(() -> start("BX-26-999999", Map.of()))).isEqualTo("start-refused");
        open();
        assertThat(refusalOf(() -> start(number(), Map.of()))).isEqualTo("start-refused");
        goOnToTheEnd();
        assertThat(refusalOf(() -> start(number(), Map.of()))).isEqualTo("start-refused");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    private static void start(String number, Map<String, Object> variables) {
        runtimeService().startProcessInstanceByKey("repair", number, variables);
    }

    // The start form

    @Test
    void theStartFormRegistersTheTicket() {
        registeredWith("1-1-101", "HOME_PLUMBING");
        assertThat(number()).startsWith("BX-26-");
        assertThat(ticket().firstResponder()).isEqualTo("desk1");
        assertThat(ticket().facts().intake().reporter().name()).isEqualTo("张三");
        assertThat(undeclared()).isEmpty();
        assertThat(flow()).isWaitingAtExactly("callActivity_oneTimeNotice");
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed("endEvent_closed");
    }

    @Test
    void theStartFormTakesCommonPlaces() {
        registeredWith("LAMP-01", "PUBLIC_LIGHTING");
        runJobs();
        assertThat(ticket().facts().intake().place()).isEqualTo("LAMP-01");
        assertThat(step("dispatch").posts()).containsExactly("electrical-east", "front-desk-east", "lead-east");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1号楼1单元101", "１ 号楼 １ 单元 １０１ 室", "1栋1单元101", "1 1 101"})
    void theStartFormTakesAHomeAsPeopleSayIt(String said) {
        registeredWith(said, "HOME_PLUMBING");
        assertThat(ticket().facts().intake().home()).isEqualTo("1-1-101");
    }

    @Test
    void aStartFormWithAFaultLeavesNothingBehind() {
        assertThat(refusalOf(() -> registeredWith("9-9-999", "HOME_PLUMBING"))).isEqualTo("home-unknown");
        assertThat(refusalOf(() -> registeredWith("1-1-101", "UNKNOWN"))).isEqualTo("category-unknown");
        assertThat(refusalOf(() -> as("desk1").registers("location", "1-1-101", "urgent", true)))
                .isEqualTo("input-undeclared");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    private void registeredWith(String location, String category) {
        as("desk1")
                .registers(
                        "location",
                        location,
                        "category",
                        category,
                        "danger",
                        "NONE",
                        "scope",
                        "PERSONAL",
                        "description",
                        "坏了");
    }

    // What fails

    @ParameterizedTest
    @MethodSource("tellingSteps")
    void aStepThatFailsIsTriedAgainStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        open();
        goOnUntil(element);
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        assertThat(incident().getIncidentMessage()).contains(number(), "no outbox");

        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        goOnToTheEnd();
        assertThat(flow()).isEnded().hasPassed(element, "endEvent_closed");
    }

    @Test
    void aFailureInACalledFlowIsSeenOnTheCallingStepToo() {
        open();
        goOnUntil("sendTask_notifyResidentOfWork");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incidents())
                .extracting("activityId")
                .containsExactlyInAnyOrder("sendTask_notifyResidentOfWork", "callActivity_acceptance");
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(waitsAt()).contains("userTask_acceptWork");
    }

    @ParameterizedTest
    @CsvSource({TELLING_HANDLER, TELLING_RESIDENT})
    void aWithdrawalThatCannotBeToldStopsThereAndGoesOnWhenTheCauseIsGone(String element) {
        open();
        withdraw();
        if (element.equals(TELLING_RESIDENT)) {
            runJob(TELLING_HANDLER);
        }
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(flow()).isEnded().hasPassed("endEvent_withdrawn");
    }

    @Test
    void anErrorThatNoDiagramCatchesIsLoud() {
        open();
        notices(new BpmnError("not.caught", "not caught"));
        assertThat(retriesUntilGivenUp()).endsWith(0);
        assertThat(incident().getActivityId()).isEqualTo("callActivity_oneTimeNotice");
        assertThat(flow()).isNotEnded();
    }
}
