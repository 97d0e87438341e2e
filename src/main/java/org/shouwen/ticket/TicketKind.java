package org.shouwen.ticket;

import java.time.Instant;

/** What a kind of ticket does in its own way; each feature implements it once, so that the desk's routes stay generic. */
public interface TicketKind {

    /** @return stable code, for example {@code REPAIR} */
    String code();

    /** @return what people read */
    String label();

    /** @return two letters that start the ticket's number, for example {@code BX} */
    String numberPrefix();

    /**
     * Decides, registers and starts, in one transaction.
     *
     * @param by code of the first responder
     * @throws org.shouwen.problem.Refusal where the matter cannot be taken; nothing is stored then
     */
    Ticket open(Intake intake, String by, Instant at);

    /** The resident takes the matter back. */
    void withdraw(String number, String reason, String by, Instant at);

    /** The resident asks where we are (催单). */
    void urge(String number, String by, Instant at);

    /**
     * Another post has to do the work (转派); the first responder stays.
     *
     * @param post code of a technicians' post
     */
    void transfer(String number, String post, String reason, String by, Instant at);

    /** The resident is not satisfied with a closed matter: it starts again. */
    void reopen(String number, String reason, String by, Instant at);
}
