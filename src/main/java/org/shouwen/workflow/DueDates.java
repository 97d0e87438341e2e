package org.shouwen.workflow;

import java.time.Instant;

/** When the timers and tasks of the running flows are due. */
public interface DueDates {

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
