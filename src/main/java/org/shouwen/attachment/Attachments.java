package org.shouwen.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All attachments, in our own tables: one backup holds them together with their tickets. */
public interface Attachments {

    void add(Attachment attachment, byte[] content);

    /** @return without their content, oldest first */
    List<Attachment> of(String ticket);

    /** @return empty: the ticket has no such attachment */
    Optional<Attachment> find(String ticket, String id);

    byte[] content(String id);

    /** @return how many the ticket has, and how many of them came in since that moment */
    Count count(String ticket, Instant since);

    /** How many a ticket has. */
    record Count(int all, int since) {}

    /** Holds the ticket, so that two people who add at once are counted one after the other. */
    void hold(String ticket);
}
