package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Deadline;

/** {@code leak-plan.bpmn}: how a leak is going to be repaired is promised within three working days, and told (4.16 no. 5). */
class LeakPlanProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("leakPlan");

    private ProcessInstance plan;

    /** Reported on Monday 2026-11-23, 09:00. */
    @BeforeEach
    void aLeak() {
        open(atHome("SEEPAGE", Danger.NONE));
        plan = running("leakPlan");
    }

    /** Nobody at this small site has the trade, so that the lead finds somebody. */
    private void taken() {
        runJobs();
        as("lead").does("dispatch", "handler", "MYSELF");
    }

    private Deadline promise() {
        return ticket().deadline(ClockKind.PLAN);
    }

    @Test
    void theFirstResponderTellsItWithinThreeWorkingDays() {
        assertThat(promise().due()).isEqualTo(Instant.parse("2026-11-26T10:00:00Z"));
        assertThat(plan).isWaitingAtExactly("userTask_tellPlan");
        assertThat(task("tellPlan"))
                .isAssignedTo("desk1")
                .hasDueDate(Date.from(promise().due()));
        assertThat(shownBy(task("tellPlan").getId())).containsExactly("show_facts", "show_ticket");
        assertThat(refusalOf(() -> as("desk2").does("tellPlan", "plan", "补缝"))).isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("desk1").does("tellPlan"))).isEqualTo("input-missing");
        assertThat(refusalOf(() -> as("desk1").does("tellPlan", "plan", "补缝", "expected", hence(-1))))
                .isEqualTo("expected-past");
        assertThat(undeclared()).isEmpty();

        as("desk1").does("tellPlan", "plan", "外墙裂缝，补缝后重做防水", "expected", hence(200));

        assertThat(promise().kept()).isTrue();
        assertThat(told()).endsWith("plan.to-resident");
        assertThat(events()).contains("fulfilled", "planned");
        assertThat(plan).isEnded().hasPassed("endEvent_planTold");
        // The repair goes on as it was
        assertThat(ticket().deadline(ClockKind.FINISH).runs()).isTrue();
    }

    @Test
    void asItComesNearItsLimitTheLadderWatchesItAndEndsWhenItIsTold() {
        runJobs();
        timerComes("event_planDue");
        assertThat(plan).hasPassed("endEvent_planWatched").isWaitingAt("userTask_tellPlan");
        assertThat(promise().course().watched()).isTrue();
        time.travelTo("2026-11-27T09:00");
        runJobs();
        assertThat(events()).contains("escalated");
        assertThat(lines()).anyMatch(line -> line.startsWith("方案超时：一级督办，由lead确认"));
        as("desk1").does("tellPlan", "plan", "补缝");
        assertThat(promise().missed(time.instant())).isTrue();
        assertThat(lines()).anyMatch(line -> line.startsWith("方案超时：事情已办"));
        assertThat(plan).isEnded();
    }

    @Test
    void aPauseLetsItStandStill() {
        Date before = task("tellPlan").getDueDate();
        taken();
        as("lead")
                .does(
                        "inspectOnSite",
                        "findings",
                        "下雨，外墙不能施工",
                        "result",
                        "WAIT",
                        "waitingFor",
                        "WEATHER",
                        "reference",
                        "连续降雨",
                        "until",
                        hence(48));
        time.travelTo("2026-11-25T09:00");
        runJobs();
        assertThat(promise().due()).isAfter(before.toInstant());
        assertThat(task("tellPlan")).hasDueDate(Date.from(promise().due()));
    }

    @Test
    void whatIsMendedBeforeNeedsNone() {
        taken();
        as("lead")
                .does("inspectOnSite", "findings", "接头松了", "result", "REPAIR")
                .does("reportWork", "cause", "松动", "work", "紧固接头", "materialSource", "NONE");
        assertThat(promise().kept()).isTrue();
        assertThat(plan).isEnded().hasPassed("endEvent_planNotNeeded");
        assertThat(told()).doesNotContain("plan.to-resident");
    }

    @Test
    void whatIsTakenBackNeedsNone() {
        withdraw();
        runJobs();
        assertThat(promise().course().dropped()).isTrue();
        assertThat(plan).isEnded().hasPassed("endEvent_planNotNeeded");
    }

    @Test
    void whatTurnsOutToBeNoLeakNeedsNoneAndTheOtherWayRoundOneIsPromised() {
        correct("HOME_PLUMBING", Danger.NONE);
        assertThat(promise().course().dropped()).isTrue();
        assertThat(plan).isEnded().hasPassed("endEvent_planNotNeeded");
        correct("SEEPAGE", Danger.NONE);
        assertThat(promise().runs()).isTrue();
        assertThat(promise().cycle()).isEqualTo(1);
        assertThat(task("tellPlan")).isAssignedTo("desk1");
    }
}
