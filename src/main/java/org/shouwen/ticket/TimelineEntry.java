package org.shouwen.ticket;

import java.time.Instant;

/**
 * One line of a ticket's history; never changed, never removed.
 *
 * @param at when it happened
 * @param actor code of who did it
 * @param event stable name, for example {@code dispatched}
 * @param text what people read
 */
public record TimelineEntry(Instant at, String actor, String event, String text) {}
