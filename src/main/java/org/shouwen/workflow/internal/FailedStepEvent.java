package org.shouwen.workflow.internal;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** A step of a flow that had failed is tried again. */
enum FailedStepEvent implements TimelineEvent {
    RETRIED(event("step-retried"));

    private final Declaration declared;

    FailedStepEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
