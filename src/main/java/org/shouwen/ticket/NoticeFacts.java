package org.shouwen.ticket;

import java.util.Map;

/** Facts that only a feature knows and that the wording of a notice needs. */
public interface NoticeFacts {

    /** @return facts by name (text, or lists of text) for this ticket; empty where the feature has none */
    Map<String, Object> of(Ticket ticket);

    /** @param flow routing facts of the flow that tells; most features do not need them */
    default Map<String, Object> of(Ticket ticket, Map<String, Object> flow) {
        return of(ticket);
    }
}
