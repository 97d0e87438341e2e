package org.shouwen.ticket;

import java.time.Instant;

/**
 * One line of a ticket's history; never changed, never removed.
 *
 * @param at when it happened
 * @param actor code of who did it
 * @param event stable name, for example {@code dispatched}
 * @param text what people read
 * @param standsFor code of the person in whose place the actor acted (代A), or null
 */
public record TimelineEntry(Instant at, String actor, String event, String text, String standsFor) {

    /** The actor where no person acts. */
    public static final String SYSTEM = "system";

    /** The actor where the resident acts himself. */
    public static final String RESIDENT = "resident";

    /** Who acts in his own name. */
    public TimelineEntry(Instant at, String actor, String event, String text) {
        this(at, actor, event, text, null);
    }

    /** @param standsFor as above */
    static TimelineEntry of(TimelineEvent event, String text, String actor, Instant at, String standsFor) {
        return new TimelineEntry(at, actor, event.code(), text, standsFor);
    }
}
