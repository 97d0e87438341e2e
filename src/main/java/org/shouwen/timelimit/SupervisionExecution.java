package org.shouwen.timelimit;

/** The running supervisions. */
public interface SupervisionExecution {

    /**
     * Asks a person to acknowledge, and the next ones after that.
     *
     * @param escalation id of the supervision
     */
    void start(String number, long escalation, String person);

    /** Ends a supervision: there is nothing to decide any more. */
    void end(String number, long escalation);

    /** Has a post put right, by whoever answers for it. */
    void startRectification(PostRectification rectification);
}
