package org.shouwen.goodsrelease.web;

import java.util.Optional;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.page.Shown;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The list and its slip on the page of whoever asked for it: he shows the code at the gate. */
@Component
@Order(30)
class SlipCard implements ResidentPart {

    private final GoodsDesk desk;

    SlipCard(GoodsDesk desk) {
        this.desk = desk;
    }

    /** @param state 有效, or why the slip lets nothing out; null: there is none */
    record Card(GoodsRelease release, String state, boolean valid) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        if (!ticket.kind().equals(GoodsDesk.KIND)) {
            return Optional.empty();
        }
        GoodsRelease release = desk.get(ticket.number());
        String state = release.slip().map(slip -> state(ticket, release, slip)).orElse(null);
        return Optional.of(new Shown("goodsrelease/resident :: slip", new Card(release, state, "有效".equals(state))));
    }

    private static String state(Ticket ticket, GoodsRelease release, GoodsRelease.Slip slip) {
        if (ticket.status() == Status.WITHDRAWN) {
            return "已作废";
        }
        return slip.endedAt() == null ? "有效" : release.isPassed() ? "已全部放行" : "已到期";
    }
}
