package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.roster.Duty;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Status;
import org.shouwen.timelimit.Escalation.Cause;
import org.shouwen.timelimit.Escalation.Decision;
import org.shouwen.timelimit.SupervisionDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code supervision.bpmn}: somebody acknowledges with a decision, or the next one is asked. */
class SupervisionProcessTest extends SupervisedDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("supervision");

    private final SupervisionDesk desk = bean(SupervisionDesk.class);
    private String supervisor;

    static List<String> waitStates() {
        return waitStates("supervision");
    }

    static List<String> tellingSteps() {
        return waitStates().stream()
                .filter(element -> element.startsWith("sendTask_"))
                .toList();
    }

    /** The finishing of Tuesday 18:00 is supervised on Wednesday 08:30; a plumber has the work. */
    @BeforeEach
    void late() {
        watch(ClockKind.FINISH);
        changes(ticket -> ticket.grabbedBy("plumber1", "赵强", time.instant()));
        at("25T08:30");
    }

    /** The site gets a supervisor for this test alone. */
    private void supervisor(String staff) {
        Roster roster = bean(Roster.class);
        if (roster.post("supervisor-east").isEmpty()) {
            roster.create(new Post("supervisor-east", "east", "主管", Duty.SUPERVISOR, Set.of()));
        }
        roster.appoint(staff, "supervisor-east");
        supervisor = staff;
    }

    @AfterEach
    void noSupervisor() {
        if (supervisor != null) {
            bean(Roster.class).relieve(supervisor, "supervisor-east");
            bean(JdbcClient.class)
                    .sql("delete from post where code = 'supervisor-east'")
                    .update();
        }
    }

    private ProcessInstance supervised() {
        return running("supervision");
    }

    @Test
    void ordersToGoOn() {
        ProcessInstance flow = supervised();
        assertThat(told()).contains("supervision.to-person");
        assertThat(task("acknowledge")).isAssignedTo("lead");
        // 4 working hours from Wednesday 08:30: 3.5 h until noon, half an hour from 14:00
        assertThat(step("acknowledge").due()).isEqualTo(moment("2026-11-25T14:30"));
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        assertThat(flow).isEnded().hasPassed("endEvent_acknowledged");
        assertThat(told()).endsWith("supervised.to-responsible");
        assertThat(supervision().answer().decision()).isEqualTo(Decision.CONTINUE);
        assertThat(events()).endsWith("acknowledged");
        // The ladder goes on: the second level comes on Thursday 08:30
        at("26T08:30");
        assertThat(reached()).endsWith("FINISH 0 2");
    }

    @Test
    void givesTheResidentANewTime() {
        as("lead").does("acknowledge", "decision", "NEW_TIME", "newTime", "2026-11-26T12:00", "remark", "等管件");
        assertThat(told()).endsWith("new-time.to-resident");
        assertThat(due(ClockKind.FINISH)).isEqualTo(moment("2026-11-26T12:00"));
        assertThat(ticket().deadline(ClockKind.FINISH).cycle()).isEqualTo(1);
        at("26T08:30");
        assertThat(reached()).doesNotContain("FINISH 0 2");
    }

    @Test
    void sendsSomebodyToHelp() {
        as("lead").does("acknowledge", "decision", "SUPPORT", "staff", "plumber2", "remark", "两个人抬");
        assertThat(told()).endsWith("support.to-person");
        assertThat(ticket().handler()).contains("plumber1");
        assertThat(supervision().answer().staff()).isEqualTo("plumber2");
    }

    @Test
    void putsSomebodyElseOnTheWork() {
        as("lead").does("acknowledge", "decision", "REASSIGN", "staff", "plumber2", "remark", "赵强请假");
        assertThat(ticket().handler()).contains("plumber2");
        assertThat(told()).endsWith("supervised.to-responsible");
    }

    @Test
    void whoDoesNotAcknowledgeInTimeIsPassedOver() {
        at("25T14:29");
        assertThat(asked()).containsExactly("lead");
        at("25T14:30");
        assertThat(asked()).containsExactly("lead", "manager");
        assertThat(task("acknowledge")).isAssignedTo("manager");
        assertThat(told()).filteredOn("supervision.to-person"::equals).hasSize(2);
        assertThat(events()).endsWith("supervision-passed");
        // Nobody is above the manager: he keeps it
        at("25T23:00");
        assertThat(asked()).containsExactly("lead", "manager");
        assertThat(refusalOf(() -> as("lead").hands("acknowledge", "decision", "CONTINUE", "remark", "晚了")))
                .isEqualTo("task-not-yours");
        as("manager").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        assertThat(supervised()).isNull();
    }

    @Test
    void theThirdLevelNeedsItsReason() {
        supervisor("desk2");
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        at("26T08:30");
        as("desk2").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        at("30T08:30");
        assertThat(supervision().level()).isEqualTo(3);
        assertThat(refusalOf(() -> as("manager").hands("acknowledge", "decision", "CONTINUE", "remark", "马上办")))
                .isEqualTo("reason-missing");
        as("manager").does("acknowledge", "decision", "CONTINUE", "remark", "马上办", "reason", "配件缺货");
        assertThat(supervision().answer().reason()).isEqualTo("配件缺货");
    }

    /** The site has no supervisor: the manager was asked at the second level. */
    @Test
    void levelsThatFallOnOnePersonAskOnce() {
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        at("26T08:30");
        assertThat(asked()).containsExactly("manager");
        at("30T08:30");
        assertThat(reached()).endsWith("FINISH 0 2", "FINISH 0 3");
        assertThat(asked()).isEmpty();
        assertThat(supervision().answer().remark()).isEqualTo("能确认的人都已督办过，不重复询问");
    }

    @Test
    void whatIsDoneIsNotSupervisedAnyMore() {
        ProcessInstance flow = supervised();
        done();
        assertThat(flow).isEnded().hasPassed("endEvent_cancelled");
        assertThat(lines()).last().asString().contains("办结超时：事情已办或者已另定时限，不用再确认一级督办");
        assertThat(escalations.openOf(number())).isEmpty();
        at("25T14:30");
        assertThat(asked()).containsExactly("lead");
    }

    @Test
    void aClosedTicketIsNotSupervised() {
        done();
        desk.supervise(number(), Cause.VISIT, time.instant());
        runJobs();
        ProcessInstance flow = supervised();
        changes(ticket -> {
            ticket.acceptWork("没有问题", "desk1", time.instant());
            ticket.close("已回访", "desk1", time.instant());
        });
        assertThat(flow).isEnded().hasPassed("endEvent_cancelled");
    }

    private void done() {
        changes(ticket -> {
            ticket.arrive("阀芯磨损", "plumber1", time.instant());
            ticket.reportDone("换阀芯", "plumber1", time.instant());
        });
    }

    @Test
    void whatIsOverCannotBeChanged() {
        done();
        desk.supervise(number(), Cause.THIRD_PARTY, time.instant());
        runJobs();
        assertThat(refusalOf(() -> as("lead")
                        .hands("acknowledge", "decision", "NEW_TIME", "newTime", "2026-11-26T12:00", "remark", "等管件")))
                .isEqualTo("clock-stopped");
        assertThat(refusalOf(() ->
                        as("lead").hands("acknowledge", "decision", "REASSIGN", "staff", "plumber2", "remark", "换人")))
                .isEqualTo("clock-stopped");
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "知悉");
        assertThat(supervised()).isNull();
    }

    @Test
    void aNewTimeLiesAhead() {
        assertThat(refusalOf(() -> as("lead")
                        .hands("acknowledge", "decision", "NEW_TIME", "newTime", "2026-11-25T08:30", "remark", "等管件")))
                .isEqualTo("new-time-past");
        assertThat(refusalOf(() -> as("lead").hands("acknowledge", "decision", "NEW_TIME", "remark", "等管件")))
                .isEqualTo("new-time-missing");
        assertThat(refusalOf(() -> as("lead").hands("acknowledge", "decision", "SUPPORT", "remark", "等管件")))
                .isEqualTo("staff-missing");
    }

    @Test
    void aWithdrawnTicketIsNotSupervised() {
        ProcessInstance flow = supervised();
        changes(ticket -> ticket.withdraw("自己修好了", "desk1", time.instant()));
        assertThat(flow).isEnded().hasPassed("endEvent_cancelled");
        assertThat(status()).isEqualTo(Status.WITHDRAWN);
    }

    @Test
    void aMatterThatNoClockBroughtUp() {
        as("lead").does("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        desk.supervise(number(), Cause.THIRD_PARTY, time.instant());
        desk.supervise(number(), Cause.THIRD_PARTY, time.instant());
        runJobs();
        assertThat(reached()).endsWith("THIRD_PARTY 1 1", "THIRD_PARTY 2 1");
    }

    @ParameterizedTest
    @MethodSource("tellingSteps")
    void aNoticeThatCannotBeSentStopsThereAndIsSentOnceTheCauseIsGone(String element) {
        ProcessInstance flow = supervised();
        notices(new IllegalStateException("no outbox"));
        switch (element) {
            case "sendTask_notifyPersonOfSupervision" -> time.travelTo("2026-11-25T14:30");
            case "sendTask_notifyResidentOfNewTime" ->
                as("lead").hands("acknowledge", "decision", "NEW_TIME", "newTime", "2026-11-26T12:00", "remark", "等管件");
            case "sendTask_notifyPersonOfSupport" ->
                as("lead").hands("acknowledge", "decision", "SUPPORT", "staff", "plumber2", "remark", "抬");
            default -> as("lead").hands("acknowledge", "decision", "CONTINUE", "remark", "今天必须修好");
        }
        if (element.equals("sendTask_notifyPersonOfSupervision")) {
            runJob("event_notAcknowledged");
        }
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(element);
        assertThat(flow).isNotEnded();
        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void onlyDeclaredVariablesAreKept(String element) {
        if (element.equals("userTask_acknowledge")) {
            assertThat(shownBy(task("acknowledge").getId()))
                    .containsExactlyInAnyOrder("show_facts", "show_ticket", "show_supervision", "show_helpers");
        }
        assertThat(undeclared()).isEmpty();
    }
}
