package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.citypack.City;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.renovation.Renovation;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.worksite.CompletionDesk;
import org.shouwen.worksite.FilingDesk;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Violation;

/** {@code renovation-supervision.bpmn}: patrolled until the work is done, inspected, the file closed. */
class RenovationSupervisionProcessTest extends Sites {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("renovationSupervision");

    @AfterEach
    void noDeposit() {
        deposit(false);
    }

    private void deposit(boolean asked) {
        siteRules(City.NATIONAL, asked, false);
    }

    private void inspect(String result, Object... more) {
        Object[] fields = new Object[more.length + 2];
        fields[0] = "result";
        fields[1] = result;
        System.arraycopy(more, 0, fields, 2, more.length);
        as("lead").does("inspectCompletion", fields);
    }

    private void passed() {
        firstDay();
        patrol();
        reportCompletion();
        inspect("PASSED");
    }

    // From the certificate to the file

    @Test
    void patrolledInspectedAndFiled() {
        begin();
        assertThat(waitsAt()).containsExactly("userTask_patrol");
        // Work begins on Monday 12-07: the first patrol by 18:00 of that day
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-07T10:00:00Z")));
        assertThat(step("patrol").posts())
                .containsExactlyInAnyOrder("plumbing-east", "electrical-east", "lead-east", "front-desk-east");
        assertThat(shownBy(task("patrol").getId())).containsExactly("show_facts", "show_site", "show_ticket");
        assertThat(undeclared()).isEmpty();
        firstDay();
        patrol();
        // Lowest level, walls come down: every other day
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-09T10:00:00Z")));
        assertThat(lastLine().text()).isEqualTo("巡查：正常，拆改、水电、防水");
        patrol("phase", "PAINTING");
        assertThat(site().phase()).isEqualTo(Phase.PAINTING);
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-14T10:00:00Z")));
        reportCompletion();
        assertThat(waitsAt()).containsExactly("userTask_inspectCompletion");
        // Three working days from Monday 12-07: Thursday 12-10 at closing time (D2-13)
        assertThat(task("inspectCompletion")).hasDueDate(Date.from(Instant.parse("2026-12-10T10:00:00Z")));
        inspect("PASSED", "remark", "与方案一致");
        assertThat(waitsAt()).containsExactly("userTask_closeFile");
        as("desk1").does("closeFile", "shelf", "2026-装-018");
        assertThat(flow()).isEnded().hasPassed("endEvent_worksOver", "endEvent_fileComplete", "endEvent_filed");
        assertThat(flow()).hasNotPassed("userTask_returnDeposit");
        assertThat(site().filed()).isPresent();
        assertThat(stage()).isEqualTo(Renovation.Stage.FILED);
    }

    // Patrols

    @Test
    void aPatrolThatNobodyMadeIsSupervised() {
        begin();
        timerComes("event_patrolOverdue");
        assertThat(flow()).hasPassed("endEvent_patrolSupervised");
        assertThat(waitsAt()).contains("userTask_patrol", "userTask_acknowledge");
        patrol();
        assertThat(waitsAt()).contains("userTask_patrol");
    }

    @Test
    void refusedTheDoorTwiceInARowIsForTheSupervisor() {
        begin();
        firstDay();
        patrolInVain("REFUSED");
        assertThat(flow()).hasNotPassed("serviceTask_startSupervisionOfEntry");
        // Nobody at home is no refusal, and nobody has come in either
        patrolInVain("NOBODY");
        assertThat(flow()).hasNotPassed("serviceTask_startSupervisionOfEntry");
        patrolInVain("REFUSED");
        assertThat(flow()).hasPassed("serviceTask_startSupervisionOfEntry");
        assertThat(history()).contains("装修现场连续拒不开门：一级督办");
        assertThat(waitsAt()).contains("userTask_patrol", "userTask_acknowledge");
        int supervised = supervisions();
        patrolInVain("REFUSED");
        assertThat(supervisions()).isEqualTo(supervised);
        patrolInVain("REFUSED");
        assertThat(supervisions()).isEqualTo(supervised + 1);
        patrol();
        patrolInVain("REFUSED");
        assertThat(supervisions()).isEqualTo(supervised + 1);
    }

    private int supervisions() {
        return (int) waitsAt().stream().filter("userTask_acknowledge"::equals).count();
    }

    @Test
    void whoeverIsNearlyDoneIsAskedToReportIt() {
        begin();
        firstDay();
        patrol("outcome", "NEARLY_DONE", "phase", "PAINTING");
        assertThat(told()).endsWith("nearly-done.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_patrol");
    }

    @Test
    void aViolationFoundOnPatrolGoesItsOwnWay() {
        begin();
        firstDay();
        as("plumber1")
                .does(
                        "patrol",
                        "outcome",
                        "VIOLATION",
                        "phase",
                        "PAINTING",
                        "points",
                        json("[\"BEARING\"]"),
                        "violation",
                        "BEARING_STRUCTURE",
                        "spot",
                        "STOPPED",
                        "remark",
                        "客厅承重墙开洞",
                        "photo",
                        "照片 1");
        assertThat(theViolation().found().by()).isEqualTo("plumber1");
        assertThat(waitsAt()).containsExactlyInAnyOrder("userTask_patrol", "userTask_deliverNotice");
        // Once a week while they paint, but every day until it is put right (D8-4)
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-08T10:00:00Z")));
        assertThat(history()).contains("有问题：承重结构");
    }

    @Test
    void theNextPatrolComesSoonerWhenSomethingIsFound() {
        begin();
        firstDay();
        patrol("phase", "PAINTING");
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-14T10:00:00Z")));
        time.pass(Duration.ofDays(1));
        found(Violation.Kind.FACADE, Violation.Spot.STOPPED);
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-09T10:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            NORMAL,    -,          -,       -,       -,       patrol-phase-missing
            NORMAL,    DEMOLITION, BEARING, -,       -,       patrol-not-normal
            NORMAL,    DEMOLITION, -,       GAS,     -,       patrol-violation
            NOBODY,    DEMOLITION, -,       -,       -,       patrol-not-seen
            REFUSED,   -,          BEARING, -,       -,       patrol-not-seen
            VIOLATION, DEMOLITION, BEARING, -,       STOPPED, input-missing
            VIOLATION, DEMOLITION, BEARING, GAS,     -,       input-missing
            CLEAN,     DEMOLITION, -,       -,       -,       input-choice
            """)
    void whatDoesNotGoTogetherIsRefused(
            String outcome, String phase, String point, String kind, String spot, String refusal) {
        begin();
        firstDay();
        assertThat(refusalOf(() -> as("plumber1")
                        .does(
                                "patrol",
                                "outcome",
                                outcome,
                                "phase",
                                phase,
                                "points",
                                json(point == null ? "[]" : "[\"" + point + "\"]"),
                                "violation",
                                kind,
                                "spot",
                                spot,
                                "remark",
                                "看过")))
                .isEqualTo(refusal);
        assertThat(worksites.patrols(number())).isEmpty();
        assertThat(violations.ofTicket(number())).isEmpty();
    }

    @Test
    void theEndOfThePeriodIsSaidOnce() {
        begin();
        timerComes("event_periodOver");
        assertThat(flow()).hasPassed("endEvent_periodOverTold");
        assertThat(told()).contains("period-over.to-resident");
        patrol();
        reportCompletion();
        inspect("DEFECTS", "defects", json("[\"PUBLIC_DAMAGE\"]"), "remark", "电梯厅墙面划伤");
        assertThat(waitsAt()).contains("userTask_patrol");
        runJobs();
        assertThat(told().stream().filter("period-over.to-resident"::equals)).hasSize(1);
    }

    // Completion

    @Test
    void whatDoesNotPassIsPutRightReportedAndInspectedAgain() {
        begin();
        firstDay();
        patrol();
        reportCompletion();
        assertThat(refusalOf(() -> inspect("DEFECTS"))).isEqualTo("defects-missing");
        assertThat(refusalOf(() -> inspect("DEFECTS", "defects", json("[\"FACADE\"]"))))
                .isEqualTo("remark-missing");
        assertThat(refusalOf(() -> inspect("PASSED", "defects", json("[\"FACADE\"]"))))
                .isEqualTo("defects-found");
        inspect("DEFECTS", "defects", json("[\"FACADE\"]"), "remark", "护栏未恢复");
        assertThat(told()).endsWith("completion-defects.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_patrol");
        assertThat(site().atWork()).isTrue();
        assertThat(task("patrol")).hasDueDate(Date.from(Instant.parse("2026-12-09T10:00:00Z")));
        patrol();
        reportCompletion();
        inspect("PASSED");
        assertThat(waitsAt()).containsExactly("userTask_closeFile");
        assertThat(worksites.inspections(number())).hasSize(2);
    }

    @Test
    void completionIsReportedOnce() {
        begin();
        assertThat(refusalOf(() -> bean(CompletionDesk.class).report("ZS-26-999999", "desk1", now())))
                .isEqualTo("worksite-not-found");
        // What nobody may have begun is not finished; a certificate that was revoked lets nobody begin any more
        assertThat(refusalOf(this::reportCompletion)).isEqualTo("completion-before-start");
        assertThat(bean(CompletionDesk.class).isReportable(site())).isFalse();
        assertThat(waitsAt()).containsExactly("userTask_patrol");
        firstDay();
        assertThat(bean(CompletionDesk.class).isReportable(site())).isTrue();
        reportCompletion();
        assertThat(refusalOf(this::reportCompletion)).isEqualTo("completion-reported");
        inspect("PASSED");
        assertThat(refusalOf(this::reportCompletion)).isEqualTo("completion-passed");
    }

    @Test
    void anInspectionThatNobodyMadeIsSupervised() {
        begin();
        firstDay();
        reportCompletion();
        timerComes("event_inspectionOverdue");
        assertThat(flow()).hasPassed("endEvent_inspectionSupervised");
        assertThat(waitsAt()).contains("userTask_inspectCompletion", "userTask_acknowledge");
    }

    /** Waterproofing was touched: without the record of the water test it does not pass (110号 8). */
    @Test
    void completionWithAMissingPaperIsRefusedNamingIt() {
        forgetOthers();
        apply("waterproofing", "true", "firm", "美家装饰", "qualification", "鲁D-0012");
        approved();
        nameContractor();
        sign();
        follow("renovationSupervision");
        firstDay();
        patrol();
        reportCompletion();
        Throwable refused = catchThrowable(() -> inspect("PASSED"));
        assertThat(Refusal.in(refused).orElseThrow().getMessage()).contains("闭水试验", "第8条");
        assertThat(worksites.inspections(number())).isEmpty();
        assertThat(bean(OneTimeNoticeDesk.class).isComplete(number(), "AT_COMPLETION"))
                .isFalse();
        inspect("PASSED", "papersIn", true);
        assertThat(bean(OneTimeNoticeDesk.class).isComplete(number(), "AT_COMPLETION"))
                .isTrue();
        assertThat(waitsAt()).containsExactly("userTask_closeFile");
    }

    @Test
    void aViolationThatIsNotSettledDoesNotPass() {
        begin();
        firstDay();
        patrol();
        found(Violation.Kind.BEARING_STRUCTURE, Violation.Spot.STOPPED);
        deliver();
        reportCompletion();
        Throwable refused = catchThrowable(() -> inspect("PASSED"));
        assertThat(Refusal.in(refused).orElseThrow().getMessage()).contains("拆改承重结构", "整改中");
        reinspect("RECTIFIED");
        inspect("PASSED");
        assertThat(waitsAt()).containsExactly("userTask_closeFile");
    }

    // The deposit, where there is one

    @Test
    void theDepositGoesBack() {
        deposit(true);
        forgetOthers();
        apply();
        approved();
        sign("deposit", "SJ-0012");
        follow("renovationSupervision");
        passed();
        assertThat(waitsAt()).containsExactly("userTask_returnDeposit");
        // Seven working days from Monday 12-07
        assertThat(task("returnDeposit")).hasDueDate(Date.from(Instant.parse("2026-12-16T10:00:00Z")));
        assertThat(bean(FilingDesk.class).missing(number())).contains("装修保证金没有退还");
        timerComes("event_depositOverdue");
        assertThat(flow()).hasPassed("endEvent_depositSupervised");
        assertThat(refusalOf(() -> as("desk1").does("returnDeposit"))).isEqualTo("input-missing");
        as("desk1").does("returnDeposit", "receipt", "TK-0031");
        assertThat(history()).contains("退还装修保证金，凭证 TK-0031");
        assertThat(waitsAt()).contains("userTask_closeFile");
        timerComes("event_filingOverdue");
        assertThat(flow()).hasPassed("endEvent_filingSupervised");
    }

    // The file

    @Test
    void theFileClosesOnlyWhenNothingLacks() {
        begin();
        firstDay();
        reportCompletion();
        inspect("PASSED");
        found(Violation.Kind.FACADE, Violation.Spot.STOPPED);
        // Nobody patrolled before it was done, and nobody can any more: whoever inspected was there
        Throwable refused = catchThrowable(() -> as("desk1").does("closeFile"));
        assertThat(Refusal.in(refused).orElseThrow().getMessage())
                .startsWith("资料不齐，不能归档，还有 2 项：")
                .contains("违规“改变外立面、加装护栏”整改中", "没有送达凭据");
        assertThat(site().filed()).isEmpty();
        assertThat(waitsAt()).contains("userTask_closeFile");
    }

    @Test
    void whatCannotBeToldIsTriedAgain() {
        begin();
        firstDay();
        notices(new IllegalStateException("no outbox"));
        as("plumber1").hands("patrol", "outcome", "NEARLY_DONE", "phase", "PAINTING");
        retriesUntilGivenUp("sendTask_notifyResidentNearlyDone");
        noticesRecover();
        retry();
        assertThat(told()).endsWith("nearly-done.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_patrol");
    }

    /** While the owner is being told what to put right nothing waits for his report. */
    @Test
    void completionIsNotReportedWhileTheFlowIsElsewhere() {
        begin();
        firstDay();
        patrol();
        reportCompletion();
        as("lead").hands("inspectCompletion", "result", "DEFECTS", "defects", json("[\"OTHER\"]"), "remark", "补漆");
        assertThat(refusalOf(this::reportCompletion)).isEqualTo("completion-too-early");
        assertThat(site().completionReported()).isEmpty();
        runJobs();
        reportCompletion();
        assertThat(waitsAt()).isEqualTo(List.of("userTask_inspectCompletion"));
    }
}
