package org.shouwen.ticket;

import java.time.Instant;

/**
 * The ticket waits for something outside the house, and its promises stand still.
 *
 * @param reference what is waited for: part, letter number; or ""
 * @param until when the promises run on at the latest
 * @param since when they stood still
 */
public record Pause(PauseReason reason, String reference, Instant until, Instant since) {

    /** @return what it waits for, as people read it */
    public String words() {
        return reason.label() + (reference.isBlank() ? "" : "（" + reference + "）");
    }
}
