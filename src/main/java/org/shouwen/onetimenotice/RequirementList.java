package org.shouwen.onetimenotice;

import java.util.List;
import org.shouwen.ticket.Ticket;

/** What a kind of ticket needs or wants known; each kind answers for its own tickets, from one decision table. */
public interface RequirementList {

    /** @return code of the kind of ticket it answers for */
    String kind();

    /** @return every item, complete, in the order people read it */
    List<String> of(Ticket ticket);
}
