package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;

/** {@code waiting.bpmn}, inside the repair: parts and weather. */
class WaitingProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("waiting");

    private void waits() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF");
        as("plumber1")
                .does(
                        "inspectOnSite",
                        "findings",
                        "没有配件",
                        "result",
                        "WAIT",
                        "waitingFor",
                        "PARTS",
                        "reference",
                        "阀芯",
                        "until",
                        hence(48));
    }

    @Test
    void theResidentIsToldAndWhatWasLeftIsLeftAfterwards() {
        open();
        runJobs();
        Instant promised = due(ClockKind.FINISH);
        as("plumber1").does("dispatch", "handler", "MYSELF");
        as("plumber1")
                .does(
                        "inspectOnSite",
                        "findings",
                        "没有配件",
                        "result",
                        "WAIT",
                        "waitingFor",
                        "PARTS",
                        "reference",
                        "阀芯",
                        "until",
                        hence(48));
        assertThat(told()).endsWith("paused.to-resident");
        assertThat(ticket().pause().map(Pause::reason)).contains(PauseReason.PARTS);
        assertThat(task("resumeWork")).isAssignedTo("plumber1");
        time.pass(Duration.ofDays(1));
        as("plumber1").does("resumeWork", "note", "配件已到");
        assertThat(told()).endsWith("resumed.to-resident");
        assertThat(due(ClockKind.FINISH)).isAfter(promised);
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
    }

    @Test
    void aSlotIsAgreedForGoingOn() {
        waits();
        time.pass(Duration.ofHours(3));
        as("plumber1").does("resumeWork", "note", "配件已到", "slotFrom", hence(24));
        assertThat(events()).endsWith("resumed", "rescheduled");
        assertThat(ticket().facts().intake().appointment()).isNotNull();
    }

    @Test
    void waitingHasAnEnd() {
        waits();
        timerComes("event_untilReached");
        assertThat(ticket().pause()).isEmpty();
        assertThat(told()).endsWith("resumed.to-resident");
        assertThat(waitsAt()).contains("userTask_inspectOnSite");
    }

    @Test
    void whatIsTransferredDoesNotWaitAnyLonger() {
        waits();
        time.pass(Duration.ofHours(1));
        transfer("electrical-east");
        runJobs();
        assertThat(ticket().pause()).isEmpty();
        assertThat(waitsAt()).containsExactly("userTask_dispatch");
        assertThat(running("waiting")).isNull();
    }

    @Test
    void aNoticeThatFailsStopsThereAndGoesOn() {
        waits();
        notices(new IllegalStateException("no outbox"));
        time.pass(Duration.ofHours(1));
        as("plumber1").hands("resumeWork", "note", "配件已到");
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResidentOfResumption");
        noticesRecover();
        retry();
        assertThat(waitsAt()).contains("userTask_inspectOnSite");
    }
}
