package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import org.shouwen.ticket.Ticket;

/**
 * Tells people what happened to a ticket. Telling only records; what leaves the house does so after the commit. The
 * caller's transaction is joined, and nobody is told where it rolls back.
 */
public interface Notices {

    /**
     * Tells the person who reported the matter, by e-mail where that is possible. The first responder gets a copy in the
     * app in every case, and is asked to call where no e-mail could go.
     *
     * @param message stem of the template
     * @param occasion what happened, once: the same message about the same occasion is recorded once
     */
    void tellResident(Ticket ticket, String message, String occasion, Instant at);

    /** Tells who works on it, or everybody on the ticket's post while nobody does. */
    void tellHandler(Ticket ticket, String message, String occasion, Instant at);

    /** Tells everybody who is on call at the ticket's site at that moment, each with his place in the order. */
    void tellOnCall(Ticket ticket, String message, String occasion, Instant at);

    /** @return everything that was told about a ticket, oldest first */
    List<Notice> ofTicket(String number);

    /** @return notices that could not be delivered and wait for a decision, newest first; at most 200 */
    List<Notice> deadLetters();

    /** @return how many there are of them */
    int deadLetterCount();

    /**
     * Tries a dead letter again from the start.
     *
     * @throws org.shouwen.problem.Refusal where it is no dead letter, or the channel is not there
     */
    void resend(long id);

    /**
     * Gives a dead letter up.
     *
     * @param by code of the person who decides so
     * @throws org.shouwen.problem.Refusal where it is no dead letter
     */
    void discard(long id, String by);
}
