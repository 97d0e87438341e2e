package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;
import org.shouwen.rights.Caller;

/**
 * What to list. The lists of the desk, the API, what is printed and what is exported all ask with this, so that they agree.
 *
 * @param filters all of them hold: what a list is about, and what its reader narrows it to
 * @param q number or its last digits, home, place, phone, name, or words of what is written; null: anything
 * @param recent since when tickets were taken in that are looked at where every ticket there ever was would have to be
 *     read: for words, and for the orders of tickets that are not open. Where a filter has a beginning of its own, that
 *     counts. Null: all
 * @param size 1 to 100; how many are on a page
 * @param after number of the last ticket of the page before, or null
 * @param reader who reads the list, so that what he does not see is left out; null: a rule of ours reads it
 */
public record TicketQuery(
        List<Filter> filters, String q, Instant recent, Sort sort, int size, String after, Caller reader) {

    /**
     * Each part that is null filters nothing.
     *
     * @param kind code of a kind
     * @param open true: neither closed nor withdrawn, and, where nothing is searched for, not settled by another ticket
     * @param due how the promises of an open ticket stand
     * @param person handler or first responder
     * @param posts codes of posts that may work on it; with none in it nothing is found
     * @param from taken in at this moment or later
     * @param until taken in before this moment
     */
    public record Filter(
            String kind,
            String category,
            String site,
            Status status,
            Boolean open,
            Due due,
            String person,
            String handler,
            List<String> posts,
            Instant from,
            Instant until) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null, null, null);

        public static final Filter OPEN = NONE.open(true);

        public Filter open(Boolean wanted) {
            return new Filter(kind, category, site, status, wanted, due, person, handler, posts, from, until);
        }

        public Filter status(Status wanted) {
            return new Filter(kind, category, site, wanted, open, due, person, handler, posts, from, until);
        }

        public Filter due(Due wanted) {
            return new Filter(kind, category, site, status, open, wanted, person, handler, posts, from, until);
        }

        /** Whose it is, as handler or first responder. */
        public Filter of(String wanted) {
            return new Filter(kind, category, site, status, open, due, wanted, handler, posts, from, until);
        }

        public Filter handledBy(String wanted) {
            return new Filter(kind, category, site, status, open, due, person, wanted, posts, from, until);
        }
    }

    /** @return all that the filter leaves, newest first */
    public static TicketQuery of(Filter filter, int size) {
        return new TicketQuery(List.of(filter), null, null, Sort.NEWEST, size, null, null);
    }

    public TicketQuery searching(String text) {
        return new TicketQuery(filters, text, recent, sort, size, after, reader);
    }

    public TicketQuery after(String number) {
        return new TicketQuery(filters, q, recent, sort, size, number, reader);
    }

    public TicketQuery readBy(Caller person) {
        return new TicketQuery(filters, q, recent, sort, size, after, person);
    }

    public TicketQuery sized(int most) {
        return new TicketQuery(filters, q, recent, sort, most, after, reader);
    }

    public TicketQuery sorted(Sort order) {
        return new TicketQuery(filters, q, recent, order, size, after, reader);
    }

    /** @return whether only tickets that are not over are asked for */
    public boolean isOfOpenOnes() {
        return filters.stream()
                .anyMatch(filter -> Boolean.TRUE.equals(filter.open)
                        || filter.due != null
                        || filter.status != null && !filter.status.isFinal());
    }
}
