package org.shouwen.ticket;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.rights.Caller;

/** Who reads more of a ticket's people than others for a while, because he said why. */
@FunctionalInterface
public interface Disclosed {

    /** @return until when that holds, at the moment of the request; empty: it does not */
    Optional<Instant> until(String number, Caller reader);
}
