package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.managementService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.PauseReason;
import org.shouwen.workflow.FailedSteps;

/** {@code time-limit.bpmn}: a promise is warned of and supervised level by level until it is kept. */
class TimeLimitProcessTest extends SupervisedDesk {

    private static final Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("timeLimit");

    @Test
    void eachLevelOnceInItsTime() {
        watch(ClockKind.RESPOND);
        // 75 % of 30 working minutes: 09:22:30
        at("23T09:22");
        assertThat(reached()).isEmpty();
        at("23T09:23");
        assertThat(reached()).containsExactly("RESPOND 0 0");
        assertThat(told()).containsExactly("limit-warning.to-responsible");
        assertThat(events()).contains("warned");

        at("23T09:29");
        assertThat(reached()).hasSize(1);
        at("23T09:30");
        assertThat(reached()).containsExactly("RESPOND 0 0", "RESPOND 0 1");
        assertThat(asked()).containsExactly("lead");
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "马上去");

        // One working day after Monday ends on Tuesday 18:00, and waits for the next slot
        at("24T18:01");
        assertThat(reached()).hasSize(2);
        at("25T08:30");
        assertThat(reached()).hasSize(3).endsWith("RESPOND 0 2");
        // Nobody is supervisor, so the manager is asked
        assertThat(asked()).containsExactly("manager");

        // Three working days: Thursday 18:00, so Friday 08:30
        at("27T08:30");
        assertThat(reached()).containsExactly("RESPOND 0 0", "RESPOND 0 1", "RESPOND 0 2", "RESPOND 0 3");
        at("30T18:00");
        assertThat(reached()).hasSize(4);
        assertThat(running("timeLimit")).isNotNull();
    }

    @Test
    void everythingThatCameDueDuringAnOutageComesOnce() {
        watch(ClockKind.RESPOND);
        at("30T10:00");
        assertThat(reached()).containsExactlyInAnyOrder("RESPOND 0 0", "RESPOND 0 1", "RESPOND 0 2", "RESPOND 0 3");
        assertThat(told()).filteredOn("limit-warning.to-responsible"::equals).hasSize(1);
    }

    @Test
    void aPromiseThatIsKeptEndsItsLadder() {
        watch(ClockKind.RESPOND);
        at("23T09:23");
        ProcessInstance ladder = running("timeLimit");
        changes(ticket -> ticket.grabbedBy("plumber1", "赵强", moment("2026-11-23T09:25")));
        assertThat(ladder).isEnded().hasPassed("endEvent_over");
        at("30T10:00");
        assertThat(reached()).containsExactly("RESPOND 0 0");
    }

    @Test
    void onlyTheClockThatStoppedHasNoLadderAnyMore() {
        watch(ClockKind.RESPOND);
        limits.watch(number(), ClockKind.ARRIVE);
        changes(ticket -> ticket.grabbedBy("plumber1", "赵强", moment("2026-11-23T09:05")));
        // 75 % of 4 working hours from 09:00 is 12:00, the end of a slot
        at("23T14:00");
        assertThat(reached()).containsExactly("ARRIVE 0 0");
    }

    @Test
    void aSecondHandOverChangesNothing() {
        watch(ClockKind.RESPOND);
        limits.watch(number(), ClockKind.RESPOND);
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whileItIsPausedNothingComesAndThenTheRestIsCounted() {
        watch(ClockKind.FINISH);
        // Due Tuesday 18:00; 7.5 h are left on Tuesday, 5 h on Monday from 11:00
        time.travelTo("2026-11-23T11:00");
        pause(PauseReason.PARTS, "2026-11-30T09:00");
        assertThat(due("event_warn")).isEqualTo(NEVER);
        assertThat(due("event_levelOne")).isEqualTo(NEVER);
        at("26T09:00");
        assertThat(reached()).isEmpty();

        limits.resume(number(), "配件到了", "plumber1", moment("2026-11-26T09:00"));
        // 12.5 h from Thursday 09:00: 7 h on Thursday, 5.5 h on Friday, which is 16:00
        assertThat(due(ClockKind.FINISH)).isEqualTo(moment("2026-11-27T16:00"));
        // 75 % of 12.5 h = 9 h 22 min 30 s: 7 h on Thursday, 2 h 22 min 30 s on Friday
        assertThat(due("event_warn")).isEqualTo(moment("2026-11-27T10:52:30"));
        assertThat(due("event_levelOne")).isEqualTo(moment("2026-11-27T16:00"));
        at("27T10:53");
        assertThat(reached()).containsExactly("FINISH 0 0");
    }

    private void pause(PauseReason reason, String until) {
        limits.pause(number(), reason, "阀芯", moment(until), "plumber1", time.instant());
    }

    @Test
    void aNewTimeHasALadderOfItsOwn() {
        watch(ClockKind.FINISH);
        at("25T08:30");
        assertThat(reached()).containsExactly("FINISH 0 0", "FINISH 0 1");
        limits.promise(number(), ClockKind.FINISH, moment("2026-11-26T18:00"), "等管件", "lead", time.instant());
        at("26T17:00");
        // Wednesday 08:30 to Thursday 18:00 are 15 h; 75 % is 11 h 15 min: Thursday 14:15
        assertThat(reached()).endsWith("FINISH 1 0").hasSize(3);
        at("27T08:30");
        assertThat(reached()).endsWith("FINISH 1 1").hasSize(4);
        assertThat(events()).contains("promised");
    }

    @Test
    void reworkLetsTheSameLadderGoOn() {
        watch(ClockKind.FINISH);
        at("24T16:00");
        assertThat(reached()).containsExactly("FINISH 0 0");
        changes(ticket -> {
            ticket.grabbedBy("plumber1", "赵强", time.instant());
            ticket.arrive("阀芯磨损", "plumber1", time.instant());
            ticket.reportDone("换阀芯", "plumber1", time.instant());
        });
        assertThat(running("timeLimit")).isNull();
        at("24T17:00");
        changes(ticket -> ticket.rework("还在滴", "desk1", time.instant()));
        assertThat(running("timeLimit")).isNotNull();
        at("25T08:30");
        assertThat(reached()).containsExactly("FINISH 0 0", "FINISH 0 1");
    }

    @Test
    void anEditedHolidayMovesTimersAndDates() {
        Calendars calendars = bean(Calendars.class);
        watch(ClockKind.FINISH);
        try {
            calendars.put(new CalendarDay(
                    "",
                    moment("2026-11-24T00:00")
                            .atZone(time.getZone())
                            .toLocalDate()
                            .plusDays(1),
                    CalendarDay.Kind.OFF,
                    "停工",
                    false,
                    true,
                    ""));
            limits.recount(number(), time.instant());
            // The first working day after Monday is Wednesday now
            assertThat(due(ClockKind.FINISH)).isEqualTo(moment("2026-11-25T18:00"));
            assertThat(due("event_levelOne")).isEqualTo(moment("2026-11-26T08:30"));
            assertThat(events()).endsWith("recomputed");
            assertThat(due(ClockKind.RESPOND)).isEqualTo(moment("2026-11-23T09:30"));
            limits.recount(number(), time.instant());
            assertThat(events()).filteredOn("recomputed"::equals).hasSize(1);
        } finally {
            calendars.remove(
                    "", moment("2026-11-24T12:00").atZone(time.getZone()).toLocalDate());
        }
    }

    @Test
    void aReminderThatCannotBeSentStopsThereAndGoesOnOnceTheCauseIsGone() {
        watch(ClockKind.RESPOND);
        time.travelTo("2026-11-23T09:23");
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo("event_warn");

        FailedSteps steps = bean(FailedSteps.class);
        List<FailedSteps.FailedStep> failed = steps.list(caller("lead"));
        assertThat(failed).singleElement().satisfies(step -> {
            assertThat(step.number()).isEqualTo(number());
            assertThat(step.step()).isEqualTo("提醒责任人");
            assertThat(step.state()).isEqualTo(FailedSteps.State.STOPPED);
            assertThat(step.problem()).contains("系统内部出错").doesNotContain("no outbox");
        });
        noticesRecover();
        steps.retry(failed.get(0).id(), caller("manager"));
        runJobs();
        assertThat(incidents()).isEmpty();
        assertThat(told()).contains("limit-warning.to-responsible");
        assertThat(events()).contains("step-retried");
        assertThat(steps.list(caller("lead"))).isEmpty();
    }

    @Test
    void aTimerThatNobodyTookUpIsSeen() {
        watch(ClockKind.RESPOND);
        time.travelTo("2026-11-23T09:28");
        assertThat(bean(FailedSteps.class).list(caller("lead")))
                .singleElement()
                .satisfies(step -> assertThat(step.state()).isEqualTo(FailedSteps.State.LATE));
    }

    @Test
    void withdrawingEndsLadderAndSupervision() {
        watch(ClockKind.RESPOND);
        at("23T09:30");
        assertThat(task("acknowledge")).isAssignedTo("lead");
        changes(ticket -> ticket.withdraw("自己修好了", "desk1", time.instant()));
        assertThat(managementService().createJobQuery().count()).isZero();
        assertThat(waitsAt()).isEmpty();
        assertThat(escalations.open(100)).noneMatch(open -> open.ticket().equals(number()));
    }

    @Test
    void nothingIsKeptButClockAndCycle() {
        watch(ClockKind.RESPOND);
        at("23T09:23");
        assertThat(undeclared()).isEmpty();
    }
}
