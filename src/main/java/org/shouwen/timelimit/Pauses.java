package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import org.shouwen.ticket.PauseReason;

/** When the promises of a ticket stood still. */
public interface Pauses {

    /** A pause that is over. */
    record Span(Instant since, Instant resumedAt) {}

    void begin(String ticket, PauseReason reason, Instant at);

    void end(String ticket, Instant at);

    /** @return the ticket's pauses for this reason that are over, oldest first */
    List<Span> past(String ticket, PauseReason reason);

    /** @return numbers of the tickets whose promises stand still, longest first; at most {@code most} */
    List<String> open(int most);
}
