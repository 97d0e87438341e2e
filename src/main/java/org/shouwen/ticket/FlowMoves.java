package org.shouwen.ticket;

/** What is known of the flows of tickets where nothing else is known of flows. */
public interface FlowMoves {

    /** @return whether flows go on by themselves here at all */
    boolean run();

    /** @return whether the ticket's flow is about to go on by itself, so that what is not open now may be open in a moment */
    boolean isMoving(String number);
}
