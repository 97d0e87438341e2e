package org.shouwen.processes;

import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.managementService;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.shouwen.testing.ProcessDesk;
import org.shouwen.testing.TimeMachine;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.Escalations;
import org.shouwen.timelimit.TimeLimitDesk;

/**
 * One ticket whose own flow is not started and whose clocks are watched. Registered on Monday 2026-11-23 at 09:00, an
 * ordinary repair at home is to be taken by 09:30, visited by 15:00 and done by Tuesday 18:00 (D2-6). The site has a lead
 * and a manager, no supervisor.
 */
abstract class SupervisedDesk extends ProcessDesk {

    final TimeLimitDesk limits = bean(TimeLimitDesk.class);
    final Escalations escalations = bean(Escalations.class);

    void watch(ClockKind clock) {
        register();
        limits.watch(number(), clock);
    }

    /** Goes to a moment of November 2026 and runs what is due then. */
    void at(String dayAndTime) {
        time.travelTo("2026-11-" + dayAndTime);
        runJobs();
    }

    void changes(Consumer<Ticket> verb) {
        Ticket ticket = ticket();
        verb.accept(ticket);
        bean(Tickets.class).save(ticket);
    }

    /** @return what the ticket reached, as cause, cycle and level */
    List<String> reached() {
        return escalations.ofTicket(number()).stream()
                .map(escalation -> escalation.cause() + " " + escalation.cycle() + " " + escalation.level())
                .toList();
    }

    Escalation supervision() {
        List<Escalation> all = escalations.ofTicket(number());
        return all.get(all.size() - 1);
    }

    /** @return who was asked to acknowledge the last supervision, in order */
    List<String> asked() {
        return supervision().asked().stream().map(Escalation.Asked::person).toList();
    }

    /** @return when the timer at this event is due */
    static Instant due(String event) {
        return managementService()
                .createJobQuery()
                .activityId(event)
                .singleResult()
                .getDuedate()
                .toInstant();
    }

    static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(TimeMachine.ZONE).toInstant();
    }
}
