package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Status;

/** {@code on-site-survey.bpmn}, inside the repair: what the technician finds, and where that leads. */
class OnSiteSurveyProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("onSiteSurvey");

    private void taken() {
        open();
        runJobs();
        as("plumber1").does("dispatch", "handler", "MYSELF");
    }

    private void inspects(String result, Object... more) {
        Object[] fields = new Object[more.length + 4];
        System.arraycopy(new Object[] {"findings", "查看过", "result", result}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        as("plumber1").does("inspectOnSite", fields);
    }

    @Test
    void whatCanBeRepairedIsRepaired() {
        taken();
        inspects("REPAIR");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        assertThat(status()).isEqualTo(Status.ON_SITE);
        assertThat(ticket().deadline(ClockKind.ARRIVE).stoppedAt()).isNotNull();
    }

    @Test
    void whatCostsSomethingIsQuotedFirst() {
        taken();
        inspects("QUOTE", "amount", 80, "work", "更换龙头");
        assertThat(waitsAt()).containsExactly("userTask_confirmQuote");
        as("desk1").does("confirmQuote", "answer", "AGREED");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
    }

    @Test
    void aPriceOfNothingIsNoPrice() {
        taken();
        assertThat(refusalOf(() -> inspects("QUOTE", "work", "更换龙头"))).isEqualTo("quote-missing");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void whatHasToWaitIsLookedAtAgain() {
        taken();
        inspects("WAIT", "waitingFor", "PARTS", "reference", "阀芯", "until", hence(48));
        assertThat(waitsAt()).containsExactly("userTask_resumeWork");
        assertThat(ticket().deadline(ClockKind.FINISH).paused()).isTrue();
        time.pass(Duration.ofHours(3));
        as("plumber1").does("resumeWork", "note", "配件已到");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
    }

    @Test
    void anEmergencyDoesNotWait() {
        openUrgent();
        goOnUntil("userTask_inspectOnSite");
        assertThat(refusalOf(() -> inspects("WAIT", "waitingFor", "PARTS", "reference", "阀芯", "until", hence(48))))
                .isEqualTo("pause-p0");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(status()).isEqualTo(Status.ACCEPTED);
    }

    @Test
    void whatIsSomebodyElsesIsWrittenToThem() {
        taken();
        inspects("EXTERNAL");
        assertThat(waitsAt()).containsExactly("userTask_sendLetter");
        goOnUntil("userTask_inspectOnSite");
        assertThat(events()).contains("letterSent", "letterEnded");
    }

    /** A handover defect is the builder's however old the home is. */
    @Test
    void theBuildersWorkIsTheirsFromTheBeginning() {
        open(atHome("HANDOVER_DEFECT", Danger.NONE));
        runJobs();
        as("lead").does("dispatch", "handler", "MYSELF");
        assertThat(waitsAt()).containsExactly("userTask_sendLetter");
        goOnUntil("userTask_inspectOnSite");
        assertThat(events()).contains("letterEnded").doesNotContain("arrived");
    }

    @Test
    void aVisitThatCameToNothingIsMadeAgain() {
        taken();
        inspects("MOVED", "slotFrom", hence(26));
        assertThat(told()).endsWith("appointment.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(task("inspectOnSite").getDueDate().toInstant()).isEqualTo(due(ClockKind.ARRIVE));
        assertThat(ticket().deadline(ClockKind.ARRIVE).cycle()).isEqualTo(1);
    }

    @Test
    void aHomesRepairIsNoMajorOne() {
        taken();
        assertThat(refusalOf(() -> inspects("MAJOR"))).isEqualTo("major-private");
    }

    @Test
    void aResidentWhoMovesTheSlotHasToSayWhereTo() {
        taken();
        assertThat(refusalOf(() -> inspects("MOVED"))).isEqualTo("slot-missing");
        assertThat(refusalOf(() -> inspects("ABSENT", "slotFrom", hence(-1)))).isEqualTo("appointment-past");
        assertThat(events()).doesNotContain("missedVisit", "rescheduled");
    }

    @Test
    void theResidentMovesTheSlotBeforeAnybodyComes() {
        taken();
        reschedule(30);
        runJobs();
        assertThat(told()).endsWith("appointment.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite");
        assertThat(task("inspectOnSite").getDueDate().toInstant()).isEqualTo(due(ClockKind.ARRIVE));
    }

    @Test
    void arrivingThatComesNearItsLimitIsHandedToItsLadder() {
        taken();
        timerComes("startEvent_arriveDue");
        assertThat(running("timeLimit")).isNotNull();
        inspects("REPAIR");
        assertThat(running("timeLimit")).isNull();
    }

    @Test
    void whatTheFormDoesNotOfferIsRefused() {
        taken();
        assertThat(refusalOf(() -> inspects("HOME"))).isEqualTo("input-choice");
        assertThat(refusalOf(() -> inspects("WAIT", "waitingFor", "PARTS", "reference", "阀芯")))
                .isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("plumber2").does("inspectOnSite", "findings", "查看过")))
                .isEqualTo("task-not-yours");
    }
}
