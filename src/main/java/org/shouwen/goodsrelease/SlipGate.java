package org.shouwen.goodsrelease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Passage;
import org.shouwen.gate.Reading;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slip at the gate, and held against a phone: whether it holds, and what is still on it. */
@Component
class SlipGate implements GatePaper, Verifiable<GoodsRelease> {

    static final String KIND = "GOODS_SLIP";

    private final GoodsReleases releases;
    private final GoodsDesk desk;
    private final Tickets tickets;
    private final Moments moments;

    SlipGate(GoodsReleases releases, GoodsDesk desk, Tickets tickets, Moments moments) {
        this.releases = releases;
        this.desk = desk;
        this.tickets = tickets;
        this.moments = moments;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "物品放行条";
    }

    @Override
    public String title() {
        return label();
    }

    @Override
    public String prefix() {
        return "WP";
    }

    @Override
    public Optional<GoodsRelease> find(String number) {
        return releases.find(number).filter(release -> release.slip().isPresent());
    }

    /** Anybody who holds the paper reads this: no name, and no goods, which residents name in their own words. */
    @Override
    public List<Verdict.Fact> facts(GoodsRelease release) {
        return List.of(
                new Verdict.Fact("编号", release.number()),
                new Verdict.Fact("地点", ticket(release).facts().location()),
                new Verdict.Fact("有效到", until(release)),
                new Verdict.Fact("已放行", release.passedOfListed() + " 件"));
    }

    @Override
    public Verdict.Holding holds(GoodsRelease release, int issue, Instant at) {
        return desk.holds(release, at);
    }

    @Override
    public Optional<String> staffPage(String token, String number) {
        return Optional.of("/desk/gate?code=" + token);
    }

    @Override
    public Reading read(String number, int issue, Instant at) {
        GoodsRelease release = slip(number);
        if (issue > 1) {
            throw Refusal.invalid(
                    "slip-issue-unknown", "code", "放行条 %s 只开一张，没有“/%d”：请核对纸上的编号".formatted(number, issue));
        }
        Verdict verdict = verdict(release, 1, at);
        boolean go = verdict.state() == Verdict.State.VALID;
        List<Verdict.Fact> facts = new ArrayList<>(verdict.facts());
        facts.add(new Verdict.Fact("申请人", release.application().applicant().label()));
        release.slip().map(GoodsRelease.Slip::stopped).ifPresent(why -> facts.add(new Verdict.Fact("停用原因", why)));
        return new Reading(
                number,
                1,
                ticket(release).facts().site(),
                new Verdict(verdict.state(), verdict.title(), verdict.sentence(), facts),
                go
                        ? new Reading.Look(Reading.Light.GO, "可以放行")
                        : new Reading.Look(Reading.Light.STOP, verdict.state().label() + "，不能放行"),
                List.of(),
                "按编号查的，没有扫码：请对照纸上的物品清单。",
                Optional.empty(),
                release.goods(),
                go ? List.of(new Reading.Move(Way.OUT, "点数放行", true)) : List.of());
    }

    @Override
    @Transactional
    public String pass(Passage passage, String by, Instant at) {
        if (passage.way() != Way.OUT) {
            throw Refusal.invalid("slip-goes-out", "code", "放行条只放物品出去，不登记进入");
        }
        GoodsRelease release = slip(releases.hold(passage.number()).number());
        Verdict.Holding holding = holds(release, 1, at);
        if (holding.state() != Verdict.State.VALID) {
            throw holding.refusal("goods");
        }
        String what = desk.pass(passage, by, at);
        String left = Goods.left(releases.get(passage.number()).goods());
        return "已放行：" + what + "（" + passage.number() + "），" + (left.isEmpty() ? "清单已全部放完。" : "还剩" + left + "。");
    }

    @Override
    @Transactional
    public String turnAway(String number, int issue, String reason, String by, Instant at) {
        slip(number);
        desk.turnAway(number, reason, by, at);
        return "已记下不放行（" + number + "）。";
    }

    @Override
    public List<Event> events(String site, Instant since, int most) {
        return releases.events(site, since, most);
    }

    /** What has no slip yet is no paper. */
    private GoodsRelease slip(String number) {
        return find(number)
                .orElseThrow(
                        () -> Refusal.notFound("slip-not-found", noSuch(number).replace("。", "")));
    }

    private Ticket ticket(GoodsRelease release) {
        return tickets.get(release.number());
    }

    private String until(GoodsRelease release) {
        return moments.limit(release.slip().orElseThrow().until());
    }
}
