package org.shouwen.goodsrelease;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** The owner of the home says whether goods may leave it. */
enum GoodsEvent implements TimelineEvent {
    OWNER_ANSWERED(event("owner-answered").told("业主已答复是否同意放行").forNextStep().stating("given", "how"));

    private final Declaration declared;

    GoodsEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
