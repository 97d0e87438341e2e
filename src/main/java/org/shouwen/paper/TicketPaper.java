package org.shouwen.paper;

import java.util.Optional;
import org.shouwen.credential.Credentials;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;

/** A kind of paper that a ticket has; implemented by its feature. It is drawn anew whenever it is asked for, and kept nowhere. */
public interface TicketPaper {

    /** @return what it is called in its address below the ticket's, as in {@code …/certificate/paper}; plural where there are several */
    String path();

    /** @return whether the resident takes it from his own page, too */
    default boolean isForResident() {
        return false;
    }

    /**
     * @param which number of the paper, where a ticket has several; else ""
     * @param reader who takes it; empty: the resident
     * @throws org.shouwen.problem.Refusal where the ticket has none, or it must not be printed any more
     */
    Sheet draw(Ticket ticket, String which, Optional<Caller> reader);

    /**
     * A paper as it stands.
     *
     * @param reference what its QR code says
     */
    record Sheet(Credentials.Reference reference, Paper paper) {}
}
