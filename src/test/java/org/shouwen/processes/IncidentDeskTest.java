package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouwen.incident.Follower;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.TimelineEntry;

/** Who joins an incident, who leaves it, and what becomes of the others. */
class IncidentDeskTest extends ManyReports {

    private final IncidentDesk desk = bean(IncidentDesk.class);
    private final TicketDesk tickets = bean(TicketDesk.class);

    private static String incidentOf(String number) {
        return followers().find(number).map(Follower::incident).orElse(null);
    }

    private static List<String> lines(String number) {
        return tickets().timeline(number).stream().map(TimelineEntry::text).toList();
    }

    private static Status standing(String number) {
        return tickets().get(number).status();
    }

    @Test
    void aReportThatJoinsPromisesNothingAndHasNoFlow() {
        String incident = registered("BURST_PIPE");
        String follower = report(incident);
        Ticket ticket = tickets().get(follower);
        assertThat(ticket.status()).isEqualTo(Status.FOLLOWING);
        assertThat(ticket.deadlines()).isEmpty();
        assertThat(ticket.facts().priority())
                .isEqualTo(tickets().get(incident).facts().priority());
        assertThat(ticket.facts().intake().reporter().name()).isEqualTo("李四");
        assertThat(ticket.firstResponder()).isEqualTo("desk1");
        turnTo(follower);
        assertThat(running("repair")).isNull();
        assertThat(lines(follower)).endsWith("随事件 " + incident + " 办理");
        assertThat(lines(incident)).endsWith("又有人报告：首问花园东苑 1 号楼 1 单元 101（%s），共 2 次报告".formatted(follower));
        assertThat(bean(TicketLinks.class).of(follower))
                .extracting(TicketLinks.Link::other, TicketLinks.Link::relation)
                .containsExactly(tuple(incident, TicketLinks.Relation.FOLLOWS));
    }

    @Test
    void whoJoinsAFollowerJoinsTheIncident() {
        String incident = registered("BURST_PIPE");
        String follower = report(incident);
        assertThat(incidentOf(report(follower, told(tickets().get(follower), Channel.PHONE))))
                .isEqualTo(incident);
    }

    @Test
    void whatHasEndedOrIsBeingAskedCannotBeJoined() {
        String repaired = registered("BURST_PIPE");
        repairedBy("plumber1");
        assertThat(refusalOf(() -> report(repaired))).isEqualTo("incident-closed");
        close(repaired);
        assertThat(refusalOf(() -> report(repaired))).isEqualTo("incident-closed");
        String withdrawn = registered("BURST_PIPE");
        Ticket ticket = tickets().get(withdrawn);
        ticket.withdraw("弄错了", "desk1", time.instant());
        tickets().save(ticket);
        assertThat(refusalOf(() -> report(withdrawn))).isEqualTo("incident-closed");
        Intake told = told(ticket, Channel.PHONE);
        assertThat(refusalOf(() -> report("BX-26-999999", told))).isEqualTo("incident-unknown");
    }

    @Test
    void whatIsMoreUrgentDoesNotGetLost() {
        String incident = registered("HOME_PLUMBING");
        Intake dangerous = atHome("HOME_PLUMBING", Danger.PERSON);
        assertThat(refusalOf(() -> report(incident, dangerous))).isEqualTo("incident-less-urgent");
    }

    @Test
    void anOpenTicketJoinsWithAllThatFollowIt() {
        String first = registered("BURST_PIPE");
        String second = registered("BURST_PIPE");
        report(second, 2);
        open(atHome("BURST_PIPE", Danger.NONE));
        String third = number();
        runJobs();
        List<String> along = report(third, 2);
        assertThat(refusalOf(() -> desk.join(third, third, "desk1", time.instant())))
                .isEqualTo("incident-itself");
        assertThat(refusalOf(() -> desk.join(third, along.get(0), "desk1", time.instant())))
                .isEqualTo("incident-itself");

        desk.join(third, first, "desk1", time.instant());
        runJobs();
        assertThat(standing(third)).isEqualTo(Status.FOLLOWING);
        assertThat(tickets().get(third).deadlines()).noneMatch(deadline -> deadline.runs());
        assertThat(running("repair")).isNull();
        assertThat(along).allMatch(follower -> incidentOf(follower).equals(first));
        assertThat(followers().of(first)).hasSize(3);

        // It was another one: it goes on there
        desk.join(along.get(0), second, "desk1", time.instant());
        assertThat(incidentOf(along.get(0))).isEqualTo(second);
        assertThat(followers().of(first)).hasSize(2);
        assertThat(lines(first)).endsWith(along.get(0) + "（首问花园东苑 1 号楼 1 单元 101）不再随事件办理：改随事件 " + second + " 办理");
    }

    @Test
    void whatTurnsOutToBeAnotherMatterIsWorkedOnByItself() {
        String incident = registered("BURST_PIPE");
        String follower = report(incident);
        turnTo(follower);
        desk.leave(follower, "他家是阀门坏了", "desk1", time.instant());
        assertThat(standing(follower)).isEqualTo(Status.RECEIVED);
        assertThat(tickets().get(follower).reopens()).isZero();
        assertThat(tickets().get(follower).deadlines()).hasSize(3);
        assertThat(incidentOf(follower)).isNull();
        assertThat(running("repair")).isNotNull();
        runJobs();
        assertThat(step("answerCall").assignee()).isEqualTo("plumber2");
        assertThat(told()).contains("joined.to-resident", "proceeding.to-resident");
        assertThat(refusalOf(() -> desk.leave(follower, "再来一次", "desk1", time.instant())))
                .isEqualTo("incident-not-followed");
    }

    @Test
    void whoeverUrgesUrgesTheOneWhoWorksOnIt() {
        open(atHome("BURST_PIPE", Danger.NONE));
        String incident = number();
        runJobs();
        String follower = report(incident);
        tickets.urge(follower, "desk1", time.instant());
        runJobs();
        assertThat(tickets().get(follower).urges()).isEqualTo(1);
        assertThat(tickets().get(incident).urges()).isEqualTo(1);
        assertThat(told()).contains("urged.to-handler");
        assertThat(lines(incident)).contains("随事件办理的 " + follower + "（首问花园东苑 1 号楼 1 单元 101）催单");
    }

    @Test
    void nobodyIsSaidToHaveUrgedWhoDidNot() {
        open(atHome("BURST_PIPE", Danger.NONE));
        String incident = number();
        runJobs();
        String follower = report(incident);
        tickets.urge(follower, "desk1", time.instant());
        time.pass(Duration.ofMinutes(11));
        tickets.press(follower, "lead", time.instant());
        runJobs();
        assertThat(lines(incident)).noneMatch(line -> line.contains("业主第"));
        assertThat(lines(incident)).anyMatch(line -> line.startsWith("随事件办理的 " + follower) && line.contains("内部催办"));
        assertThat(lines(follower)).contains("业主第 1 次催单", "内部催办，不是业主催的");
        assertThat(tickets().get(follower).urges()).isEqualTo(1);
        assertThat(told()).filteredOn("urged.to-handler"::equals).hasSize(2);
    }

    @Test
    void oneWhoTakesItBackLeavesTheOthersAlone() {
        String incident = registered("BURST_PIPE");
        List<String> reporters = report(incident, 2);
        tickets.withdraw(reporters.get(0), "家里来水了", "desk1", time.instant());
        assertThat(standing(reporters.get(0))).isEqualTo(Status.WITHDRAWN);
        assertThat(standing(reporters.get(1))).isEqualTo(Status.FOLLOWING);
        assertThat(standing(incident)).isEqualTo(Status.RECEIVED);
        assertThat(told()).containsExactly("joined.to-resident", "joined.to-resident", "withdrawn.to-resident");
    }

    @Test
    void whereTheFirstTakesItBackTheEldestGoesOn() {
        open(atHome("BURST_PIPE", Danger.NONE));
        String incident = number();
        runJobs();
        List<String> reporters = report(incident, 3);
        tickets.withdraw(incident, "搬走了", "desk1", time.instant());
        runJobs();
        String heir = reporters.get(0);
        assertThat(standing(incident)).isEqualTo(Status.WITHDRAWN);
        assertThat(standing(heir)).isEqualTo(Status.RECEIVED);
        assertThat(tickets().get(heir).deadlines()).hasSize(3);
        assertThat(reporters.subList(1, 3))
                .allMatch(follower -> incidentOf(follower).equals(heir));
        assertThat(lines(incident)).contains("这件事还有 3 次报告，由工单 " + heir + " 接着办理");
        turnTo(heir);
        assertThat(running("repair")).isNotNull();
    }

    @Test
    void manyJoinAtOnce() throws InterruptedException {
        String incident = registered("BURST_PIPE");
        List<String> reporters = atOnce(Collections.nCopies(8, () -> report(incident)));
        assertThat(reporters).hasSize(8).doesNotHaveDuplicates();
        assertThat(followers().of(incident)).hasSize(8);
        assertThat(lines(incident)).filteredOn(line -> line.startsWith("又有人报告")).hasSize(8);
        assertThat(lines(incident).get(lines(incident).size() - 1)).endsWith("共 9 次报告");
    }

    @Test
    void whoJoinsWhileItClosesIsAskedOrRefused() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String incident = registered("BURST_PIPE");
            String known = report(incident);
            List<String> late = atOnce(List.of(
                    () -> {
                        settle(incident);
                        return known;
                    },
                    () -> report(incident)));
            runJobs();
            assertThat(late).contains(known).allMatch(number -> standing(number) == Status.VISIT_DUE);
        }
    }

    @Test
    void twoIncidentsAreNotHungOnEachOther() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            String one = registered("BURST_PIPE");
            open(atHome("BURST_PIPE", Danger.NONE));
            String other = number();
            open(atHome("BURST_PIPE", Danger.NONE));
            String another = number();
            atOnce(List.of(
                    () -> {
                        desk.join(other, another, "desk1", time.instant());
                        return one;
                    },
                    () -> {
                        desk.join(another, other, "desk1", time.instant());
                        return one;
                    }));
            assertThat(List.of(standing(other), standing(another)))
                    .containsExactlyInAnyOrder(Status.RECEIVED, Status.FOLLOWING);
        }
    }

    /** @return what those answered who were not refused */
    private static List<String> atOnce(List<Callable<String>> deeds) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(deeds.size());
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> deed : people.invokeAll(deeds)) {
                try {
                    answers.add(deed.get());
                } catch (ExecutionException e) {
                    assertThat(Refusal.in(e)).as(e.toString()).isPresent();
                }
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }
}
