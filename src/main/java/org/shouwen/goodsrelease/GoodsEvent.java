package org.shouwen.goodsrelease;

import static org.shouwen.ticket.TimelineEvent.event;

import org.shouwen.ticket.TimelineEvent;

/** The owner of the home says whether goods may leave it, and the gate what left. */
enum GoodsEvent implements TimelineEvent {
    OWNER_ANSWERED(event("owner-answered").told("业主已答复是否同意放行").forNextStep().stating("given", "how")),
    OUT(event("goods-out").asWritten()),
    TURNED_AWAY(event("goods-turned-away").asWritten()),
    STOPPED(event("goods-stopped").asWritten());

    private final Declaration declared;

    GoodsEvent(Declaration declared) {
        this.declared = declared;
    }

    @Override
    public Declaration declared() {
        return declared;
    }
}
