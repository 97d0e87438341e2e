package org.shouwen.firstresponsibility;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** Who is called, who is away, what they leave each other. */
enum ResponsibilityEvent implements TimelineEvent {
    CALLED(event("called")),
    UNANSWERED(event("unanswered")),
    CANNOT_COME(event("cannot-come")),
    STOOD_IN(event("stood-in")),
    HANDED_BACK(event("handed-back")),
    NOTED(event("noted"));

    private final Declaration declared;

    ResponsibilityEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
