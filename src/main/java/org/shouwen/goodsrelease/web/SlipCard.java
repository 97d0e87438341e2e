package org.shouwen.goodsrelease.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.goodsrelease.GoodsDesk;
import org.shouwen.goodsrelease.GoodsRelease;
import org.shouwen.onetimenotice.OneTimeNotices;
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
    private final OneTimeNotices notices;
    private final Moments moments;

    SlipCard(GoodsDesk desk, OneTimeNotices notices, Moments moments) {
        this.desk = desk;
        this.notices = notices;
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

    /** @param needed where the goods were refused, all that he was told to bring; empty otherwise */
    record Mine(Card card, List<String> needed) {}

    @Override
    public Optional<Shown> of(Ticket ticket) {
        return ticket.kind().equals(GoodsDesk.KIND)
                ? Optional.of(new Shown(
                        "goodsrelease/resident :: slip",
                        new Mine(Card.of(desk, ticket.number(), moments.now()), notices.itemsOf(ticket.number()))))
                : Optional.empty();
    }

    @Override
    public Optional<Standing> standing(Ticket ticket) {
        return Optional.of(ticket)
                .filter(asked -> asked.kind().equals(GoodsDesk.KIND))
                .map(asked -> desk.get(asked.number()))
                .filter(release -> release.refusal() != null || release.hasPassed() && !release.isPassed())
                .map(release -> release.refusal() != null
                        ? new Standing("未放行", "这次没有放行，原因和还缺什么写在下面；补齐后可以随时再来申请。", false)
                        : new Standing("部分放行", "已放行 " + release.passedOfListed() + " 件，其余的凭放行条放行。", false));
    }
}
