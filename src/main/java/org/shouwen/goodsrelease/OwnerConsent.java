package org.shouwen.goodsrelease;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.estate.PersonName;
import org.shouwen.goodsrelease.GoodsRelease.Answer;
import org.shouwen.notification.SecondPerson;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.ticket.Reporter;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** The owner of a home is asked by link whether goods may leave it: he learns who asks, and which goods, and no number of anybody. */
@Component
class OwnerConsent implements SecondPerson {

    private static final String PURPOSE = "goods-consent";

    /** Asks him; once a leaving tenant's slip is issued, tells him that it is. */
    static final String NOTICE_OF_IT = PURPOSE + SecondPerson.NOTICE;

    private final GoodsReleases releases;
    private final GoodsDesk desk;
    private final Tickets tickets;
    private final Moments moments;

    OwnerConsent(GoodsReleases releases, GoodsDesk desk, Tickets tickets, Moments moments) {
        this.releases = releases;
        this.desk = desk;
        this.tickets = tickets;
        this.moments = moments;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String label() {
        return "业主";
    }

    @Override
    public Optional<String> email(Ticket ticket) {
        return GoodsKind.ownerEmail(tickets.details(ticket.number()));
    }

    @Override
    public Optional<String> contact(Ticket ticket) {
        return desk.owner(ticket).map(owner -> owner.name() + "，" + owner.phone());
    }

    @Override
    public Asked asked(Ticket ticket) {
        GoodsRelease release = releases.get(ticket.number());
        boolean over = ticket.status().isFinal();
        boolean asks = release.waitsForConsent() && !over;
        return new Asked(
                release.refusal() != null
                        ? "这次申请没有放行"
                        : release.slip().isPresent() && !over ? "下面的物品已经开了放行条" : "下面的物品要带出去，您同意吗？",
                "同意后由物业开放行条，门岗按清单点数放行；不同意就不放行。答复后不能在这里更改。",
                over ? List.of() : lines(release, ticket),
                asks
                        ? List.of(
                                new Choice(Answer.AGREED.name(), "同意放行", true),
                                new Choice(Answer.DECLINED.name(), "不同意", false))
                        : List.of(),
                asks
                        ? null
                        : release.consent()
                                .map(said -> "%s 已记下：%s。".formatted(moments.text(said.at()), said.gist()))
                                .orElse(over ? "这次申请已经结束，不用再答复。" : null));
    }

    private List<Line> lines(GoodsRelease release, Ticket ticket) {
        Reporter reporter = ticket.facts().intake().reporter();
        GoodsRelease.Application told = release.application();
        return List.of(
                new Line("从哪里", List.of(ticket.facts().location())),
                new Line("谁申请", List.of(told.applicant().label() + "（" + PersonName.masked(reporter.name()) + "）")),
                new Line("物品", release.list()),
                new Line(
                        "什么时候",
                        List.of(told.lastDay() == null ? "放行条开出当天" : GoodsDesk.lasts(moments, told.lastDay()))));
    }

    @Override
    public void answer(Ticket ticket, String answer, Instant at) {
        Answer said = Typed.code(answer, Answer.class)
                .orElseThrow(() -> Refusal.invalid("choice-unknown", "answer", "请点“同意放行”或“不同意”"));
        desk.answeredByLink(ticket.number(), said == Answer.AGREED, at);
    }
}
