package org.shouwen.firstresponsibility;

/** The running flow of a ticket, as first responsibility knows it. */
public interface ResponsibilityExecution {

    /**
     * Somebody was named; nothing has to be dispatched or accepted any more.
     *
     * @return whether a flow waited for it
     */
    boolean settled(String number);
}
