package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.repositoryService;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketDesk;

/** {@code incident-answer.bpmn}: whoever reported an incident is told the result and asked whether it is solved. */
class IncidentAnswerProcessTest extends ManyReports {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("incidentAnswer");

    private String incident;

    /** The incident was reported once more; it closes, and the second reporter's flow has begun. */
    private void asked(String category, Channel channel) {
        incident = registered(category);
        String reporter = report(incident, told(tickets().get(incident), channel));
        settle(incident);
        runJob("serviceTask_askReporters");
        turnTo(reporter);
        follow("incidentAnswer");
    }

    private void visited(String satisfaction) {
        as("desk1")
                .does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", satisfaction, "remark", "问过了");
    }

    @Test
    void aReporterWhoIsSatisfiedIsDone() {
        asked("HOME_PLUMBING", Channel.PHONE);
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        assertThat(flow()).isWaitingAtExactly("sendTask_notifyResidentOfResult");
        runJobs();
        assertThat(undeclared()).isEmpty();
        assertThat(told()).containsExactly("joined.to-resident", "incident-closed.to-resident");
        assertThat(step("visit").posts()).containsExactly("front-desk-east");
        visited("SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(events()).containsExactly("registered", "following", "concluded", "visit-planned", "closed");
        assertThat(flow()).isEnded().hasPassed("endEvent_answered");
    }

    @Test
    void whereItIsNotSolvedTheReportBecomesAMatterOfItsOwn() {
        asked("HOME_PLUMBING", Channel.PHONE);
        runJobs();
        visited("DISSATISFIED");
        assertThat(flow()).isEnded().hasPassed("endEvent_proceeding");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(ticket().reopens()).isEqualTo(1);
        assertThat(ticket().find(ClockKind.FINISH)).isPresent();
        assertThat(followers().find(number())).isEmpty();
        assertThat(step("acknowledge").assignee()).isEqualTo("lead");
        // Whoever followed from the beginning was never told what he has to know
        assertThat(events()).contains("requirements-listed");
        assertThat(running("repair")).isNotNull();
        assertThat(step("dispatch").posts()).contains("plumbing-east");
        turnTo(incident);
        assertThat(lastLine().text()).endsWith("不再随事件办理：没有解决，单独办理");
    }

    @Test
    void whoeverIsNotReachedOnThreeDaysIsClosedWithTheIncident() {
        asked("HOME_PLUMBING", Channel.PHONE);
        runJobs();
        for (int attempt = 0; attempt < 3; attempt++) {
            as("desk1").does("visit", "method", "PHONE", "reached", "UNREACHED", "reason", "无人接听");
            time.pass(Duration.ofDays(4));
            runJobs();
        }
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("endEvent_answered");
    }

    @Test
    void nobodyIsLeftToChanceAndWhereThereIsNobodyNobodyIsAsked() {
        // A public lamp that a resident reports is asked about in three cases of ten
        for (int reporter = 0; reporter < 8; reporter++) {
            asked("PUBLIC_LIGHTING", Channel.PHONE);
            runJobs();
            assertThat(bean(Visits.class).ofTicket(number()))
                    .extracting(Visit::drawn)
                    .containsExactly(true);
        }
        asked("PUBLIC_LIGHTING", Channel.STAFF);
        runJobs();
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(flow()).isEnded().hasPassed("endEvent_answered");
    }

    @Test
    void whatWasSettledCannotBeTakenBackWhoseverTicketSettledIt() {
        asked("HOME_PLUMBING", Channel.PHONE);
        runJobs();
        assertThat(refusalOf(this::urge)).isEqualTo("incident-closed");
        assertThat(bean(TicketDesk.class).isWithdrawable(ticket())).isFalse();
        assertThat(refusalOf(this::withdraw)).isEqualTo("ticket-status");
        assertThat(status()).isEqualTo(Status.VISIT_DUE);
        assertThat(told()).containsExactly("joined.to-resident", "incident-closed.to-resident");
        assertThat(step("visit").posts()).containsExactly("front-desk-east");
    }

    @Test
    void aFlowThatCannotStartStopsThereAndGoesOnWhenTheCauseIsGone() {
        asked("HOME_PLUMBING", Channel.PHONE);
        runJobs();
        as("desk1")
                .hands(
                        "visit",
                        "method",
                        "PHONE",
                        "reached",
                        "REACHED",
                        "satisfaction",
                        "DISSATISFIED",
                        "remark",
                        "还没水");
        repositoryService().suspendProcessDefinitionByKey("repair");
        assertThat(retriesUntilGivenUp("serviceTask_startSupervisionOfReopening"))
                .containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_startSupervisionOfReopening");
        assertThat(running("supervision")).isNull();
        repositoryService().activateProcessDefinitionByKey("repair");
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(running("repair")).isNotNull();
    }

    @Test
    void aClosedFollowerThatIsOpenedAgainFollowsNobody() {
        asked("HOME_PLUMBING", Channel.PHONE);
        runJobs();
        visited("SATISFIED");
        bean(TicketDesk.class).reopen(number(), "又停水了", "desk1", time.instant());
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(followers().find(number())).isEmpty();
        assertThat(running("repair")).isNotNull();
    }
}
