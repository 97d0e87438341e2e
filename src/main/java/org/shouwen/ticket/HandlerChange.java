package org.shouwen.ticket;

import java.time.Instant;
import java.util.List;

/** Puts somebody else on a ticket's work; whoever escalates needs it, first responsibility does it. */
public interface HandlerChange {

    /**
     * @param staff code of the person
     * @param name what people read
     */
    record Candidate(String staff, String name) {}

    /**
     * @param by code of who gives it on
     * @return whom he can name to take over the ticket's work, by code; not who has it now
     */
    List<Candidate> candidates(String number, String by);

    /** @throws org.shouwen.problem.Refusal where the person is a superior who is not below {@code by} */
    void mustAssign(String number, String staff, String verb, String by, Instant at);

    /**
     * Gives the work to somebody, wherever the flow stands; nothing has to be accepted.
     *
     * @throws org.shouwen.problem.Refusal where the person is not on the ticket's post, the ticket is closed, or it is taken from,
     *     or given to, somebody who is not below {@code by}
     */
    void reassign(String number, String staff, String reason, String by, Instant at);
}
