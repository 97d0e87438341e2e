package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All records of hand-overs. */
public interface Handovers {

    /** @return id of the new record; it has none yet */
    long add(Handover handover);

    Optional<Handover> find(long id);

    /** Keeps what the outgoing person wrote, and both signatures. */
    void save(Handover handover);

    /** @return the latest, newest first; at most 100 */
    List<Handover> latest();

    /** @return records of shifts that ended before, without both signatures, of which no lead was told */
    List<Handover> unsigned(Instant endedBefore);

    /** @return whether it was not told before */
    boolean told(long id, Instant at);
}
