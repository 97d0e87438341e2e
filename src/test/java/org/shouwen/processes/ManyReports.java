package org.shouwen.processes;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.shouwen.incident.Followers;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.repair.RepairDesk;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.ticket.Channel;
import org.shouwen.ticket.Danger;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Scope;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;

/** A matter that several people report; the incident's own flow is not started, so that only what follows it runs. */
abstract class ManyReports extends ProcessDesk {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** {@code desk1} registers a matter that nobody has worked on yet. */
    String registered(String category) {
        return register(atHome(category, Danger.NONE));
    }

    /** So many more report it. */
    List<String> report(String incident, int times) {
        return IntStream.range(0, times).mapToObj(time -> report(incident)).toList();
    }

    /** One who has not reported it yet. */
    String report(String incident) {
        return report(
                incident,
                told(
                        tickets().get(incident),
                        Channel.PHONE,
                        "1-1-101",
                        "1398765%04d".formatted(PEOPLE.incrementAndGet())));
    }

    String report(String incident, Intake intake) {
        return bean(IncidentDesk.class)
                .open(intake, incident, "desk1", time.instant())
                .number();
    }

    /** The same as the incident's ticket says, told once more. */
    static Intake told(Ticket ticket, Channel channel) {
        return told(ticket, channel, "1-1-101", "13987654321");
    }

    /** The same, told from another home or by another person. */
    static Intake told(Ticket ticket, Channel channel, String home, String phone) {
        return new Intake(
                RepairDesk.KIND,
                ticket.facts().intake().category(),
                home,
                null,
                new Reporter("李四", phone, null),
                channel,
                "楼道没水",
                Danger.NONE,
                Scope.PERSONAL,
                false,
                null);
    }

    /** {@code plumber1} repairs it, and its own reporter is satisfied. */
    void settle(String incident) {
        turnTo(incident);
        repairedBy("plumber1");
        close(incident);
    }

    void close(String incident) {
        Ticket ticket = tickets().get(incident);
        ticket.close("电话回访：满意", "desk1", time.instant());
        tickets().save(ticket);
    }

    static Tickets tickets() {
        return bean(Tickets.class);
    }

    static Followers followers() {
        return bean(Followers.class);
    }
}
