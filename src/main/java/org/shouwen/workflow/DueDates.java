package org.shouwen.workflow;

import java.time.Instant;

/** When the timers and tasks of the running flows are due. */
public interface DueDates {

    /** What a model is answered where there is no such moment: a timer needs one. A step then has no due date. */
    Instant NEVER = Instant.parse("2999-12-31T00:00:00Z");

    /** Asks anew, for all timers and open tasks of a ticket, because promises moved; what counts from now stays. */
    void recount(String number);

    /**
     * Ends a timer beside the running step that is due as well, so that this job does its work, too.
     *
     * @param flow id of the process instance
     * @param timer id of its symbol
     * @return whether there was one
     */
    boolean take(String flow, String timer, Instant at);
}
