package org.shouwen.ticket;

import java.util.Optional;

/** Papers that go along with a notice to the resident; a feature that issues some implements it. */
public interface Enclosures {

    /**
     * A paper as it went out.
     *
     * @param name file name without ending, unique
     */
    record Enclosure(String name, String mediaType, byte[] content) {}

    /** @return name of the paper that goes along with this notice; empty: none of this feature's does */
    Optional<String> with(String template, Ticket ticket);

    /** @return the paper of that name; empty: it is not one of this feature's */
    Optional<Enclosure> paper(String name);
}
