package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.repair.Repairs;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Pause;
import org.shouwen.ticket.PauseReason;
import org.shouwen.ticket.Status;

/** {@code external-party.bpmn}, inside the repair: letters, promises of others, three routes. */
class ExternalPartyProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("externalParty");

    private void letterDue() {
        open(atHome("SEEPAGE", Danger.NONE));
        runJobs();
        as("desk1").does("dispatch", "handler", ticket().facts().post().equals("lead-east") ? "lead" : "plumber1");
        String handler = ticket().handler().orElseThrow();
        as(handler)
                .does("accept", "decision", "ACCEPT")
                .does("inspectOnSite", "findings", "楼上外墙渗水", "result", "EXTERNAL");
    }

    private void sent(String party) {
        as("desk1").does("sendLetter", "party", party, "name", "单位", "letterNumber", "函 1 号", "promisedOn", hence(72));
        time.pass(Duration.ofHours(1));
    }

    private void follows(String result, Object... more) {
        Object[] fields = new Object[more.length + 4];
        System.arraycopy(new Object[] {"remark", "已联系", "result", result}, 0, fields, 0, 4);
        System.arraycopy(more, 0, fields, 4, more.length);
        as("desk1").does("followUp", fields);
        time.pass(Duration.ofHours(1));
    }

    @Test
    void threeRoutesEachWithItsDateThenOurselves() {
        letterDue();
        for (String party : new String[] {"OWNER_ORGANISATION", "CONSTRUCTION_CENTRE", "CONTRACTOR"}) {
            assertThat(task("sendLetter")).isAssignedTo("desk1");
            sent(party);
            assertThat(told()).endsWith("letter.to-resident");
            assertThat(ticket().pause().map(Pause::reason)).contains(PauseReason.THIRD_PARTY);
            if (party.equals("CONTRACTOR")) {
                assertThat(refusalOf(() -> follows("NEXT_PARTY"))).isEqualTo("routes-used-up");
                follows("OWN_REPAIR");
            } else {
                follows("NEXT_PARTY");
            }
            assertThat(ticket().pause()).isEmpty();
        }
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite", "userTask_tellPlan");
        assertThat(events()).filteredOn("letterSent"::equals).hasSize(3);
    }

    @Test
    void doneByThem() {
        letterDue();
        sent("CONTRACTOR");
        follows("DONE");
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
        assertThat(waitsAt()).containsExactly("userTask_inspectOnSite", "userTask_tellPlan");
        assertThat(told()).endsWith("letter-done.to-resident");
    }

    @Test
    void whatTheyDidIsCheckedByOursAndReportedAsNobodysWork() {
        letterDue();
        String handler = ticket().handler().orElseThrow();
        assertThat(shownBy(task("sendLetter").getId())).doesNotContain("show_external");
        sent("CONTRACTOR");
        follows("DONE");
        assertThat(shownBy(task("inspectOnSite").getId())).contains("show_external");
        as(handler).does("inspectOnSite", "findings", "试水两小时，没有再漏", "checked", true);
        assertThat(ticket().status()).isEqualTo(Status.DONE);
        assertThat(waitsAt()).containsExactly("userTask_acceptWork");
        assertThat(bean(Repairs.class).lastReport(number())).isEmpty();
        assertThat(told()).endsWith("work-reported.to-resident");
        // Not good enough: looked at again, and nobody outside says that it is mended any more
        as("desk1").does("acceptWork", "result", "REWORK", "remark", "又漏了");
        as(handler).does("reportWork", "unfinished", true, "work", "还须外单位返工");
        assertThat(refusalOf(() -> as(handler).does("inspectOnSite", "findings", "还漏", "checked", true)))
                .isEqualTo("not-by-others");
        as(handler).does("inspectOnSite", "findings", "还漏", "result", "EXTERNAL");
        assertThat(waitsAt()).containsExactly("userTask_sendLetter");
    }

    @Test
    void whatIsNotGoodGoesOnAsAnyVisit() {
        letterDue();
        String handler = ticket().handler().orElseThrow();
        sent("CONTRACTOR");
        follows("DONE");
        as(handler).does("inspectOnSite", "findings", "还在漏", "result", "REPAIR");
        assertThat(waitsAt()).containsExactly("userTask_reportWork", "userTask_tellPlan");
    }

    @Test
    void nobodyChecksWhatNobodyOutsideDid() {
        letterDue();
        String handler = ticket().handler().orElseThrow();
        sent("CONTRACTOR");
        follows("OWN_REPAIR");
        assertThat(refusalOf(() -> as(handler).does("inspectOnSite", "findings", "好了", "checked", true)))
                .isEqualTo("not-by-others");
    }

    @Test
    void aNewDateIsToldAndWaitedFor() {
        letterDue();
        sent("CONTRACTOR");
        assertThat(refusalOf(() -> follows("NEW_DATE"))).isEqualTo("input-missing");
        follows("NEW_DATE", "promisedOn", hence(200));
        assertThat(told()).filteredOn("letter.to-resident"::equals).hasSize(2);
        assertThat(task("followUp").getDueDate().toInstant())
                .isEqualTo(ticket().pause().orElseThrow().until());
    }

    @Test
    void aBrokenPromiseIsReportedUpOnceAndOurClocksRunOn() {
        letterDue();
        sent("CONTRACTOR");
        timerComes("event_promiseDue");
        assertThat(ticket().pause()).isEmpty();
        assertThat(events()).filteredOn("escalated"::equals).hasSize(1);
        assertThat(waitsAt()).contains("userTask_followUp", "userTask_acknowledge");
        follows("NEW_DATE", "promisedOn", hence(48));
        timerComes("event_promiseDue");
        assertThat(events()).filteredOn("escalated"::equals).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aNoticeThatFailsStopsThereAndGoesOn() {
        letterDue();
        as("desk1")
                .hands("sendLetter", "party", "OTHER", "name", "单位", "letterNumber", "函 1 号", "promisedOn", hence(72));
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("sendTask_notifyResidentOfLetter");
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(waitsAt()).contains("userTask_followUp");
    }

    /** Five working days after the letter, again and again, and counted from the letter. */
    @Test
    void theOwnerOfAHandoverDefectHearsHowItStands() {
        open(atHome("HANDOVER_DEFECT", Danger.NONE));
        runJobs();
        as("lead").does("dispatch", "handler", "MYSELF");
        as("desk1")
                .does(
                        "sendLetter",
                        "party",
                        "BUILDER",
                        "name",
                        "首问建设",
                        "letterNumber",
                        "函 2 号",
                        "promisedOn",
                        hence(1000));
        timerComes("event_progressDue");
        assertThat(told()).filteredOn("letter.to-resident"::equals).hasSize(2);
        // Monday 23 November: Monday the 30th, then Monday 7 December, at closing time
        assertThat(time.instant())
                .isBetween(Instant.parse("2026-11-30T10:00:00Z"), Instant.parse("2026-11-30T10:01:00Z"));
        timerComes("event_progressDue");
        assertThat(time.instant())
                .isBetween(Instant.parse("2026-12-07T10:00:00Z"), Instant.parse("2026-12-07T10:01:00Z"));
        assertThat(waitsAt()).contains("userTask_followUp");
    }

    /** Whatever came of it the first time, the second time one of ours comes and looks: the resident is told of an arrival. */
    @Test
    void whatSomebodyElseHadToRepairIsLookedAtByOursWhenTheResidentIsUnhappy() {
        open(atHome("HANDOVER_DEFECT", Danger.NONE));
        runJobs();
        as("lead").does("dispatch", "handler", "MYSELF");
        sent("BUILDER");
        follows("DONE");
        as("lead").does("inspectOnSite", "findings", "已处理", "checked", true);
        as("desk1")
                .does("acceptWork", "result", "ACCEPTED")
                .does(
                        "visit",
                        "method",
                        "PHONE",
                        "reached",
                        "REACHED",
                        "satisfaction",
                        "DISSATISFIED",
                        "remark",
                        "又裂了");
        assertThat(told()).endsWith("reopened.to-resident");
        as("lead").does("dispatch", "handler", "MYSELF");
        assertThat(waitsAt()).contains("userTask_inspectOnSite").doesNotContain("userTask_sendLetter");
    }

    @Test
    void anEmergencysClocksNeverWait() {
        openUrgent();
        goOnUntil("userTask_sendLetter");
        sent("SUPPLIER");
        assertThat(ticket().pause()).isEmpty();
        follows("DONE");
        assertThat(waitsAt()).contains("userTask_inspectOnSite");
    }

    @Test
    void aPromiseLiesAhead() {
        letterDue();
        assertThat(refusalOf(() -> as("desk1")
                        .does(
                                "sendLetter",
                                "party",
                                "OTHER",
                                "name",
                                "单位",
                                "letterNumber",
                                "函",
                                "promisedOn",
                                hence(-1))))
                .isEqualTo("promise-past");
        assertThat(events()).doesNotContain("letterSent");
    }
}
