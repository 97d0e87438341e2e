package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;

/** {@code missed-visit.bpmn}, inside the repair: nobody at home, refused entry, another slot. */
class MissedVisitProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("missedVisit");

    private void missed(String result) {
        open();
        runJobs();
        as("plumber1")
                .does("dispatch", "handler", "MYSELF")
                .does("inspectOnSite", "findings", "敲门无人应", "result", result);
    }

    @Test
    void agreedOnTheSpot() {
        open();
        runJobs();
        as("plumber1")
                .does("dispatch", "handler", "MYSELF")
                .does("inspectOnSite", "findings", "电话里约好", "result", "ABSENT", "slotFrom", hence(26));
        assertThat(told()).endsWith("appointment.to-resident").doesNotContain("missed-visit.to-resident");
        assertThat(ticket().pause()).isEmpty();
        assertThat(events()).endsWith("missedVisit", "rescheduled");
    }

    @Test
    void theFirstResponderArrangesAnotherSlotAndTheClocksWait() {
        missed("ABSENT");
        assertThat(told()).endsWith("missed-visit.to-resident");
        assertThat(task("arrangeVisit")).isAssignedTo("desk1");
        assertThat(ticket().pause().map(Pause::reason)).contains(PauseReason.RESIDENT_SLOT);
        time.pass(Duration.ofHours(2));
        as("desk1").does("arrangeVisit", "slotFrom", hence(20));
        assertThat(ticket().pause()).isEmpty();
        assertThat(told()).endsWith("appointment.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(ticket().deadline(ClockKind.ARRIVE).runs()).isTrue();
    }

    @Test
    void refusedEntryIsToldWithWhatFollows() {
        missed("REFUSED");
        assertThat(told()).endsWith("missed-visit.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_arrangeVisit");
        withdraw();
        runJobs();
        assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void theClocksRunOnWhereTheResidentDoesNotAnswer() {
        missed("ABSENT");
        timerComes("event_waitedEnough");
        assertThat(ticket().pause()).isEmpty();
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
        assertThat(waitsAt()).contains("userTask_arrangeVisit");
        as("desk1").does("arrangeVisit", "slotFrom", hence(20));
        assertThat(waitsAt()).contains("userTask_inspectOnSite");
    }

    @Test
    void theResidentCallsWithASlot() {
        missed("ABSENT");
        time.pass(Duration.ofHours(1));
        reschedule(24);
        runJobs();
        assertThat(ticket().pause()).isEmpty();
        assertThat(told()).endsWith("appointment.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
    }

    @Test
    void anEmergencyDoesNotWaitForTheResident() {
        openUrgent();
        goOnUntil("userTask_inspectOnSite");
        as("plumber1").does("inspectOnSite", "findings", "敲门无人应", "result", "ABSENT");
        assertThat(ticket().pause()).isEmpty();
        assertThat(waitsAt()).containsExactly("userTask_arrangeVisit");
    }

    /** Ten working days in all, whatever happens in between. */
    @Test
    void whatHasWaitedLongEnoughDoesNotWaitAgain() {
        missed("ABSENT");
        timerComes("event_waitedEnough");
        as("desk1").does("arrangeVisit", "slotFrom", hence(20));
        // Nobody has missed what has not begun
        assertThat(refusalOf(() -> as("plumber1").does("inspectOnSite", "findings", "又没人", "result", "ABSENT")))
                .isEqualTo("slot-ahead");
        assertThat(refusalOf(() -> as("plumber1").does("inspectOnSite", "findings", "不让进", "result", "REFUSED")))
                .isEqualTo("slot-ahead");
        time.pass(Duration.ofHours(20));
        as("plumber1").does("inspectOnSite", "findings", "又没人", "result", "ABSENT");
        assertThat(ticket().pause()).isEmpty();
        assertThat(waitsAt()).contains("userTask_arrangeVisit");
        assertThat(told()).filteredOn("missed-visit.to-resident"::equals).hasSize(2);
    }

    @Test
    void aNoticeThatFailsStopsThereAndGoesOn() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF");
        as("plumber1").hands("inspectOnSite", "findings", "敲门无人应", "result", "ABSENT");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResidentOfMissedVisit");
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(waitsAt()).containsExactly("userTask_arrangeVisit");
    }
}
