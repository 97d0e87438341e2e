package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.Announcements;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.TicketDesk;

/** {@code incident-announcement.bpmn}: one text to all who reported, some in a transaction. */
class IncidentAnnouncementProcessTest extends ManyReports {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("incidentAnnouncement");

    private static final String TELLING = "sendTask_announce";

    private long announce(String incident) {
        return bean(AnnouncementDesk.class).announce(incident, "主管道爆裂，预计 18 点恢复供水", "desk1", time.instant());
    }

    private int told(long announcement) {
        return bean(Announcements.class).get(announcement).told();
    }

    @Test
    void everyReporterIsToldOnce() {
        String incident = registered("BURST_PIPE");
        List<String> reporters = report(incident, 12);
        long announcement = announce(incident);
        turnTo(incident);
        follow("incidentAnnouncement");
        assertThat(flow()).isWaitingAtExactly(TELLING);
        assertThat(undeclared()).isEmpty();
        assertThat(told(announcement)).isZero();
        runJob(TELLING);
        assertThat(told(announcement)).isEqualTo(10);

        // Who reports while it goes out hears it, too; who takes it back does not
        String late = report(incident);
        bean(TicketDesk.class).withdraw(reporters.get(11), "自己修好了", "desk1", time.instant());
        runJob(TELLING);
        assertThat(told(announcement)).isEqualTo(13);
        assertThat(flow()).isEnded().hasPassed("endEvent_allTold");
        turnTo(late);
        assertThat(lastLine().text()).isEqualTo("事件通报：主管道爆裂，预计 18 点恢复供水");
    }

    /** However often he has reported, he hears it once; each of his reports says so. */
    @Test
    void onePersonIsToldOnce() {
        String incident = registered("BURST_PIPE");
        Intake same = told(tickets().get(incident), Channel.PHONE);
        List<String> reports = List.of(report(incident, same), report(incident, same), report(incident, same));
        announce(incident);
        runJobs();
        // The first reporter of the incident, and whoever reported it three times
        assertThat(told()).filteredOn("announced.to-resident"::equals).hasSize(2);
        for (String again : reports) {
            turnTo(again);
            assertThat(lastLine().text()).startsWith("事件通报：");
        }
        assertThat(refusalOf(() -> announce(incident))).isEqualTo("announced-already");
    }

    @Test
    void onlyAnOpenIncidentHasSomethingToSayToAll() {
        String incident = registered("BURST_PIPE");
        assertThat(refusalOf(() -> announce(incident))).isEqualTo("incident-none");
        String reporter = report(registered("BURST_PIPE"));
        assertThat(refusalOf(() -> announce(reporter))).isEqualTo("incident-follower");
        settle(incident);
        assertThat(refusalOf(() -> announce(incident))).isEqualTo("incident-closed");
    }
}
