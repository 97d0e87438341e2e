package org.shouwen.onetimenotice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.ticket.Ticket;

/** What a kind of ticket needs or wants known; each kind answers for its own tickets, from one decision table. */
public interface RequirementList {

    /** @return code of the kind of ticket it answers for */
    String kind();

    /** @return every item, complete, in the order people read it */
    List<String> of(Ticket ticket);

    /**
     * Items that have to be supplied get a numbered notice that is followed to the last item.
     *
     * @return every item, complete, in the order people read it, also what is handed in already; empty where the kind only
     *     wants things known
     */
    default List<Item> items(Ticket ticket) {
        return List.of();
    }

    /** @return when and by whom items were taken in already, by code: the notice lists them as received */
    default Map<String, OneTimeNotice.Settled> supplied(Ticket ticket) {
        return Map.of();
    }

    /** @return until when it waits for what is missing; empty where it waits for nothing, or without an end */
    default Optional<Instant> supplyBy(Ticket ticket) {
        return Optional.empty();
    }
}
