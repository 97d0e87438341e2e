package org.shouwen.returnvisit;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** The resident is asked how it was, or is not reached. */
enum ReturnVisitEvent implements TimelineEvent {
    PLANNED(event("visit-planned").stating("round", "due")),
    VISITED(event("visited").told("我们回访过您").stating("round", "satisfaction")),
    ATTEMPTED(event("visit-attempted").told("回访没有联系上您").forNextStep().stating("round", "satisfaction")),
    RATED(event("rated").told("收到您的评价").stating("satisfaction"));

    private final Declaration declared;

    ReturnVisitEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
