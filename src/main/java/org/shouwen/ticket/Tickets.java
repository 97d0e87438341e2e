package org.shouwen.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;

/** All tickets, in our own tables. */
public interface Tickets {

    /** @return the next number of the kind, {@code BX-26-000042}: prefix, year, six digits that go on over the years; gaps are fine */
    String nextNumber(String prefix, Instant at);

    /**
     * Stores a new ticket with its deadlines and its timeline.
     *
     * @param decisions by which it was decided
     */
    void add(Ticket ticket, List<Decision> decisions);

    /**
     * Holds the ticket until the transaction ends, for a deed that changes what belongs to it and not the ticket itself: whoever
     * does the same at this moment waits, and then reads what was done. What is read afterwards is as it is now.
     */
    void hold(String number);

    /**
     * Stores what changed; where promises changed, {@link ClocksChanged} is published in the same transaction.
     *
     * @throws Refusal where somebody else changed the ticket since it was read
     */
    default void save(Ticket ticket) {
        save(ticket, List.of());
    }

    /**
     * The same for one that was decided anew.
     *
     * @param decisions take the place of those before; none: they stay
     */
    void save(Ticket ticket, List<Decision> decisions);

    /**
     * A table that was asked what a ticket is.
     *
     * @param set number of the set of tables in force then; 0: it was not kept in earlier times
     * @param inputs what it was asked, by name
     */
    record Decision(String table, int version, int set, Map<String, Object> inputs) {}

    /** @param decisions by which it was decided, in order; none: nothing was kept */
    record Decided(Ticket ticket, List<Decision> decisions) {}

    /** @return by which a ticket was decided, in order; none: nothing was kept */
    List<Decision> decisions(String number);

    /** @return the tickets of all sites that were taken in between these moments, newest first, at most so many */
    List<Decided> decided(Instant from, Instant until, int most);

    /** @return how many open tickets each category has, by its code; those that have none are left out */
    Map<String, Integer> openByCategory();

    /**
     * Appends a line to the ticket's history without changing the ticket.
     *
     * @param facts what its declaration states, each name followed by its value
     */
    void note(String number, TimelineEvent event, String text, String by, Instant at, Object... facts);

    Optional<Ticket> find(String number);

    /** @return whether the running transaction has stored it, so that nothing can have happened to it yet */
    boolean isNew(String number);

    /** @throws Refusal not found, with a sentence */
    Ticket get(String number);

    /** @return those of the tickets that are there, by number, read at once: for lists */
    Map<String, Ticket> all(Collection<String> numbers);

    /** @return what whoever asks for a ticket that is not there, or not for him, is told */
    static Refusal notFound(String number) {
        return Refusal.notFound("ticket-not-found", "没有编号为 " + number + " 的工单");
    }

    /** @return what the kind asked beyond the common facts, as it was told at intake */
    Details details(String number);

    /** @return the whole history, oldest first */
    List<TimelineEntry> timeline(String number);

    /** @return promises whose place a later one took, oldest first */
    List<Deadline> pastDeadlines(String number);

    /** @return numbers of the open tickets of a site with a running clock, by number; site empty: of all sites */
    List<String> running(String site);

    /**
     * Promises of a ticket are different now: somebody stopped, paused or replaced them, or their date moved.
     *
     * @param changes one a clock
     */
    record ClocksChanged(String number, List<Change> changes) {}

    /** @param before as it was read, null: there was no such clock; the cycle tells whether {@code after} is the same promise */
    record Change(Deadline before, Deadline after) {}

    /** The resident took the ticket back, or gave the repair up; published in the same transaction. */
    record Withdrawn(String number) {}

    /** The matter has ended; published in the same transaction. */
    record Closed(String number) {}

    /** Another ticket settles the matter; published in the same transaction. */
    record Joined(String number) {}

    /** @return numbers of the tickets that are about the person and that he is kept out of; for lists of all kinds */
    Set<String> about(String person);

    /**
     * @return which of the tickets the reader sees: those of his own sites, and those that he handles or took in himself;
     *     never what he is kept out of
     */
    Set<String> visible(Collection<String> numbers, Caller reader);

    /** @return codes of everybody who is kept out of a ticket */
    Set<String> recused();

    /** @return a page of tickets, in the order that is asked for; one statement, however much is on it */
    default Page page(TicketQuery query, Instant now) {
        return page(query, List.of(), now);
    }

    /**
     * @param counted lists of which it is told, in the same statement, how many tickets are on them; what is searched for
     *     and from which page on is left out of that
     */
    Page page(TicketQuery query, List<TicketQuery> counted, Instant now);

    /**
     * Hands over every ticket of all pages, in their order, a few hundred at a time, so that however many there are cost no
     * memory; nothing of the database is held meanwhile.
     *
     * @param most of which there may not be more
     * @throws Refusal where there are, before the first is handed over
     */
    void each(TicketQuery query, Instant now, int most, Consumer<Ticket> to);

    /** Of a list it is counted up to here; whoever has more has enough. */
    int COUNTED = 100;

    /**
     * @param next what to hand in as {@code after} for the following page; null on the last
     * @param since from when on tickets were looked at, where the list was bounded because of what was asked; else null
     * @param counts how many there are of each list that was counted, {@link #COUNTED} for more
     */
    record Page(List<Ticket> items, String next, Instant since, List<Integer> counts) {}
}
