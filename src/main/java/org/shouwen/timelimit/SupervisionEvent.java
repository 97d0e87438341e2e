package org.shouwen.timelimit;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** A promise is about to break, or did, and who answers for it. */
enum SupervisionEvent implements TimelineEvent {
    WARNED(event("warned").stating("clock")),
    ESCALATED(event("escalated").stating("cause", "level")),
    PASSED(event("supervision-passed").stating("to")),
    ENDED(event("supervision-ended").stating("cause", "level")),
    STEP_LATE(event("own-step-late")),
    POST_LATE(event("post-late").stating("post", "to")),
    POST_RECTIFIED(event("post-rectified").stating("post")),
    ACKNOWLEDGED(event("acknowledged").stating("level", "decision"));

    private final Declaration declared;

    SupervisionEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
