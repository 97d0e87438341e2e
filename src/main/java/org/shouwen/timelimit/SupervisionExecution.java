package org.shouwen.timelimit;

/** The running supervisions. */
public interface SupervisionExecution {

    /**
     * Asks a person to acknowledge, and the next ones after that.
     *
     * @param escalation id of the supervision
     */
    void start(String number, long escalation, String person);

    /** Ends all supervisions of a ticket: there is nothing to decide any more. */
    void cancel(String number);
}
