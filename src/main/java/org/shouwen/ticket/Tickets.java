package org.shouwen.ticket;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** @return a page of tickets, newest first */
    Page page(Query query, Instant now);

    /**
     * What to list.
     *
     * @param kind code of a kind, or null
     * @param status null for all
     * @param open true: neither closed nor withdrawn, and, where nothing is searched for, not settled by another ticket;
     *     null for all
     * @param overdue true: only tickets with a broken promise that still runs
     * @param person handler or first responder, or null
     * @param handler handler, or null
     * @param q number, home, place or phone, or null
     * @param size 1 to 100
     * @param after number of the last ticket of the page before, or null
     * @param reader who reads the list, so that what he does not see is left out; null: a rule of ours reads it
     */
    record Query(
            String kind,
            Status status,
            Boolean open,
            boolean overdue,
            String person,
            String handler,
            String q,
            int size,
            String after,
            Caller reader) {}

    /** @param next what to hand in as {@code after} for the following page; null on the last */
    record Page(List<Ticket> items, String next) {}
}
