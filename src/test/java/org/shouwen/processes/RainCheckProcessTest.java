package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.repositoryService;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.returnvisit.RainDesk;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.TicketDesk;

/** {@code rain-check.bpmn}: after a rain the resident of a closed leak is asked once more. */
class RainCheckProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("rainCheck");

    /** Rains so far; each test has days of its own, for the desk is the same for all. */
    private static int rains;

    private LocalDate day;

    @BeforeEach
    void aLeakWasClosed() {
        day = LocalDate.of(2026, 12, 1).plusWeeks(rains++);
        time.travelTo(day.minusDays(1) + "T09:00");
        startVisit(atHome("SEEPAGE", Danger.NONE));
        runJobs();
        as("desk1").does("visit", "method", "PHONE", "reached", "REACHED", "satisfaction", "SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        time.travelTo(day + "T16:00");
    }

    private int rain() {
        int visits = as("desk1").act(() -> bean(RainDesk.class).declare("east", day, "desk1", time.instant()));
        follow("rainCheck");
        return visits;
    }

    private void visited(String satisfaction) {
        as("desk1")
                .does("visit", "method", "VISIT", "reached", "REACHED", "satisfaction", satisfaction, "remark", "看过了");
    }

    @Test
    void aLeakThatStaysTightStaysClosed() {
        assertThat(rain()).isEqualTo(1);
        assertThat(flow()).isWaitingAtExactly("callActivity_returnVisit");
        runJobs();
        assertThat(undeclared()).isEmpty();
        assertThat(step("visit").assignee()).isEqualTo("desk1");
        visited("SATISFIED");
        assertThat(status()).isEqualTo(Status.CLOSED);
        assertThat(events()).endsWith("visit-planned", "visited");
        assertThat(flow()).isEnded().hasPassed("endEvent_tight");
    }

    @Test
    void aLeakThatLeaksAgainGoesBackToWork() {
        rain();
        runJobs();
        visited("DISSATISFIED");
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(ticket().reopens()).isEqualTo(1);
        assertThat(events()).contains("visited", "reopened");
        assertThat(flow()).isEnded().hasPassed("endEvent_reopened");
        assertThat(running("repair")).isNotNull();
    }

    @Test
    void oneThatWasReopenedMeanwhileStaysAsItIs() {
        rain();
        runJobs();
        bean(TicketDesk.class).reopen(number(), "业主来电：又漏了", "desk1", time.instant());
        visited("DISSATISFIED");
        assertThat(ticket().reopens()).isEqualTo(1);
        assertThat(flow()).isEnded().hasPassed("endEvent_reopened");
    }

    @Test
    void aResidentWhoIsNotReachedIsAskedAfterTheNextRain() {
        rain();
        runJobs();
        for (int attempt = 0; attempt < 3; attempt++) {
            as("desk1").does("visit", "method", "PHONE", "reached", "UNREACHED", "reason", "无人接听");
            time.pass(Duration.ofDays(4));
            runJobs();
        }
        assertThat(flow()).isEnded().hasPassed("endEvent_tight");
        assertThat(bean(Visits.class).ofTicket(number()))
                .extracting(Visit::outcome)
                .containsExactly(Visit.Outcome.SATISFIED, Visit.Outcome.UNREACHED);
        day = day.plusDays(13);
        rains += 2;
        time.travelTo(day + "T16:00");
        assertThat(rain()).isEqualTo(1);
    }

    @Test
    void itRainsOnceADayAndTheOfficeSaysSo() {
        rain();
        assertThat(refusalOf(this::rain)).isEqualTo("rain-declared");
        day = day.plusDays(1);
        assertThat(refusalOf(this::rain)).isEqualTo("rain-ahead");
        assertThat(refusalOf(() -> bean(RainDesk.class).declare("east", day, "plumber1", time.instant())))
                .isEqualTo("office-only");
    }

    @Test
    void aReopeningThatFailsStopsThereAndGoesOnWhenTheCauseIsGone() {
        rain();
        runJobs();
        suspend("repair", true);
        as("desk1")
                .hands(
                        "visit",
                        "method",
                        "VISIT",
                        "reached",
                        "REACHED",
                        "satisfaction",
                        "DISSATISFIED",
                        "remark",
                        "又漏");
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_reopenTicket");
        assertThat(status()).isEqualTo(Status.CLOSED);

        suspend("repair", false);
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(status()).isEqualTo(Status.RECEIVED);
        assertThat(flow()).isEnded().hasPassed("endEvent_reopened");
    }

    private static void suspend(String process, boolean suspended) {
        if (suspended) {
            repositoryService().suspendProcessDefinitionByKey(process);
        } else {
            repositoryService().activateProcessDefinitionByKey(process);
        }
    }
}
