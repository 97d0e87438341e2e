package org.shouwen.workflow;

import java.util.List;
import java.util.Set;

/** Where the flows of a ticket are. */
public interface FlowPlaces {

    /**
     * A flow of a ticket that runs.
     *
     * @param process its id, {@code repair}
     * @param name what people call it
     * @param version the one that it began with
     * @param elements ids of the steps, waits and calls that are open in it
     * @param steps what people call these
     */
    record Place(String process, String name, int version, Set<String> elements, List<String> steps) {}

    /** @return the flow that began first, then what it called or began; one a flow, however often it runs */
    List<Place> of(String number);
}
