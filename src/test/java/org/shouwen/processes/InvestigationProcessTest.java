package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.complaint.Answer;
import org.shouwen.complaint.Complaints;
import org.shouwen.complaint.Grade;
import org.shouwen.complaint.Measures;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Status;

/** {@code investigation.bpmn}: contact, investigation, answer, mediation, and the limits that are watched meanwhile. */
class InvestigationProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("investigation");

    private ProcessInstance investigation() {
        return running("investigation");
    }

    private void opened(Grade grade) {
        openComplaint(grade);
        runJobs();
    }

    private void contacted(String owner) {
        as(owner).does("contactComplainant", "words", "电话联系，约定明天答复");
    }

    private void investigated(String owner) {
        contacted(owner);
        as(owner).does("investigate", "findings", "属实", "plan", "制止施工", "second", "desk2");
    }

    private Person answering(String owner, String response, Object... more) {
        Object[] fields = new Object[more.length + 6];
        List.of("answer", "已制止施工", "response", response, "remark", "还要道歉").toArray(fields);
        System.arraycopy(more, 0, fields, 6, more.length);
        return as(owner).does("answerComplainant", fields);
    }

    // Paths

    @Test
    void contactedInvestigatedAnswered() {
        opened(Grade.ORDINARY);
        ProcessInstance flow = investigation();
        contacted("desk1");
        assertThat(status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(ticket().deadline(ClockKind.RESPOND).stoppedAt()).isNotNull();
        as("desk1").does("investigate", "findings", "属实", "plan", "制止", "second", "desk2");
        assertThat(lastLine().text()).contains("与desk2共同调查", "属实", "制止");
        answering("desk1", "AGREED");
        assertThat(ticket().deadline(ClockKind.ANSWER).stoppedAt()).isNotNull();
        assertThat(told()).endsWith("complaint-answered.to-resident");
        assertThat(flow).isEnded().hasPassed("endEvent_answered");
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }

    @Test
    void anObjectionIsMediatedAndAnsweredAgain() {
        opened(Grade.ORDINARY);
        investigated("desk1");
        assertThat(refusalOf(() -> as("desk1").does("answerComplainant", "answer", "已制止", "response", "DISPUTED")))
                .isEqualTo("remark-missing");
        answering("desk1", "DISPUTED");
        assertThat(step("mediate").posts()).containsExactly("lead-east");
        assertThat(refusalOf(() -> as("desk1").does("mediate", "result", "和好"))).isEqualTo("task-not-yours");
        as("lead").does("mediate", "outcome", "SETTLED", "result", "当面道歉", "parties", "居委会");
        assertThat(lastLine().text()).contains("居委会参加", "当面道歉");
        answering("desk1", "SILENT");
        assertThat(bean(Complaints.class).answers(number()))
                .extracting(Answer::round, Answer::response)
                .containsExactly(tuple(1, Answer.Response.DISPUTED), tuple(2, Answer.Response.SILENT));
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }

    /** What the house cannot settle goes elsewhere: the resident is told where, and the complaint is judged as it stands. */
    @Test
    void whereMediationFailsTheOtherPathsAreTold() {
        opened(Grade.ORDINARY);
        ProcessInstance investigation = running("investigation");
        investigated("desk1");
        answering("desk1", "DISPUTED");
        assertThat(refusalOf(() -> as("lead").does("mediate", "outcome", "NOT_SETTLED")))
                .isEqualTo("input-missing");
        as("lead").does("mediate", "outcome", "NOT_SETTLED", "result", "业主要求赔偿，装修方不同意");
        assertThat(lastLine().text()).contains("调解没有达成一致", "业主要求赔偿");
        assertThat(told()).endsWith("mediation-failed.to-resident");
        assertThat(investigation).isEnded().hasPassed("endEvent_mediationFailed");
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }

    // In writing

    @Test
    void aGraveMatterIsAnsweredInWriting() {
        opened(Grade.MAJOR);
        investigated("manager");
        assertThat(refusalOf(() -> answering("manager", "AGREED"))).isEqualTo("answer-in-writing");
        answering("manager", "AGREED", "written", true);
        Answer answer = bean(Complaints.class).answers(number()).get(0);
        assertThat(answer.letterNumber()).isEqualTo(number() + "-01");
        assertThat(new String(
                        bean(Complaints.class).letter(number(), 1).orElseThrow(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(events()).contains("answer-heard");
    }

    @Test
    void anOrdinaryAnswerNeedsNoLetter() {
        opened(Grade.ORDINARY);
        investigated("desk1");
        answering("desk1", "AGREED");
        assertThat(bean(Complaints.class).letter(number(), 1)).isEmpty();
    }

    // By two, and never by whom it is about

    @Test
    void whatTwoHaveToSeeToIsNotInvestigatedByOne() {
        openComplaint("plumber1", "twoPeople");
        runJobs();
        contacted("desk1");
        Map.of("second-missing", "", "second-same", "desk1", "staff-recused", "plumber1")
                .forEach((refusal, second) -> assertThat(refusalOf(() ->
                                as("desk1").does("investigate", "findings", "属实", "plan", "制止", "second", second)))
                        .isEqualTo(refusal));
        assertThat(waitsAt()).containsExactly("userTask_investigate");
        as("desk1").does("investigate", "findings", "属实", "plan", "制止", "second", "desk2");
        assertThat(waitsAt()).containsExactly("userTask_answerComplainant");
    }

    // Promised measures

    @Test
    void whatIsPromisedBecomesTasks() {
        opened(Grade.ORDINARY);
        investigated("desk1");
        answering(
                "desk1",
                "AGREED",
                "what1",
                "贴告示",
                "staff1",
                "desk2",
                "dueAt1",
                hence(24),
                "what3",
                "巡查",
                "staff3",
                "plumber1",
                "dueAt3",
                hence(48));
        assertThat(bean(Measures.class).ofTicket(number()))
                .extracting("what", "staff")
                .containsExactly(tuple("贴告示", "desk2"), tuple("巡查", "plumber1"));
        assertThat(waitsAt()).containsExactly("userTask_carryOut", "userTask_carryOut", "userTask_conclude");
        assertThat(told()).filteredOn("measure.to-person"::equals).hasSize(2);
    }

    @Test
    void aMeasureIsWholeAndAheadAndNobodysWhomItIsAbout() {
        openComplaint("plumber1");
        runJobs();
        investigated("desk1");
        assertThat(refusalOf(() -> promising("plumber1", hence(24)))).isEqualTo("staff-recused");
        assertThat(refusalOf(() -> promising("nobody", hence(24)))).isEqualTo("staff-unknown");
        assertThat(refusalOf(() -> promising("desk2", hence(-1)))).isEqualTo("measure-past");
        assertThat(refusalOf(() -> promising("", hence(24)))).isEqualTo("input-missing");
        assertThat(refusalOf(() -> promising("desk2", ""))).isEqualTo("input-missing");
        assertThat(refusalOf(() -> promising("desk2", "明天"))).isEqualTo("input-moment");
        assertThat(bean(Measures.class).ofTicket(number())).isEmpty();
        assertThat(waitsAt()).containsExactly("userTask_answerComplainant");
    }

    private void promising(String staff, String dueAt) {
        answering("desk1", "AGREED", "what1", "贴告示", "staff1", staff, "dueAt1", dueAt);
    }

    // Limits

    @Test
    void aFirstContactThatComesNearItsLimitIsHandedToItsLadder() {
        opened(Grade.ORDINARY);
        ProcessInstance flow = investigation();
        timerComes("event_respondDue");
        assertThat(flow).hasPassed("endEvent_respondWatched").isWaitingAt("userTask_contactComplainant");
        assertThat(running("timeLimit")).isNotNull();
        contacted("desk1");
        assertThat(running("timeLimit")).isNull();
    }

    @Test
    void anAnswerThatComesNearItsLimitIsHandedToItsLadder() {
        opened(Grade.ORDINARY);
        ProcessInstance flow = investigation();
        contacted("desk1");
        timerComes("startEvent_answerDue");
        assertThat(flow).hasPassed("endEvent_answerWatched");
        assertThat(running("timeLimit")).isNotNull();
    }

    @Test
    void aGraveMatterThatTheManagerHasNotSeenToIsHandedToItsLadder() {
        opened(Grade.MAJOR);
        ProcessInstance flow = investigation();
        timerComes("startEvent_lookDue");
        assertThat(flow).hasPassed("endEvent_lookWatched");
        contacted("manager");
        assertThat(events()).contains("looked-into");
        assertThat(ticket().deadline(ClockKind.ARRIVE).stoppedAt()).isNotNull();
    }

    @Test
    void onlyAGraveMatterPromisesTheManager() {
        opened(Grade.IMPORTANT);
        assertThat(ticket().find(ClockKind.ARRIVE)).isEmpty();
        contacted("manager");
        assertThat(events()).doesNotContain("looked-into");
    }

    @Test
    void everyTaskIsTheOwnersAndDue() {
        opened(Grade.ORDINARY);
        assertThat(task("contactComplainant")).isAssignedTo("desk1").hasDueDate(Date.from(due(ClockKind.RESPOND)));
        contacted("desk1");
        assertThat(task("investigate")).isAssignedTo("desk1").hasDueDate(Date.from(due(ClockKind.ANSWER)));
        assertThat(shownBy(task("investigate").getId()))
                .containsExactly("show_colleagues", "show_complaint", "show_facts", "show_ticket");
    }

    // What fails

    @Test
    void anAnswerThatCannotBeToldStopsThereAndGoesOn() {
        opened(Grade.ORDINARY);
        investigated("desk1");
        as("desk1").hands("answerComplainant", "answer", "已制止", "response", "AGREED");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResidentOfAnswer");
        noticesRecover();
        retry();
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }
}
