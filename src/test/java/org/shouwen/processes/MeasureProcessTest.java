package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.complaint.Grade;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.MeasureDesk;
import org.shouwen.complaint.Measures;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;

/** {@code measure.bpmn}: what an answer promised, until it is done, late, or dropped with its complaint. */
class MeasureProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("measure");

    private ProcessInstance measure;

    /** An answer promises that {@code desk2} puts up a notice within a day. */
    @BeforeEach
    void promised() {
        openComplaint(Grade.ORDINARY);
        runJobs();
        as("desk1")
                .does("contactComplainant", "words", "电话联系")
                .does("investigate", "findings", "属实", "plan", "制止", "second", "desk2")
                .hands(
                        "answerComplainant",
                        "answer",
                        "已制止",
                        "response",
                        "SILENT",
                        "what1",
                        "贴告示",
                        "staff1",
                        "desk2",
                        "dueAt1",
                        hence(24));
        measure = running("measure");
    }

    private Measure kept() {
        return bean(Measures.class).ofTicket(number()).get(0);
    }

    @Test
    void itIsThePersonsTaskUntilItIsDone() {
        assertThat(measure).isWaitingAtExactly("sendTask_notifyPersonOfMeasure");
        runJobs();
        assertThat(task("carryOut")).isAssignedTo("desk2").hasDueDate(Date.from(kept().dueAt()));
        assertThat(shownBy(task("carryOut").getId())).containsExactly("show_facts", "show_measure", "show_ticket");
        assertThat(undeclared()).isEmpty();
        assertThat(refusalOf(() -> as("desk1").does("carryOut", "result", "贴了")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("desk2").does("carryOut"))).isEqualTo("input-missing");
        as("desk2").does("carryOut", "result", "一号楼大堂已张贴");
        assertThat(kept().state(time.instant())).isEqualTo("已落实");
        assertThat(lastLine().text()).contains("贴告示", "一号楼大堂已张贴");
        assertThat(measure).isEnded().hasPassed("endEvent_done");
    }

    @Test
    void whatIsLateIsSupervised() {
        runJobs();
        timerComes("event_overdue");
        assertThat(measure).hasPassed("endEvent_supervised").isWaitingAt("userTask_carryOut");
        assertThat(told()).endsWith("measure-late.to-resident");
        assertThat(kept().state(time.instant())).isEqualTo("已超期");
        assertThat(bean(Measures.class).late(time.instant(), 10))
                .extracting(Measure::id)
                .contains(kept().id());
        assertThat(waitsAt()).contains("userTask_acknowledge");
        as("desk2").does("carryOut", "result", "补贴了");
        assertThat(told()).endsWith("measure-done.to-resident");
        assertThat(bean(Measures.class).late(time.instant(), 10))
                .extracting(Measure::id)
                .doesNotContain(kept().id());
    }

    @Test
    void itIsDroppedWithItsComplaint() {
        runJobs();
        withdraw();
        runJobs();
        assertThat(measure).isEnded().hasPassed("endEvent_cancelled");
        assertThat(kept().state(time.instant())).isEqualTo("已取消");
    }

    @Test
    void withdrawnBeforeAnybodyIsTold() {
        withdraw();
        runJobs();
        assertThat(measure).isEnded();
        assertThat(told()).doesNotContain("measure.to-person");
    }

    @Test
    void itGoesOnAfterTheComplaintIsClosed() {
        runJobs();
        as("manager").does("conclude", "verdict", "VALID", "reason", "属实");
        as("manager").does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        assertThat(flow()).isEnded();
        assertThat(waitsAt()).containsExactly("userTask_carryOut");
        as("desk2").does("carryOut", "result", "贴了");
        assertThat(measure).isEnded();
        assertThat(told()).endsWith("complaint-closed.to-resident", "measure-done.to-resident");
    }

    @Test
    void itsClockAndItsLadderGoOnAfterTheComplaintIsClosed() {
        runJobs();
        as("manager").does("conclude", "verdict", "VALID", "reason", "属实");
        as("manager").does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        timerComes("event_overdue");
        assertThat(told()).endsWith("supervision.to-person", "measure-late.to-resident");
        assertThat(waitsAt()).contains("userTask_carryOut", "userTask_acknowledge");
        as("desk2").does("carryOut", "result", "补贴了");
        assertThat(waitsAt()).isEmpty();
    }

    // Given up

    private void givesUp(String who) {
        as(who).act(() -> {
            bean(MeasureDesk.class).giveUp(kept().id(), "城管不同意张贴", who, time.instant());
            return who;
        });
        runJobs();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSuperiorGivesItUpAndEverybodyIsToldWhyEvenLate(boolean late) {
        runJobs();
        if (late) {
            timerComes("event_overdue");
        }
        givesUp("lead");
        assertThat(measure).isEnded().hasPassed("endEvent_givenUp").hasNotPassed("endEvent_done");
        assertThat(told()).endsWith("measure-given-up.to-person", "measure-given-up.to-resident");
        assertThat(kept().state(time.instant())).isEqualTo("已放弃");
        assertThat(kept().outcome().result()).isEqualTo("城管不同意张贴");
        assertThat(waitsAt()).containsExactly("userTask_conclude");
        assertThat(refusalOf(() -> givesUp("lead"))).isEqualTo("measure-ended");
    }

    @Test
    void nobodyGivesUpHisOwnOrASuperiors() {
        runJobs();
        assertThat(refusalOf(() -> givesUp("desk2"))).isEqualTo("measure-rank");
        assertThat(refusalOf(() -> givesUp("plumber1"))).isEqualTo("measure-rank");
        assertThat(measure).isWaitingAt("userTask_carryOut");
    }

    @Test
    void aPersonWhoCannotBeToldIsToldWhenTheCauseIsGone() {
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp("sendTask_notifyPersonOfMeasure");
        noticesRecover();
        retry();
        assertThat(waitsAt()).contains("userTask_carryOut");
    }
}
