package org.shouwen.ticket;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.shouwen.problem.Refusal;
import org.shouwen.roster.Roster;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people do something to one ticket at once: whoever is slower reads who was faster, and when. Where it was only the flow
 * itself that moved, nobody is told anything; what was asked for is tried again.
 */
@Component
public class Faster {

    private static final int AT_MOST = 5;

    private final Tickets tickets;
    private final Roster roster;
    private final Moments moments;

    Faster(Tickets tickets, Roster roster, Moments moments) {
        this.tickets = tickets;
        this.roster = roster;
        this.moments = moments;
    }

    /** @param deed what is done at the edge, in a transaction of its own, and can be done again from the beginning */
    public <T> T unless(String number, Supplier<T> deed) {
        Ticket before = tickets.get(number);
        for (int attempt = 1; ; attempt++) {
            try {
                return deed.get();
            } catch (RuntimeException failure) {
                // Within somebody else's transaction nothing can be read, and nothing tried again
                if (!Refusal.isRace(failure) || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw failure;
                }
                Optional<TimelineEntry> person = personSince(before);
                if (person.isPresent()) {
                    throw Refusal.overtaken("工单 %s 刚刚由%s 办理过，请刷新后再试".formatted(number, words(person.get())));
                }
                if (attempt == AT_MOST) {
                    throw failure;
                }
            }
        }
    }

    /** @return who did something to the ticket last and when, as people read it; empty where nobody did */
    public Optional<String> last(String number) {
        return persons(tickets.timeline(number)).map(this::words);
    }

    private Optional<TimelineEntry> personSince(Ticket before) {
        int changes =
                tickets.get(before.number()).state().version() - before.state().version();
        List<TimelineEntry> timeline = tickets.timeline(before.number());
        return persons(timeline.subList(Math.max(0, timeline.size() - changes), timeline.size()));
    }

    private static Optional<TimelineEntry> persons(List<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> !entry.actor().equals(TimelineEntry.SYSTEM))
                .reduce((one, later) -> later);
    }

    private String words(TimelineEntry entry) {
        String who = entry.actor().equals(TimelineEntry.RESIDENT) ? "业主" : roster.nameOf(entry.actor());
        return who + "在 " + moments.text(entry.at());
    }
}
