package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.citypack.City;
import org.shouwen.citypack.Gravity;
import org.shouwen.problem.Refusal;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.worksite.GateOrders;
import org.shouwen.worksite.GateOrders.GateOrder;
import org.shouwen.worksite.Handling;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Report;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violation.Kind;
import org.shouwen.worksite.Violation.Spot;
import org.shouwen.worksite.ViolationDesk;
import org.shouwen.worksite.WorksiteExecution;

/** {@code violation.bpmn}: spoken of, told in writing, looked at again; put right, reported, or kept on record. */
class ViolationProcessTest extends Sites {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("violation");

    private Violation violation;

    @BeforeEach
    void atWork() {
        siteRules(City.NATIONAL, false, true);
        begin();
        firstDay();
        patrol();
    }

    @AfterEach
    void nothingIsAgreed() {
        siteRules(City.NATIONAL, false, false);
    }

    private void violated(Kind kind, Spot spot) {
        violation = found(kind, spot);
        follow("violation");
    }

    private Violation kept() {
        return violations.get(violation.id());
    }

    private Rectification rectification() {
        return violations.rectificationOf(violation.id()).orElseThrow();
    }

    private GateOrder order() {
        return bean(GateOrders.class).of(number(), now()).orElse(null);
    }

    // Told in writing

    @Test
    void aSeriousOneIsStoppedToldInWritingAndPutRight() {
        violated(Kind.BEARING_STRUCTURE, Spot.STOPPED);
        assertThat(told()).endsWith("rectification.to-resident");
        assertThat(kept().ruling().gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(rectification().number()).matches("ZG-26-\\d{6}");
        assertThat(rectification().deadline()).isEqualTo(Instant.parse("2026-12-08T02:00:00Z"));
        assertThat(task("deliverNotice")).hasDueDate(Date.from(Instant.parse("2026-12-07T04:00:00Z")));
        assertThat(shownBy(task("deliverNotice").getId()))
                .containsExactly("show_facts", "show_ticket", "show_violation");
        assertThat(undeclared()).isEmpty();
        assertThat(order().workers()).isTrue();
        assertThat(order().material()).isTrue();
        assertThat(refusalOf(() -> as("desk1").does("deliverNotice", "receiver", "CONTRACTOR", "proof", "POSTED")))
                .isEqualTo("proof-missing");
        as("desk1").does("deliverNotice", "receiver", "CONTRACTOR", "proof", "POSTED", "reference", "照片 14");
        assertThat(rectification().delivery().orElseThrow().proof()).isEqualTo(Rectification.Proof.POSTED);
        assertThat(waitsAt()).contains("userTask_reinspect");
        // Due on Tuesday at 10:00, so that day is the day to look again
        assertThat(task("reinspect")).hasDueDate(Date.from(Instant.parse("2026-12-08T16:00:00Z")));
        reinspect("RECTIFIED");
        assertThat(flow()).isEnded().hasPassed("endEvent_rectified");
        assertThat(kept().rectified()).isTrue();
        assertThat(order()).isNull();
    }

    @Test
    void aNoticeThatNobodyDeliversIsSupervised() {
        violated(Kind.GAS, Spot.STOPPED);
        timerComes("event_deliveryOverdue");
        assertThat(flow()).hasPassed("endEvent_rectificationSupervised");
        assertThat(waitsAt()).contains("userTask_deliverNotice", "userTask_acknowledge");
    }

    @Test
    void whoeverLooksAgainTooLateIsSupervised() {
        violated(Kind.FIRE_EXIT, Spot.STOPPED);
        deliver();
        timerComes("event_reinspectionOverdue");
        assertThat(flow()).hasPassed("endEvent_rectificationSupervised");
        assertThat(waitsAt()).contains("userTask_reinspect", "userTask_acknowledge");
        assertThat(order().workers()).isFalse();
        assertThat(order().material()).isTrue();
    }

    // Only spoken of

    @Test
    void anOrdinaryOneIsSpokenOfTheFirstTimeAndWrittenTheSecond() {
        violated(Kind.WASTE, Spot.STOPPED);
        assertThat(violations.rectificationOf(violation.id())).isEmpty();
        assertThat(waitsAt()).contains("userTask_reinspect").doesNotContain("userTask_deliverNotice");
        // Passes are suspended for the day
        assertThat(order().workers()).isTrue();
        time.pass(Duration.ofDays(1));
        assertThat(order()).isNull();
        reinspect("RECTIFIED");
        assertThat(flow()).isEnded();
        violated(Kind.WASTE, Spot.STOPPED);
        assertThat(rectification().number()).startsWith("ZG-26-");
        assertThat(waitsAt()).contains("userTask_deliverNotice");
    }

    @Test
    void aMinorOneThatGoesOnStaysOnRecord() {
        violated(Kind.CONDUCT, Spot.STOPPED);
        assertThat(order()).isNull();
        reinspect("REFUSED");
        assertThat(flow()).isEnded().hasPassed("endEvent_violationRecorded");
        assertThat(kept().outcome().orElseThrow().result()).isEqualTo(Violation.Result.RECORDED);
        assertThat(kept().unsettled()).isFalse();
    }

    @Test
    void aMinorOneThatIsNotStoppedIsOnRecordAtOnce() {
        violation = found(Kind.CONDUCT, Spot.REFUSED);
        assertThat(waitsAt()).doesNotContain("userTask_reinspect", "userTask_reportViolation");
        assertThat(kept().open()).isFalse();
    }

    // Reported

    @Test
    void whatIsNotPutRightByTheDeadlineIsReportedWithinADay() {
        violated(Kind.ADDED_BUILDING, Spot.STOPPED);
        deliver();
        assertThat(refusalOf(() -> reinspect("NOT_RECTIFIED"))).isEqualTo("rectification-not-due");
        time.travelTo("2026-12-08T11:00");
        reinspect("NOT_RECTIFIED");
        assertThat(waitsAt()).contains("userTask_reportViolation");
        assertThat(step("reportViolation").posts()).containsExactly("manager-east");
        assertThat(task("reportViolation")).hasDueDate(Date.from(Instant.parse("2026-12-09T03:00:00Z")));
        Throwable refused = catchThrowable(() -> as("manager").does("reportViolation", "receipt1", "业委会-07"));
        assertThat(Refusal.in(refused).orElseThrow().getMessage()).contains("要报 2 个单位", "业主委员会", "没有回执不算上报");
        as("manager").does("reportViolation", "receipt1", "业委会-07", "receipt2", "城管 2026-118");
        assertThat(flow()).hasPassed("endEvent_violationReported").isWaitingAtExactly("event_restored");
        assertThat(told()).endsWith("violation-outcome.to-resident");
        int tellings = told().size();
        assertThat(violations.reports(violation.id()))
                .extracting(Report::receipt)
                .containsExactly("业委会-07", "城管 2026-118");
        // Reported is not put right: the gate goes on
        assertThat(kept().unsettled()).isTrue();
        assertThat(order().workers()).isTrue();
        bean(ViolationDesk.class).restore(number(), violation.id(), "已拆除恢复", "desk1", now());
        assertThat(kept().unsettled()).isFalse();
        runJobs();
        assertThat(flow()).isEnded().hasPassed("endEvent_rectified");
        assertThat(told()).hasSize(tellings + 1).endsWith("violation-outcome.to-resident");
        assertThat(order()).isNull();
        assertThat(refusalOf(
                        () -> bean(ViolationDesk.class).restore(number(), violation.id(), "再登记一次", "desk1", now())))
                .isEqualTo("violation-state");
    }

    @Test
    void whatIsPutRightWhileItsReportIsToldWaitsUntilItIs() {
        violated(Kind.ADDED_BUILDING, Spot.REFUSED);
        deliver();
        as("manager").hands("reportViolation", "receipt1", "业委会-07", "receipt2", "城管 2026-118");
        assertThat(refusalOf(() -> bean(ViolationDesk.class).restore(number(), violation.id(), "已拆除", "desk1", now())))
                .isEqualTo("restoration-too-early");
        assertThat(kept().rectified()).isFalse();
    }

    @Test
    void whatIsReportedAndNotPutRightEndsWithTheFile() {
        violated(Kind.ADDED_BUILDING, Spot.REFUSED);
        deliver();
        as("manager").does("reportViolation", "receipt1", "业委会-07", "receipt2", "城管 2026-118");
        bean(WorksiteExecution.class).siteFiled(number());
        assertThat(flow()).isEnded().hasPassed("endEvent_filedUnrectified");
    }

    @Test
    void whoRefusesNeedNotBeWaitedFor() {
        violated(Kind.FACADE, Spot.STOPPED);
        deliver();
        reinspect("REFUSED");
        assertThat(waitsAt()).contains("userTask_reportViolation");
        assertThat(task("reportViolation")).hasDueDate(Date.from(Instant.parse("2026-12-08T02:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"DONE", "REFUSED"})
    void whatWasNotStoppedIsReportedWithinADayOfTheMomentItWasSeen(Spot spot) {
        violated(Kind.BEARING_STRUCTURE, spot);
        time.pass(Duration.ofHours(1));
        deliver();
        assertThat(waitsAt()).contains("userTask_reportViolation").doesNotContain("userTask_reinspect");
        assertThat(kept().reportDue()).contains(Instant.parse("2026-12-08T02:00:00Z"));
    }

    @Test
    void aReportThatIsLateIsSupervised() {
        violated(Kind.BEARING_STRUCTURE, Spot.REFUSED);
        deliver();
        timerComes("event_reportOverdue");
        assertThat(flow()).hasPassed("endEvent_reportSupervised");
        assertThat(waitsAt()).contains("userTask_reportViolation", "userTask_acknowledge");
        assertThat(history()).contains("违规上报逾期：一级督办");
    }

    /** An ordinary one goes to the owners' committee only, and has three days. */
    @Test
    void anOrdinaryOneIsReportedToTheCommittee() {
        violated(Kind.HOURS, Spot.REFUSED);
        assertThat(task("reportViolation")).hasDueDate(Date.from(Instant.parse("2026-12-10T02:00:00Z")));
        as("manager").does("reportViolation", "receipt1", "业委会-08");
        assertThat(flow()).isWaitingAtExactly("event_restored");
        assertThat(kept().unsettled()).isFalse();
    }

    // What it is not

    @Test
    void aViolationNeedsAPlaceWherePeopleWork() {
        assertThat(refusalOf(() -> bean(ViolationDesk.class)
                        .record(
                                "ZS-26-999999",
                                new Violation.Found(Kind.GAS, "移表", null, Spot.STOPPED, now(), "desk1"))))
                .isEqualTo("worksite-not-found");
        assertThat(refusalOf(() -> Violation.Found.written("GAS", " ", null, "STOPPED", now(), "desk1")))
                .isEqualTo("field-missing");
        assertThat(refusalOf(() -> Violation.Found.written("NOISE", "吵", null, "STOPPED", now(), "desk1")))
                .isEqualTo("violation-unknown");
        assertThat(refusalOf(() -> Violation.Found.written("GAS", "移表", null, "GONE", now(), "desk1")))
                .isEqualTo("spot-unknown");
    }

    @Test
    void theStrictestOrderHoldsAtTheGate() {
        found(Kind.FACADE, Spot.STOPPED);
        assertThat(order().workers()).isFalse();
        found(Kind.BEARING_STRUCTURE, Spot.STOPPED);
        assertThat(order().workers()).isTrue();
        assertThat(order().sentence()).contains("拆改承重结构", Handling.Gate.SITE.label());
    }

    /** 河南 64 forbids it even where it was agreed. */
    @ParameterizedTest
    @CsvSource({"NATIONAL, false", "HENAN, true", "XUCHANG, true"})
    void materialIsNotRefusedWithoutAnAgreementNorInHenan(City city, boolean agreed) {
        siteRules(city, false, agreed);
        found(Kind.FACADE, Spot.STOPPED);
        assertThat(order()).isNull();
        found(Kind.BEARING_STRUCTURE, Spot.STOPPED);
        assertThat(order().workers()).isTrue();
        assertThat(order().material()).isFalse();
        assertThat(order().sentence()).contains("拆改承重结构", Handling.Gate.WORKERS.label());
    }

    @Test
    void whatCannotBeToldIsTriedAgain() {
        notices(new IllegalStateException("no outbox"));
        as("desk1").act(() -> bean(ViolationDesk.class)
                .record(number(), new Violation.Found(Kind.GAS, "移表", null, Spot.STOPPED, now(), "desk1")));
        retriesUntilGivenUp("sendTask_notifyResidentOfRectification");
        noticesRecover();
        retry();
        assertThat(waitsAt()).contains("userTask_deliverNotice");
    }
}
