package org.shouwen.externalparty;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** What passes between us and somebody outside the house who has to repair. */
enum LetterEvent implements TimelineEvent {
    SENT(event("letterSent").told("已发函请外单位维修").forNextStep().stating("party", "due")),
    POSTPONED(event("letterPostponed").forNextStep().stating("due")),
    ENDED(event("letterEnded").told("外单位维修有了结果").forNextStep().stating("outcome"));

    private final Declaration declared;

    LetterEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
