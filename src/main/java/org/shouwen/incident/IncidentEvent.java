package org.shouwen.incident;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What the timeline of an incident says of those who follow it, and theirs of it. */
enum IncidentEvent implements TimelineEvent {
    REPORTED_AGAIN(event("reported-again")),
    FOLLOWER_LEFT(event("follower-left")),
    CONTINUED(event("continued")),
    ANNOUNCED(event("announced")),
    TOLD(event("told"));

    private final Declaration declared;

    IncidentEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
