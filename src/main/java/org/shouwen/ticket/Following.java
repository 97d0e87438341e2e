package org.shouwen.ticket;

import java.time.Instant;

/** Tickets that are settled with another one (随事件办理); whoever opens, withdraws or urges needs it, incidents do it. */
public interface Following {

    /** @return whether the ticket has no flow of its kind, because another one settles, or has settled, its matter */
    boolean concerns(Ticket ticket);

    /** @return number of the ticket that settles it; asked only where it {@link #concerns} the ticket */
    String incidentOf(String number);

    /**
     * Registers a matter that another ticket settles.
     *
     * @param incident number of that ticket, or of one that follows it
     * @param by code of the first responder
     * @throws org.shouwen.problem.Refusal where it cannot be joined; nothing is stored then
     */
    Ticket open(Intake intake, String incident, String by, Instant at);

    /** The resident takes back his own report; the others' matter goes on. */
    void withdraw(String number, String words, String by, Instant at);

    /** The resident asks where we are: whoever settles the matter is told. */
    void urge(String number, String by, Instant at);

    /** Staff press for it: whoever settles the matter is told. */
    void press(String number, String by, Instant at);

    /** A closed ticket was opened again: whatever it followed, it has a flow of its kind now. */
    void reopened(String number);
}
