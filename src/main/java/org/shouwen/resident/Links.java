package org.shouwen.resident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All links to residents' pages, in our own tables. */
public interface Links {

    /** @param purpose what a second person of the ticket is asked; null: the link is the resident's */
    void add(String tokenHash, String ticket, String purpose, String by, Instant at);

    Optional<Link> withHash(String tokenHash);

    Optional<Link> find(long id);

    /** @return oldest first */
    List<Link> of(String ticket);

    /** @return how many were valid until now */
    int revoke(String ticket, String by, Instant at);
}
