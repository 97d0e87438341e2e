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

    /** @return who can take over the ticket's work, by code; not who has it now */
    List<Candidate> candidates(String number);

    /**
     * Gives the work to somebody, wherever the flow stands; nothing has to be accepted.
     *
     * @throws org.shouwen.problem.Refusal where the person is not on the ticket's post, or the ticket is closed
     */
    void reassign(String number, String staff, String reason, String by, Instant at);
}
