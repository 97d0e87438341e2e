package org.shouwen.matter;

import org.shouwen.ticket.Ticket;

/** What the desk asks of a ticket's running flow, whichever diagram that is. */
public interface MatterFlow {

    /** Starts the flow of a registered ticket, in the same transaction. */
    void start(Ticket ticket);

    /** The resident has withdrawn: wherever it is, the flow ends. */
    void withdraw(Ticket ticket);

    /** The resident has urged. */
    void urge(Ticket ticket);

    /** Another post has to do it: who does it is settled anew. */
    void transfer(Ticket ticket);

    /**
     * A closed ticket starts again where an unhappy answer would have brought it.
     *
     * @throws org.shouwen.problem.Refusal where its flow has not ended yet
     */
    void reopen(Ticket ticket);
}
