package org.shouwen.workflow;

/** When the timers and tasks of the running flows are due. */
public interface DueDates {

    /** Asks anew, for all timers and open tasks of a ticket, because promises moved; what counts from now stays. */
    void recount(String number);
}
