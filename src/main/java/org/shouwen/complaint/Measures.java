package org.shouwen.complaint;

import java.time.Instant;
import java.util.List;

/** What answers promised to put right. */
public interface Measures {

    /** @return its id */
    long add(String ticket, int round, Measure.Promised promised);

    /** @throws org.shouwen.problem.Refusal not found, with a sentence */
    Measure get(long id);

    /** @return the measures of a complaint, in the order they were promised */
    List<Measure> ofTicket(String ticket);

    /** @return measures that are late, first due first; at most {@code most} */
    List<Measure> late(Instant now, int most);

    /** @param outcome what became of it */
    void end(long id, Measure.Outcome outcome);

    /** Drops what is still open of a complaint that the resident took back. */
    void cancel(String ticket, String by, Instant at);
}
