package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.historyService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.renovation.Act;
import org.shouwen.renovation.Renovation;
import org.shouwen.returnvisit.Visitor;
import org.shouwen.returnvisit.Visits;
import org.shouwen.roster.Housekeeper;
import org.shouwen.roster.Housekeepers;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Status;

/** {@code renovation.bpmn}, with the flows it calls: registered, supervised, filed, visited; and the ways out. */
class RenovationProcessTest extends Applications {

    private static final String TELLING_HANDLER = "sendTask_notifyHandlerOfRenovationWithdrawal";
    private static final String URGING = "sendTask_notifyHandlerOfRenovationUrging";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("renovation");

    /** Where only the link, a refusal or an objection leads; their own tests go there. */
    private static final Set<String> BESIDE_THE_LONG_WAY = Set.of(
            "userTask_acceptPapers",
            "sendTask_notifyResidentOfRefusal",
            "serviceTask_startSupervisionOfReopening",
            "userTask_answerOwner",
            "sendTask_notifyResidentOfAnswerToOwner",
            "serviceTask_fileRenovation",
            "sendTask_notifyResidentOfFiling");

    static List<String> waitStates() {
        return waitStates("renovation", "renovationApproval", "renovationSupplement").stream()
                .filter(element -> !BESIDE_THE_LONG_WAY.contains(element))
                .toList();
    }

    @BeforeEach
    void applied() {
        forgetOthers();
        apply();
    }

    private void visited(String satisfaction) {
        as("desk1")
                .does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", satisfaction, "remark", "太慢");
    }

    // Paths

    @Test
    void registeredSupervisedFiledAndVisited() {
        assertThat(number()).startsWith("ZS-26-");
        assertThat(ticket().facts().priority()).isEqualTo(Priority.P2);
        assertThat(ticket().deadlines()).extracting(Deadline::clock).containsExactly(ClockKind.RESPOND);
        // One working day from Monday 11-23: until Tuesday at closing time
        assertThat(due(ClockKind.RESPOND)).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(flow()).isWaitingAtExactly("callActivity_renovationApproval");
        goOnUntil("userTask_visit");
        assertThat(stage()).isEqualTo(Renovation.Stage.FILED);
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        visited("SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(told()).endsWith("renovation-closed.to-resident");
        assertThat(flow()).isEnded().hasPassed("serviceTask_fileRenovation", "endEvent_renovationFiled");
    }

    @Test
    void whatIsNotRegisteredIsNotSupervised() {
        checkAll();
        review("UNSOUND");
        decide("REFUSED");
        assertThat(flow())
                .isEnded()
                .hasPassed("endEvent_notRegistered")
                .hasNotPassed("callActivity_renovationSupervision");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
        apply();
        assertThat(stage()).isEqualTo(Renovation.Stage.APPLIED);
    }

    /** Rules 4.16: the 管家 of the building; who stands in for him while he is away; the first responder where nobody is set. */
    @Test
    void theOwnerIsVisitedByWhosBuildingItIsAndElseByTheFirstResponder() {
        Housekeepers housekeepers = bean(Housekeepers.class);
        housekeepers.set(new Housekeeper("east", "1", "", "desk2", "manager", time.instant()));
        try {
            goOnUntil("userTask_visit");
            assertThat(step("visit").assignee()).isEqualTo("desk2");
            assertThat(bean(Visits.class).ofTicket(number()))
                    .singleElement()
                    .satisfies(visit -> assertThat(visit.rule().visitor()).isEqualTo(Visitor.HOUSEKEEPER));
            long absence = away("desk2");
            substitute();
            assertThat(step("visit").assignee()).isEqualTo("lead");
            back(absence);
            // Found later, so that the next round has no 管家 any more
            as("lead")
                    .does(
                            "visit",
                            "method",
                            "PHONE",
                            "reached",
                            "REACHED",
                            "satisfaction",
                            "DISSATISFIED",
                            "remark",
                            "慢");
        } finally {
            housekeepers.remove("east", "1", "");
        }
        as("manager").does("answerOwner", "answer", "已当面说明审批经过");
        assertThat(step("visit").assignee()).isEqualTo("desk1");
        assertThat(bean(Visits.class).ofTicket(number()))
                .extracting(visit -> visit.rule().visitor())
                .containsExactly(Visitor.HOUSEKEEPER, Visitor.FIRST_RESPONDER);
    }

    @Test
    void anUnhappyOwnerIsReportedOneLevelUpAnsweredAndAskedAgain() {
        goOnUntil("userTask_visit");
        visited("DISSATISFIED");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(ticket().deadlines())
                .filteredOn(Deadline::runs)
                .extracting(Deadline::clock)
                .containsExactly(ClockKind.FINISH);
        // The manager answers, and above him is nobody who could be asked about it
        assertThat(waitsAt()).containsExactly("userTask_answerOwner");
        assertThat(task("answerOwner"))
                .hasDueDate(Date.from(due(ClockKind.FINISH)))
                .hasCandidateGroup("manager-east");
        assertThat(refusalOf(() -> as("desk1").does("answerOwner", "answer", "好")))
                .isEqualTo("task-not-yours");
        as("manager").does("answerOwner", "answer", "已当面说明审批经过");
        assertThat(told()).endsWith("renovation-answered.to-resident");
        assertThat(waitsAt()).contains("userTask_visit");
        visited("SATISFIED");
        assertThat(flow()).isEnded().hasPassed("endEvent_ownerAnswered", "endEvent_renovationFiled");
    }

    @Test
    void anObjectionThatNobodyAnswersIsHandedToTheLadder() {
        goOnUntil("userTask_visit");
        visited("DISSATISFIED");
        timerComes("event_ownerFinishDue");
        assertThat(running("timeLimit")).isNotNull();
        assertThat(flow()).hasPassed("endEvent_ownerFinishWatched");
        as("manager").does("answerOwner", "answer", "已说明");
        assertThat(running("timeLimit")).isNull();
    }

    @Test
    void whoObjectsToARefusalIsAnsweredByTheSupervisor() {
        checkAll();
        review("UNSOUND");
        decide("REFUSED");
        reopen();
        assertThat(flow()).isWaitingAtExactly("subProcess_reopening", "serviceTask_startSupervisionOfReopening");
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(waitsAt()).containsExactly("userTask_answerOwner");
    }

    // Withdrawal and urging

    @ParameterizedTest
    @MethodSource("waitStates")
    void withdrawnWhereverItIs(String element) {
        goOnUntil(element);
        withdraw();
        assertThat(waitsAt()).containsExactly(TELLING_HANDLER);
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(told()).endsWith("withdrawn.to-handler", "withdrawn.to-resident");
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
        assertThat(stage()).isEqualTo(Renovation.Stage.WITHDRAWN);
        assertThat(runtimeService().createVariableInstanceQuery().count()).isZero();
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
        assertThat(flow()).isEnded().hasPassed("endEvent_renovationWithdrawn");
    }

    @Test
    void withACertificateItIsFollowedToItsEnd() {
        goOnUntil("userTask_patrol");
        assertThat(refusalOf(this::withdraw)).isEqualTo("certificate-issued");
        assertThat(status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(stage()).isEqualTo(Renovation.Stage.REGISTERED);
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void urgedWhereverItIsTheFlowGoesOn(String element) {
        goOnUntil(element);
        Collection<String> before = waitsAt();
        urge();
        runJob(URGING);
        assertThat(told()).endsWith("urged.to-handler");
        assertThat(waitsAt()).isEqualTo(before);
        goOnUntil("userTask_visit");
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        goOnUntil(element);
        assertThat(undeclared()).isEmpty();
        assertThat(historyService().createHistoricVariableInstanceQuery().count())
                .isZero();
    }

    // What cannot be taken

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            applicant,      -,           field-missing
            applicant,      TENANT,      field-choice
            applicant,      USER,        consent-missing
            ordinary,       -,           acts-missing
            other,          true,        field-missing
            otherAct,       开天窗,       other-act-not-chosen
            firm,           美家装饰,     qualification-missing
            qualification,  鲁D-0012,     firm-missing
            from,           -,           field-missing
            from,           下周一,       field-date
            from,           2026-11-22,  start-past
            until,          2026-12-06,  dates-order
            until,          2028-12-06,  period-too-long
            phone,          13812345678, detail-undeclared
            """)
    void whatCannotBeTakenLeavesNothingBehind(String name, String answer, String refusal) {
        forgetOthers();
        Map<String, String> told = details();
        if (answer == null) {
            told.remove(name);
        } else {
            told.put(name, answer);
        }
        String before = number();
        assertThat(refusalOf(() -> open(application(told)))).isEqualTo(refusal);
        assertThat(renovations.openAt("1-1-101")).isEmpty();
        assertThat(number()).isEqualTo(before);
    }

    @Test
    void actsNeedTheirHomeAndOneRenovationAHome() {
        assertThat(refusalOf(() -> open(application("9-9-999", details())))).isEqualTo("home-unknown");
        assertThat(refusalOf(() -> open(application(null, details())))).isEqualTo("location-required");
        assertThat(refusalOf(this::apply)).isEqualTo("renovation-open");
    }

    // The start form

    @Test
    void registeredWithTheStartForm() {
        forgetOthers();
        as("desk1").starts("renovation", form("acts", json("[\"ORDINARY\",\"WATERPROOFING\"]")));
        assertThat(flow()).isWaitingAtExactly("callActivity_renovationApproval");
        assertThat(renovation().application().scheme().acts())
                .containsExactlyInAnyOrder(Act.ORDINARY, Act.WATERPROOFING);
        assertThat(undeclared()).isEmpty();
        runJobs();
        assertThat(waitsAt()).contains("userTask_checkPapers");
    }

    @Test
    void aStartThatIsRefusedLeavesNothingBehind() {
        forgetOthers();
        long before = runtimeService().createProcessInstanceQuery().count();
        assertThat(refusalOf(() -> as("desk1").starts("renovation", form("acts", json("[\"SWIMMING_POOL\"]")))))
                .isEqualTo("input-choice");
        assertThat(refusalOf(() -> as("desk1").starts("renovation", form("until", "2026-12-01"))))
                .isEqualTo("dates-order");
        assertThat(refusalOf(() -> as("desk1").starts("renovation", form("from", "今天"))))
                .isEqualTo("input-date");
        assertThat(refusalOf(() -> as("desk1").starts("renovation", form("home", "9-9-999"))))
                .isEqualTo("contact-unknown");
        assertThat(refusalOf(() -> runtimeService().startProcessInstanceByKey("renovation", "ZS-26-999999")))
                .isEqualTo("start-refused");
        assertThat(runtimeService().createProcessInstanceQuery().count()).isEqualTo(before);
    }

    private static Object[] form(String name, Object value) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(Map.of(
                "home", "1-1-101",
                "contact", 1,
                "category", "RENOVATION_HOME",
                "applicant", "OWNER",
                "acts", json("[\"ORDINARY\"]"),
                "from", "2026-12-07",
                "until", "2027-02-05",
                "description", "铺砖刷墙"));
        fields.put(name, value);
        return fields.entrySet().stream()
                .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                .toArray();
    }

    // What fails

    @Test
    void aWithdrawalThatCannotBeToldStopsThereAndGoesOn() {
        withdraw();
        fails(TELLING_HANDLER);
        assertThat(flow()).isEnded().hasPassed("endEvent_renovationWithdrawn");
    }

    @Test
    void aClosingThatCannotBeToldStopsThereAndGoesOn() {
        goOnUntil("userTask_visit");
        as("desk1").hands("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        fails("sendTask_notifyResidentOfFiling");
        assertThat(flow()).isEnded().hasPassed("endEvent_renovationFiled");
    }

    private void fails(String element) {
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp(element)).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
    }
}
