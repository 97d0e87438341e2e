package org.shouwen.ticket;

import org.shouwen.rights.Caller;

/** A ticket as the API answers it. */
@FunctionalInterface
public interface TicketAnswers {

    Object of(String number, Caller reader);
}
