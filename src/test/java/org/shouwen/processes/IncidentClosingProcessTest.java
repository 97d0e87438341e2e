package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.returnvisit.Visits;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;

/** {@code incident-closing.bpmn}: everybody who reported is asked, some in a transaction, and never in that of who closes. */
class IncidentClosingProcessTest extends ManyReports {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("incidentClosing");

    private static final String ASKING = "serviceTask_askReporters";

    private List<Status> standings(List<String> numbers) {
        return numbers.stream().map(number -> tickets().get(number).status()).toList();
    }

    @Test
    void reportersAreAskedInBatches() {
        String incident = registered("BURST_PIPE");
        List<String> reporters = report(incident, 12);
        settle(incident);
        follow("incidentClosing");
        assertThat(flow()).isWaitingAtExactly(ASKING);
        assertThat(standings(reporters)).containsOnly(Status.FOLLOWING);
        assertThat(undeclared()).isEmpty();

        runJob(ASKING);
        assertThat(standings(reporters.subList(0, 10))).containsOnly(Status.VISIT_DUE);
        assertThat(standings(reporters.subList(10, 12))).containsOnly(Status.FOLLOWING);
        // Whoever takes it back between two batches is not asked
        bean(TicketDesk.class).withdraw(reporters.get(11), "自己修好了", "desk1", time.instant());
        runJob(ASKING);
        assertThat(standings(reporters.subList(10, 12))).containsExactly(Status.VISIT_DUE, Status.WITHDRAWN);
        assertThat(flow()).isEnded().hasPassed("endEvent_allAsked");
        assertThat(runtimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("incidentAnswer")
                        .count())
                .isEqualTo(11);
    }

    /** One person's reports of two places are two questions, of one place one; two neighbours at one place are two as well. */
    @Test
    void onePersonIsAskedOnceForOnePlace() {
        String incident = registered("BURST_PIPE");
        Ticket first = tickets().get(incident);
        String own = report(incident, atHome("BURST_PIPE", Danger.NONE));
        String flat = report(incident, told(first, Channel.PHONE, "1-2-201", "13987650099"));
        String flatAgain = report(incident, told(first, Channel.WALK_IN, "1-2-201", "13987650099"));
        String otherFlat = report(incident, told(first, Channel.PHONE, "1-1-101", "13987650099"));
        String neighbour = report(incident, told(first, Channel.PHONE, "1-2-201", "13987650098"));
        String late = report(incident, told(first, Channel.PHONE, "1-2-201", "13987650099"));
        settle(incident);
        runJobs();
        assertThat(standings(List.of(own, flat, flatAgain, otherFlat, neighbour, late)))
                .containsExactly(
                        Status.CLOSED,
                        Status.VISIT_DUE,
                        Status.CLOSED,
                        Status.VISIT_DUE,
                        Status.VISIT_DUE,
                        Status.CLOSED);
        assertThat(told()).filteredOn("incident-closed.to-resident"::equals).hasSize(3);
        assertThat(bean(Visits.class).ofTicket(flat)).hasSize(1);
        assertThat(bean(Visits.class).ofTicket(flatAgain)).isEmpty();
        turnTo(flatAgain);
        assertThat(lastLine().text()).isEqualTo("办结：同一位报告人、同一处，随工单 " + flat + " 一并答复，不再另问");
    }

    @Test
    void anIncidentThatIsOpenedAgainAsksNobodyUntilItIsClosedOnceMore() {
        String incident = registered("BURST_PIPE");
        String reporter = report(incident);
        settle(incident);
        bean(TicketDesk.class).reopen(incident, "又爆了", "desk1", time.instant());
        follow("incidentClosing");
        runJob(ASKING);
        assertThat(flow()).isEnded();
        assertThat(standings(List.of(reporter))).containsExactly(Status.FOLLOWING);

        // Others can report it again
        String late = report(incident);
        settle(incident);
        runJob(ASKING);
        assertThat(standings(List.of(reporter, late))).containsOnly(Status.VISIT_DUE);
    }

    @Test
    void aMatterThatNobodyElseReportedStartsNothing() {
        settle(registered("BURST_PIPE"));
        assertThat(running("incidentClosing")).isNull();
    }
}
