package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** 推诿清单: who passed a matter on, or gave it back, without having done anything about it. */
public interface Transfers {

    /**
     * @param month by the calendar of the house
     * @param reader code of who reads it; tickets that he is kept out of are left out
     * @return transfers and returns of the month before which the party had neither arrived nor reported, by time
     */
    List<PassedOn> withoutAction(YearMonth month, String reader);

    /**
     * @param ticket number of the ticket
     * @param by code of who passed it on
     * @param event {@code transferred} or {@code returned}
     * @param text what was said
     * @param heldSince when the party got it
     * @param firstResponder code; the same before and after
     */
    record PassedOn(
            String ticket,
            Instant at,
            String by,
            String event,
            String text,
            Instant heldSince,
            String firstResponder) {}
}
