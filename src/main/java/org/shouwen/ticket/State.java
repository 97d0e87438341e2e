package org.shouwen.ticket;

import java.util.List;

/**
 * What changes about a ticket, as the tables hold it.
 *
 * @param pause what it waits for, or null
 */
public record State(Status status, String handler, Counts counts, Pause pause, int version, List<Deadline> deadlines) {

    /** @return the same, as it stands in the table once it is saved */
    public State saved() {
        return new State(status, handler, counts, pause, version + 1, deadlines);
    }

    /** How often the work was given back, urged, passed to another post, and how often the ticket was reopened. */
    public record Counts(int returns, int urges, int transfers, int reopens) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts returned() {
            return new Counts(returns + 1, urges, transfers, reopens);
        }

        Counts urged() {
            return new Counts(returns, urges + 1, transfers, reopens);
        }

        Counts transferred() {
            return new Counts(returns, urges, transfers + 1, reopens);
        }

        Counts reopened() {
            return new Counts(returns, urges, transfers, reopens + 1);
        }
    }
}
