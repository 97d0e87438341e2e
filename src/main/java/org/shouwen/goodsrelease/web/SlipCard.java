package org.shouwen.goodsrelease.web;

import java.time.Instant;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.page.Shown;
import org.shouwen.resident.ResidentPart;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The list and its slip on the page of whoever asked for it: he shows the code at the gate. */
@Component
@Order(30)
class SlipCard implements ResidentPart {

    private final GoodsDesk desk;
    private final Moments moments;

    SlipCard(GoodsDesk desk, Moments moments) {
        this.desk = desk;
        this.moments = moments;
    }

    /** @param state of the slip; null: there is none */
    record Card(GoodsRelease release, Verdict.State state) {

        static Card of(GoodsDesk desk, String number, Instant at) {
            GoodsRelease release = desk.get(number);
            return new Card(
                    release,
                    release.slip().map(slip -> desk.holds(release, at).state()).orElse(null));
        }

        public boolean valid() {
            return state == Verdict.State.VALID;
        }
    }

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return ticket.kind().equals(GoodsDesk.KIND)
                ? Optional.of(new Shown("goodsrelease/resident :: slip", Card.of(desk, ticket.number(), moments.now())))
                : Optional.empty();
    }
}
