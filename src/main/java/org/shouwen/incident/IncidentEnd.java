package org.shouwen.incident;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of the followers when the incident's ticket ends: they are asked, or one of them goes on in its place. */
@Component
public class IncidentEnd {

    /** So many reporters are asked in one transaction; whoever closed the incident does not wait for any of them. */
    private static final int BATCH = 10;

    private final Tickets tickets;
    private final Kinds kinds;
    private final Followers followers;
    private final IncidentHistory history;
    private final IncidentDesk.Telling telling;
    private final Acting acting;

    IncidentEnd(
            Tickets tickets,
            Kinds kinds,
            Followers followers,
            IncidentHistory history,
            IncidentDesk.Telling telling,
            Acting acting) {
        this.tickets = tickets;
        this.kinds = kinds;
        this.followers = followers;
        this.history = history;
        this.telling = telling;
        this.acting = acting;
    }

    /** In the transaction that closes it only one flow is started, however many follow. */
    @EventListener
    void closed(Tickets.Closed event) {
        if (!followers.waiting(event.number(), 1).isEmpty()) {
            telling.execution().close(event.number());
        }
    }

    /**
     * Asks the next reporters, each once for one home or place, however often he reported it from there. One who joins,
     * withdraws or leaves meanwhile is seen by the next batch; where the incident was opened again, nobody is asked before it
     * is closed once more.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean askNext(String incident, String by, Instant at) {
        Ticket ended = tickets.get(incident);
        if (ended.status() != Status.CLOSED) {
            return false;
        }
        List<String> batch = followers.waiting(incident, BATCH);
        Map<Person.AtPlace, String> asked = asked(ended);
        for (String number : batch) {
            Ticket follower = tickets.get(number);
            follower.conclude("事件 " + incident + " 已办结，请报告人答复", by, at);
            String before = asked.putIfAbsent(Person.AtPlace.of(follower), number);
            if (before != null) {
                follower.close("同一位报告人、同一处，随工单 " + before + " 一并答复，不再另问", by, at);
            }
            tickets.save(follower);
            if (before == null) {
                telling.execution().ask(number);
            }
        }
        return batch.size() == BATCH;
    }

    /** @return who has answered, or is being asked, of the incident's end: the incident's own reporter first */
    private Map<Person.AtPlace, String> asked(Ticket ended) {
        Map<Person.AtPlace, String> asked = new HashMap<>();
        asked.put(Person.AtPlace.of(ended), ended.number());
        tickets.all(followers.of(ended.number()).stream().map(Follower::ticket).toList()).values().stream()
                .filter(follower -> follower.status() == Status.VISIT_DUE)
                .forEach(follower -> asked.putIfAbsent(Person.AtPlace.of(follower), follower.number()));
        return asked;
    }

    /** The visit has opened the follower's ticket again: it goes on by itself. */
    @Transactional
    public void proceed(String number, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        followers.find(number).ifPresent(follower -> history.notSolved(ticket, follower.incident(), by, at));
        followers.remove(number);
        kinds.get(ticket.kind()).proceed(number, "没有解决", by, at);
    }

    /** The first reporter took it back, or gave it up, but the others still have the matter: the eldest goes on with it. */
    @EventListener
    void withdrawn(Tickets.Withdrawn event) {
        String incident = event.number();
        // One of them may leave or be taken back at this very moment: who is left is asked once nobody can any more
        followers.hold(followers.waiting(incident, Integer.MAX_VALUE));
        List<String> waiting = followers.waiting(incident, Integer.MAX_VALUE);
        if (waiting.isEmpty()) {
            return;
        }
        String by = acting.who();
        Instant at = acting.when();
        String heir = waiting.get(0);
        List<String> others = waiting.subList(1, waiting.size());
        followers.remove(heir);
        followers.move(incident, heir);
        history.continued(incident, heir, others.size(), by, at);
        others.forEach(follower -> history.moved(follower, heir, by, at));
        kinds.get(tickets.get(heir).kind()).proceed(heir, "事件 " + incident + " 已撤回，由这张工单接着办理", by, at);
        telling.tellThatItProceeds(tickets.get(heir), at);
    }
}
