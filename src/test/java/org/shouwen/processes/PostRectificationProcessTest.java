package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.roster.Roster;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.ClockKind;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.PostRectification;
import org.shouwen.timelimit.PostRectificationDesk;
import org.shouwen.timelimit.PostRectifications;
import org.shouwen.timelimit.SupervisionDesk;

/** {@code post-rectification.bpmn}: the third broken promise of a post in a month is put right by whoever is above the post. */
class PostRectificationProcessTest extends SupervisedDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("postRectification");

    private final SupervisionDesk supervisions = bean(SupervisionDesk.class);
    private final PostRectifications rectifications = bean(PostRectifications.class);

    private ProcessInstance rectification;

    /** All three promises of a ticket of the plumbers are broken. */
    @BeforeEach
    void lateForTheThirdTime() {
        register();
        breaks(ClockKind.RESPOND, ClockKind.ARRIVE);
        assertThat(kept()).isEmpty();
        assertThat(running("postRectification")).isNull();
        breaks(ClockKind.FINISH);
        rectification = running("postRectification");
    }

    private void breaks(ClockKind... clocks) {
        Arrays.stream(clocks).forEach(clock -> supervisions.escalate(number(), clock, 0, time.instant()));
    }

    private List<PostRectification> kept() {
        return rectifications.of("2026-11");
    }

    private PostRectification first() {
        return kept().get(0);
    }

    @Test
    void itIsATaskOfWhoeverIsAboveThePost() {
        assertThat(rectification).isWaitingAtExactly("sendTask_notifyPersonOfRectification");
        assertThat(lines()).last().asString().contains("本月第三次超时，由lead办理岗位整改");
        runJobs();
        assertThat(told()).contains("post-rectification.to-person");
        assertThat(first().dueAt()).isEqualTo(moment("2026-11-26T18:00"));
        assertThat(task("rectifyPost")).isAssignedTo("lead").hasDueDate(Date.from(first().dueAt()));
        assertThat(shownBy(task("rectifyPost").getId())).containsExactly("show_facts", "show_post", "show_ticket");
        assertThat(undeclared()).isEmpty();
        assertThat(refusalOf(() -> as("plumber1").does("rectifyPost", "cause", "忙", "measures", "改")))
                .isEqualTo("task-not-yours");
        assertThat(refusalOf(() -> as("lead").does("rectifyPost", "cause", "忙")))
                .isEqualTo("input-missing");
        as("lead").does("rectifyPost", "cause", "两人请假", "measures", "周末加一个班");
        assertThat(first().outcome())
                .isEqualTo(new PostRectification.Outcome(time.instant(), "lead", "两人请假", "周末加一个班"));
        assertThat(lastLine().text()).contains("两人请假", "周末加一个班");
        assertThat(rectification).isEnded().hasPassed("endEvent_rectified");
    }

    @Test
    void onePostIsPutRightOnceAMonth() {
        String before = number();
        register();
        breaks(ClockKind.RESPOND, ClockKind.ARRIVE, ClockKind.FINISH);
        assertThat(running("postRectification")).isNull();
        assertThat(kept()).extracting(PostRectification::ticket).containsExactly(before);

        time.travelTo("2026-12-01T09:00");
        register();
        breaks(ClockKind.RESPOND, ClockKind.ARRIVE);
        assertThat(running("postRectification")).isNull();
        breaks(ClockKind.FINISH);
        assertThat(running("postRectification")).isNotNull();
        assertThat(rectifications.of("2026-12"))
                .extracting(PostRectification::month)
                .containsExactly("2026-11", "2026-12");
        turnTo(before);
        runJobs();
        as("lead").does("rectifyPost", "cause", "两人请假", "measures", "周末加一个班");
        assertThat(rectifications.of("2026-12"))
                .extracting(PostRectification::month)
                .containsExactly("2026-12");
    }

    @Test
    void whatIsLateIsSupervisedAndThatEndsWithIt() {
        runJobs();
        timerComes("event_overdue");
        assertThat(rectification).hasPassed("endEvent_supervised").isWaitingAt("userTask_rectifyPost");
        Escalation late = supervision();
        assertThat(late.cause()).isEqualTo(Escalation.Cause.POST);
        assertThat(late.late()).isEqualTo("lead");
        assertThat(asked()).containsExactly("manager");
        as("lead").does("rectifyPost", "cause", "两人请假", "measures", "周末加一个班");
        assertThat(lines()).anyMatch(line -> line.contains("岗位整改逾期：事情已办，不用再确认一级督办"));
        assertThat(escalations.openOf(number()))
                .extracting(Escalation::cause)
                .doesNotContain(Escalation.Cause.POST)
                .isNotEmpty();
    }

    @Test
    void itGoesOnWhenTheTicketIsOver() {
        runJobs();
        changes(ticket -> ticket.withdraw("不用修了", "desk1", time.instant()));
        runJobs();
        assertThat(waitsAt()).containsExactly("userTask_rectifyPost");
        as("lead").does("rectifyPost", "cause", "两人请假", "measures", "周末加一个班");
        assertThat(rectification).isEnded();
    }

    @Test
    void nobodyPutsHisOwnPostRight() {
        time.travelTo("2026-12-01T09:00");
        register();
        String post = ticket().facts().post();
        bean(Roster.class).appoint("lead", post);
        try {
            breaks(ClockKind.RESPOND, ClockKind.ARRIVE, ClockKind.FINISH);
        } finally {
            bean(Roster.class).relieve("lead", post);
        }
        assertThat(rectifications.of("2026-12"))
                .extracting(PostRectification::person)
                .containsExactly("lead", "manager");
    }

    @Test
    void whatIsPutRightIsNotPutRightAgain() {
        runJobs();
        as("lead").does("rectifyPost", "cause", "两人请假", "measures", "周末加一个班");
        Instant now = time.instant();
        assertThat(refusalOf(() -> bean(PostRectificationDesk.class)
                        .rectify(first().id(), new PostRectification.Outcome(now, "lead", "又一次", "又一次"))))
                .isEqualTo("rectification-ended");
    }

    @Test
    void aPersonWhoCannotBeToldIsToldWhenTheCauseIsGone() {
        notices(new IllegalStateException("no outbox"));
        retriesUntilGivenUp("sendTask_notifyPersonOfRectification");
        noticesRecover();
        retry();
        assertThat(waitsAt()).contains("userTask_rectifyPost");
    }
}
