package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.repair.RepairDesk;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Status;

/** {@code major-repair.bpmn} and {@code major-progress.bpmn}: approved before the work, told while it goes on (duties B19). */
class MajorRepairProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("majorRepair");

    @RegisterExtension
    static final FlowCoverage EVERY_NEWS = new FlowCoverage("majorProgress");

    private static final String EXPECTED = "2026-12-11T18:00";

    /** Reported on Monday 2026-11-23, 09:00. */
    private static Intake reported(Danger danger, String by, String phone) {
        return new Intake(
                RepairDesk.KIND,
                "PUBLIC_PIPE",
                null,
                "LAMP-01",
                new Reporter(by, phone, null),
                Channel.PHONE,
                "主管道锈蚀",
                danger,
                Scope.UNIT,
                false,
                null);
    }

    private String handler() {
        return ticket().handler().orElseThrow();
    }

    private void found(Danger danger, Object... more) {
        open(reported(danger, "张三", "13812345678"));
        goOnUntil("userTask_inspectOnSite");
        looks(more);
    }

    private void looks(Object... more) {
        as(handler()).does("inspectOnSite", joined(new Object[] {"findings", "主管道锈蚀", "result", "MAJOR"}, more));
    }

    private void plans(Object... more) {
        as(handler())
                .does(
                        "planMajorRepair",
                        joined(
                                new Object[] {
                                    "plan",
                                    "更换整栋楼的主管道",
                                    "budget",
                                    80000,
                                    "funding",
                                    "FUND_VOTED",
                                    "affected",
                                    "全小区",
                                    "expected",
                                    EXPECTED
                                },
                                more));
    }

    /** Later ones of a name count. */
    private static Object[] joined(Object[] fields, Object... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray();
    }

    private void approved() {
        found(Danger.NONE);
        plans();
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
    }

    private void reportsWork() {
        as(handler()).does("reportWork", "cause", "锈蚀", "work", "主管道已更换", "materialSource", "NONE");
    }

    @Test
    void approvedItIsToldWithItsNewDateAndTheWorkBegins() {
        found(Danger.NONE);
        assertThat(task("planMajorRepair")).isAssignedTo(handler());
        plans();
        assertThat(task("decideMajorRepair")).isAssignedTo("manager");
        assertThat(task("decideMajorRepair").getDueDate().toInstant()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(shownBy(task("decideMajorRepair").getId())).contains("show_facts", "show_major");
        assertThat(undeclared()).isEmpty();
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
        assertThat(due(ClockKind.FINISH)).isEqualTo(Instant.parse("2026-12-11T10:00:00Z"));
        assertThat(told())
                .endsWith("major-proposed.to-person", "major-approved.to-resident", "major-approved.to-handler");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        assertThat(running("majorProgress")).isWaitingAtExactly("event_newsDue");
    }

    @Test
    void returnedTheHandlerReadsWhyAndPlansAnew() {
        found(Danger.NONE);
        plans();
        assertThat(refusalOf(() -> as("manager").does("decideMajorRepair", "decision", "RETURNED")))
                .isEqualTo("input-missing");
        as("manager").does("decideMajorRepair", "decision", "RETURNED", "reason", "先问两家的价");
        assertThat(told()).endsWith("major-returned.to-handler");
        assertThat(shown(task("planMajorRepair").getId()).get("show_major").toString())
                .contains("先问两家的价", "更换整栋楼的主管道");
        plans("budget", 60000);
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
        assertThat(told()).contains("major-approved.to-resident");
    }

    @Test
    void whatNeedsNoApprovalAfterAllIsRepairedAsAnyOther() {
        found(Danger.NONE);
        as(handler()).does("planMajorRepair", "course", "ORDINARY");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        reportsWork();
        assertThat(status()).isEqualTo(Status.DONE);
    }

    @Test
    void whatIsNotDecidedInTimeIsSupervised() {
        found(Danger.NONE);
        plans();
        time.travelTo("2026-11-24T18:01");
        runJobs();
        // Nobody of this small site is above the manager
        assertThat(lines()).anyMatch(line -> line.startsWith("重大维修审批逾期：一级督办，manager以上没有人"));
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
        assertThat(running("majorRepair")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "budget,0,budget-missing",
        "expected,2026-11-20T18:00,expected-past",
        "affected,99 号楼,affected-unknown",
        "affected,、,affected-unknown",
    })
    void aPlanSaysWhatItCostsWhomItAffectsAndUntilWhen(String field, String value, String refusal) {
        found(Danger.NONE);
        assertThat(refusalOf(() -> plans(field, value))).isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"1号楼,1 号楼", "１栋,1 号楼", "1　号楼,1 号楼", "1 号楼、全小区,1 号楼、全小区"})
    void buildingsAndUnitsAreUnderstoodAsPeopleWriteThem(String written, String read) {
        found(Danger.NONE);
        plans("affected", written);
        assertThat(lines()).anyMatch(line -> line.contains("影响范围：" + read + "；"));
    }

    @Test
    void nobodyApprovesWhatHeProposedHimself() {
        found(Danger.NONE);
        plans();
        assertThat(refusalOf(() -> bean(MajorRepairDesk.class).decide(number(), true, null, handler(), time.instant())))
                .isEqualTo("own-proposal");
    }

    @Test
    void aDateThatIsOverIsNotApproved() {
        found(Danger.NONE);
        plans("expected", "2026-11-24T12:00");
        time.travelTo("2026-11-24T14:00");
        assertThat(refusalOf(() -> as("manager").does("decideMajorRepair", "decision", "APPROVED")))
                .isEqualTo("expected-past");
    }

    @Test
    void anEmergencyIsMadeSafeFirst() {
        open(reported(Danger.PERSON, "张三", "13812345678"));
        goOnUntil("userTask_inspectOnSite");
        assertThat(refusalOf(this::looks)).isEqualTo("not-made-safe");
        looks("madeSafe", true);
        assertThat(task("planMajorRepair")).isAssignedTo(handler());
    }

    @Test
    void itIsToldEveryFiveWorkingDaysHowItStandsUntilTheWorkIsReported() {
        approved();
        time.travelTo("2026-11-27T18:01");
        runJobs();
        assertThat(task("reportProgress")).isAssignedTo(handler());
        // The fifth working day after Monday, the day of the approval
        assertThat(task("reportProgress").getDueDate().toInstant()).isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(refusalOf(() -> as(handler()).does("reportProgress"))).isEqualTo("input-missing");
        as(handler()).does("reportProgress", "progress", "三层以下已换好");
        assertThat(told()).endsWith("major-progress.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        assertThat(running("majorProgress")).isWaitingAtExactly("event_newsDue");
        time.travelTo("2026-12-04T18:01");
        runJobs();
        assertThat(task("reportProgress").getDueDate().toInstant()).isEqualTo(Instant.parse("2026-12-07T10:00:00Z"));
        reportsWork();
        assertThat(running("majorProgress")).isNull();
    }

    @Test
    void newsThatDoNotComeAreSupervised() {
        approved();
        time.travelTo("2026-11-27T18:01");
        runJobs();
        time.travelTo("2026-11-30T18:01");
        runJobs();
        assertThat(lines()).anyMatch(line -> line.startsWith("重大维修进展逾期：一级督办"));
        as(handler()).does("reportProgress", "progress", "等管材");
        assertThat(lines()).anyMatch(line -> line.startsWith("重大维修进展逾期：事情已办"));
    }

    @Test
    void whereTheResultIsNotAcceptedItIsToldOn() {
        approved();
        reportsWork();
        assertThat(running("majorProgress")).isNull();
        as(ticket().firstResponder()).does("acceptWork", "result", "REWORK", "remark", "还在漏");
        assertThat(waitsAt()).containsExactly("userTask_reportWork");
        assertThat(running("majorProgress")).isWaitingAtExactly("event_newsDue");
    }

    /** A second plan waits for a decision while the first, approved one goes on. */
    @Test
    void newsAreCountedFromThePlanThatWasApproved() {
        approved();
        as(handler()).does("reportWork", "unfinished", true, "work", "换了三层");
        looks();
        plans("budget", 90000);
        time.travelTo("2026-11-27T18:01");
        runJobs();
        as(handler()).does("reportProgress", "progress", "三层以下已换好");
        assertThat(told()).contains("major-progress.to-resident");
        as("manager").does("decideMajorRepair", "decision", "RETURNED", "reason", "不用加钱");
        as(handler()).does("planMajorRepair", "course", "ORDINARY");
        reportsWork();
        as(ticket().firstResponder()).does("acceptWork", "result", "REWORK", "remark", "还在漏");
        assertThat(running("majorProgress")).isWaitingAtExactly("event_newsDue");
    }

    @Test
    void whatTurnsOutToBeAHomesIsNoMajorRepair() {
        found(Danger.NONE);
        plans();
        correct("HOME_PLUMBING", Danger.NONE);
        runJobs();
        assertThat(refusalOf(() -> as("manager").does("decideMajorRepair", "decision", "APPROVED")))
                .isEqualTo("major-private");
        as("manager").does("decideMajorRepair", "decision", "RETURNED", "reason", "是业主家里的");
        assertThat(refusalOf(this::plans)).isEqualTo("major-private");
        as(handler()).does("planMajorRepair", "course", "ORDINARY");
    }

    @Test
    void whatTurnsOutToBeAHomesAfterwardsIsNotToldOn() {
        approved();
        correct("HOME_PLUMBING", Danger.NONE);
        runJobs();
        assertThat(running("majorProgress")).isNull();
    }

    @Test
    void whatIsTakenBackIsNotToldOn() {
        approved();
        withdraw();
        runJobs();
        assertThat(running("majorProgress")).isNull();
    }

    @Test
    void allWhoReportedTheSameReadOneText() {
        open(reported(Danger.NONE, "李四", "13912345678"));
        runJobs();
        String other = number();
        found(Danger.NONE);
        bean(IncidentDesk.class).join(other, number(), "desk1", time.instant());
        runJobs();
        plans();
        as("manager").does("decideMajorRepair", "decision", "APPROVED");
        runJobs();
        assertThat(events()).contains("announced");
        assertThat(told()).contains("announced.to-resident").doesNotContain("major-approved.to-resident");
    }
}
