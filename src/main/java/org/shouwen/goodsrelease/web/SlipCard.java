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
import org.shouwen.ticket.Status;
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

        /** @return why the rest was stopped, or null */
        public String stopped() {
            return release.slip().map(GoodsRelease.Slip::stopped).orElse(null);
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
                .filter(asked -> asked.status() != Status.WITHDRAWN)
                .flatMap(asked -> standing(Card.of(desk, asked.number(), moments.now())));
    }

    private static Optional<Standing> standing(Card card) {
        GoodsRelease release = card.release();
        if (release.refusal() != null) {
            return told("未放行", "这次没有放行，原因和还缺什么写在下面；补齐后可以随时再来申请。");
        }
        if (card.state() == null) {
            return undecided(release);
        }
        String passed = "已放行 " + release.passedOfListed() + " 件";
        if (card.state() == Verdict.State.REVOKED) {
            return told("已停止放行", passed + "，其余的不再放行，原因写在下面。");
        }
        if (card.state() == Verdict.State.EXPIRED) {
            return told(release.hasPassed() ? "部分放行" : "放行条已到期", passed + "，放行条已到期；其余的要带出请重新申请。");
        }
        return release.hasPassed() && !release.isPassed() ? told("部分放行", passed + "，其余的凭放行条放行。") : Optional.empty();
    }

    /** Whom it waits for, where that is the owner, and what he said. */
    private static Optional<Standing> undecided(GoodsRelease release) {
        if (release.isDeclined()) {
            return Optional.of(new Standing("业主不同意", "业主不同意放行，正在审核；结果会马上告诉您。", true));
        }
        return release.waitsForConsent()
                ? Optional.of(new Standing(
                        "待业主同意",
                        release.consent().isPresent() ? "业主口头同意了，还要业主的书面同意才能放行。" : "要业主同意才能放行，正在问业主；业主答复后马上审核。",
                        true))
                : Optional.empty();
    }

    private static Optional<Standing> told(String stage, String sentence) {
        return Optional.of(new Standing(stage, sentence, false));
    }
}
