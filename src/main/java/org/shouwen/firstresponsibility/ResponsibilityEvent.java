package org.shouwen.firstresponsibility;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** Who is called, who is away, what they leave each other. */
enum ResponsibilityEvent implements TimelineEvent {
    CALLED(event("called").stating("to", "turn")),
    SKIPPED(event("skipped").stating("to")),
    UNANSWERED(event("unanswered").stating("to")),
    CANNOT_COME(event("cannot-come")),
    STOOD_IN(event("stood-in").stating("to")),
    HANDED_BACK(event("handed-back").stating("to")),
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
