package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Status;

/** {@code acceptance.bpmn}, inside the repair: the resident's answer, or none. */
class AcceptanceProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("acceptance");

    private void reported() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF").does("inspectOnSite", "findings", "阀芯磨损");
        as("plumber1").does("reportWork", "cause", "磨损", "work", "更换", "materialSource", "NONE");
    }

    @Test
    void accepted() {
        reported();
        assertThat(told()).endsWith("work-reported.to-resident");
        as("desk1").does("acceptWork", "result", "ACCEPTED");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
    }

    @Test
    void notAccepted() {
        reported();
        as("desk1").does("acceptWork", "result", "REWORK", "remark", "还在滴");
        assertThat(status()).isEqualTo(Status.ON_SITE);
        assertThat(told()).endsWith("rework.to-handler");
    }

    /** Monday 09:00, three working days: Thursday's closing time. */
    @Test
    void deemedWhereTheResidentDoesNotAnswer() {
        reported();
        assertThat(task("acceptWork")).hasDueDate(Date.from(Instant.parse("2026-11-26T10:00:00Z")));
        timerComes("event_silent");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        assertThat(told()).contains("deemed.to-resident");
        assertThat(events()).contains("work-accepted");
        assertThat(running("returnVisit")).isNotNull();
    }

    @Test
    void aNoticeThatFailsStopsThereAndGoesOn() {
        reported();
        timerFires("event_silent");
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp("sendTask_notifyResidentOfDeemedAcceptance");
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResidentOfDeemedAcceptance");
        noticesRecover();
        retry();
        assertThat(running("returnVisit")).isNotNull();
    }
}
