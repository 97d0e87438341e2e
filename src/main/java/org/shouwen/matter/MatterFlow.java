package org.shouwen.matter;

import org.shouwen.ticket.Ticket;

/** What the desk asks of a ticket's running flow, whichever diagram that is. */
public interface MatterFlow {

    /** Starts the flow of a registered ticket, in the same transaction. */
    void start(Ticket ticket);

    /**
     * The resident has withdrawn: wherever it is, the flow ends, and so does whatever else waits for that.
     *
     * @throws org.shouwen.problem.Refusal where no flow of the ticket is running
     */
    void withdraw(Ticket ticket);

    /** Another ticket settles it: wherever it is, the flow ends. Asked only of kinds that can follow. */
    void join(Ticket ticket);

    /**
     * A ticket that another one did not settle is worked on by itself. Asked only of kinds that can follow.
     *
     * @throws org.shouwen.problem.Refusal where its former flow has not ended yet
     */
    void proceed(Ticket ticket);

    /**
     * Something that the running flow waits for has happened; where it does not wait for that now, nothing comes of it.
     *
     * @param state what the diagram calls it after its own key: {@code passed} of {@code goodsrelease.passed}
     */
    void happened(Ticket ticket, String state);

    /** Whoever works on it is told who has urged. */
    void urge(Ticket ticket);

    /**
     * Another post has to do it: who does it is settled anew.
     *
     * @throws org.shouwen.problem.Refusal where its flow is not running
     */
    void transfer(Ticket ticket);

    /**
     * It is another matter than was registered, and somebody else's or more urgent: who does it is settled anew, as for a
     * new one.
     *
     * @throws org.shouwen.problem.Refusal where its flow is not running
     */
    void correct(Ticket ticket);

    /**
     * A closed ticket starts again where an unhappy answer would have brought it.
     *
     * @throws org.shouwen.problem.Refusal where its flow has not ended yet
     */
    void reopen(Ticket ticket);
}
