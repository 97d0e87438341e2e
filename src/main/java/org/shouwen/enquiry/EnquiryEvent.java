package org.shouwen.enquiry;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** A suggestion is decided upon. */
enum EnquiryEvent implements TimelineEvent {
    DECIDED(event("decided"));

    private final Declaration declared;

    EnquiryEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
