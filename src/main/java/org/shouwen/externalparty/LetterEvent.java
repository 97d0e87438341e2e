package org.shouwen.externalparty;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What passes between us and somebody outside the house who has to repair. */
enum LetterEvent implements TimelineEvent {
    SENT(event("letterSent").forNextStep()),
    POSTPONED(event("letterPostponed").forNextStep()),
    ENDED(event("letterEnded").forNextStep());

    private final Declaration declared;

    LetterEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
