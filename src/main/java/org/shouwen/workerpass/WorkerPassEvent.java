package org.shouwen.workerpass;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What becomes of a pair of cards. */
enum WorkerPassEvent implements TimelineEvent {
    ISSUED(event("passIssued")),
    REPLACED(event("passReplaced")),
    SUSPENDED(event("passSuspended")),
    RESUMED(event("passResumed")),
    RETURNED(event("passReturned"));

    private final Declaration declared;

    WorkerPassEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
