package org.shouwen.resident;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** A link to the resident's page is given out, or made invalid. */
enum LinkEvent implements TimelineEvent {
    ISSUED(event("link-issued")),
    REVOKED(event("link-revoked"));

    private final Declaration declared;

    LinkEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
