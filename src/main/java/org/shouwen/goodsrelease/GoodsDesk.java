package org.shouwen.goodsrelease;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.credential.Verdict;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Resident;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Passage;
import org.shouwen.goodsrelease.GoodsRelease.Consent;
import org.shouwen.goodsrelease.GoodsRelease.Ground;
import org.shouwen.goodsrelease.GoodsRelease.How;
import org.shouwen.goodsrelease.GoodsRelease.Slip;
import org.shouwen.matter.MatterFlow;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Intake;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.DueDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether goods may leave, and how they do. */
@Component
public class GoodsDesk {

    /** Code of the kind. */
    public static final String KIND = GoodsKind.KIND;

    /** Everything on the list is out. */
    private static final String PASSED = "passed";

    /** The owner has said it on the page that his link opens. */
    private static final String OWNER_ANSWERED = "ownerAnswered";

    private final GoodsReleases releases;
    private final Tickets tickets;
    private final Estate estate;
    private final MatterFlow flow;
    private final Notices notices;
    private final DueDates dueDates;
    private final Moments moments;

    GoodsDesk(
            GoodsReleases releases,
            Tickets tickets,
            Estate estate,
            MatterFlow flow,
            Notices notices,
            DueDates dueDates,
            Moments moments) {
        this.releases = releases;
        this.tickets = tickets;
        this.estate = estate;
        this.flow = flow;
        this.notices = notices;
        this.dueDates = dueDates;
        this.moments = moments;
    }

    /** @throws Refusal where there is no release of that number */
    public GoodsRelease get(String number) {
        return releases.get(number);
    }

    /** @return the household's first contact who is not the one that asks: a tenant's own number is no owner's */
    public Optional<Resident> owner(Ticket ticket) {
        Intake intake = ticket.facts().intake();
        return estate.residentsOf(intake.home()).stream()
                .filter(known -> intake.reporter() == null
                        || !known.phone().equals(intake.reporter().phone()))
                .findFirst();
    }

    /** @return when the slip is over, or was */
    public Instant endsAt(String number) {
        Slip slip = releases.get(number).slip().orElseThrow();
        return slip.endedAt() != null ? slip.endedAt() : slip.until();
    }

    /** @return whether the ticket has a slip that lets something out */
    public boolean letsOut(Ticket ticket, Instant at) {
        return ticket.kind().equals(KIND)
                && releases.find(ticket.number())
                        .filter(release -> release.slip().isPresent())
                        .filter(release -> holds(release, at).state() == Verdict.State.VALID)
                        .isPresent();
    }

    /** @return whether its slip lets something out at that moment, and why; it has one */
    public Verdict.Holding holds(GoodsRelease release, Instant at) {
        Slip slip = release.slip().orElseThrow();
        Instant until = slip.until();
        if (tickets.get(release.number()).status() == Status.WITHDRAWN) {
            return Verdict.Holding.revoked("放行申请已经撤回，放行条作废。");
        }
        if (release.isPassed()) {
            return Verdict.Holding.usedUp("清单上的物品已经全部放行。");
        }
        if (slip.stopped() != null) {
            return Verdict.Holding.revoked("放行条已经停用，没有放行的物品不再放行。");
        }
        return at.isBefore(until)
                ? Verdict.Holding.valid("是本物业开出的放行条，还没有放完。")
                : Verdict.Holding.expired("放行条" + moments.limit(until) + "已经到期。");
    }

    /**
     * The owner's word, once; what he said by mouth where it has to be in writing is followed by the writing.
     *
     * @param by code of who wrote it down
     */
    @Transactional
    public void answered(String number, boolean given, How how, String words, String by, Instant at) {
        GoodsRelease release = releases.hold(number);
        release.consent().filter(before -> !release.waitsForConsent()).ifPresent(before -> {
            throw Refusal.notPossibleNow(
                    "consent-known", "工单 %s %s已经记下：%s".formatted(number, moments.text(before.at()), before.text()));
        });
        Ticket ticket = tickets.get(number);
        if (!release.waitsForConsent() || ticket.status().isFinal()) {
            throw Refusal.notPossibleNow("consent-not-asked", "工单 " + number + " 现在不用再问业主");
        }
        Consent said = new Consent(given, how, words, by, at);
        releases.consented(number, said);
        tickets.note(number, GoodsEvent.OWNER_ANSWERED, said.text(), by, at, "given", given, "how", how);
        if (!given) {
            notices.tellResident(ticket, new Notices.Message("goods-declined.to-resident", "declined", at));
        }
    }

    /**
     * What the owner has said by mouth comes in writing, with the decision.
     *
     * @throws Refusal where nobody waits for it
     */
    @Transactional
    public void broughtInWriting(String number, String by, Instant at) {
        if (!releases.hold(number).waitsForConsent()) {
            throw Refusal.invalid("paper-not-wanted", "paper", "工单 " + number + " 现在不用再问业主，请不要勾选业主的书面同意");
        }
        answered(number, true, How.WRITING, "", by, at);
    }

    /**
     * The owner's word by his link; the same once more changes nothing.
     *
     * @throws Refusal where he said otherwise before, or is asked no longer
     */
    @Transactional
    public void answeredByLink(String number, boolean given, Instant at) {
        GoodsRelease release = releases.hold(number);
        Optional<Consent> before = release.consent();
        if (before.isEmpty() || release.waitsForConsent()) {
            answered(number, given, How.LINK, "", TimelineEntry.SECOND_PERSON, at);
            flow.happened(tickets.get(number), OWNER_ANSWERED);
        } else if (before.get().given() != given) {
            throw Refusal.notPossibleNow("consent-known", "已经记下：" + before.get().gist() + "。要更改请联系物业客服前台");
        }
    }

    /**
     * Whoever decides lets the goods out: the slip holds until the end of its last day, at least of today.
     *
     * @throws Refusal where the rule does not allow it, naming what is missing
     */
    @Transactional
    public void release(String number, String by, Instant at) {
        GoodsRelease release = releases.hold(number);
        if (!release.mayPass()) {
            throw Refusal.notPossibleNow("goods-missing", "工单 " + number + " 还缺" + release.missing() + "，不能放行");
        }
        LocalDate today = moments.date(at);
        LocalDate wanted = release.application().lastDay();
        LocalDate last = wanted == null || wanted.isBefore(today) ? today : wanted;
        Slip slip = new Slip(at, by, moments.start(last.plusDays(1)), null, null);
        releases.issued(number, slip);
        Ticket ticket = decide(number, "放行条已开，" + (last.equals(today) ? "当天有效，" : "") + lasts(moments, last), by, at);
        if (release.isMovingOut()) {
            notices.tellSecondPerson(ticket, new Notices.Message(OwnerConsent.NOTICE_OF_IT, "released", at));
        }
        // What was promised is the answer; when the goods are fetched is the resident's affair
        ticket.fulfil(ClockKind.FINISH, "放不放行已答复", by, at);
        tickets.save(ticket);
    }

    /**
     * @param heard how the owner said that he objects; asked where the record does not say that he does
     * @param remark what exactly, as the applicant reads it
     * @throws Refusal where something is said to be missing and nothing is, or the owner to object who did not
     */
    @Transactional
    public void refuse(String number, Ground ground, Optional<How> heard, String remark, String by, Instant at) {
        if (ground == Ground.OWNER_OBJECTS) {
            objected(number, heard, remark, by, at);
        }
        if (ground == Ground.MISSING && releases.hold(number).mayPass()) {
            throw Refusal.invalid(
                    "nothing-missing", "ground", "工单 " + number + " 什么都不缺，请选不放行的真正原因；欠费不能作为不放行的原因，请另外提醒缴费");
        }
        String reason = ground.with(remark);
        releases.refused(number, ground, reason);
        Ticket ticket = decide(number, "不放行：" + reason, by, at);
        ticket.conclude("没有放行", by, at);
        tickets.save(ticket);
    }

    /** The owner's last word is the one that counts: another one than he gave before is noted, and he is told that it was. */
    private void objected(String number, Optional<How> heard, String words, String by, Instant at) {
        GoodsRelease release = releases.hold(number);
        if (release.isDeclined()) {
            return;
        }
        Optional<Consent> before = release.consent();
        How how = heard.orElseThrow(() -> Refusal.invalid(
                "owner-word-missing",
                "heard",
                before.map(said -> "工单 %s %s已经记下：%s；业主改口的，请选业主这次是怎么说的"
                                .formatted(number, moments.text(said.at()), said.gist()))
                        .orElse("工单 " + number + " 还没有记下业主要求不放行，请选业主是怎么说的")));
        Consent said = new Consent(false, how, words, by, at);
        releases.consented(number, said);
        tickets.note(number, GoodsEvent.OWNER_ANSWERED, said.text(), by, at, "given", false, "how", how);
        if (before.isPresent()) {
            notices.tellSecondPerson(
                    tickets.get(number), new Notices.Message(OwnerConsent.NOTICE_OF_IT, "objected", at));
        }
    }

    /** @return 到11月29日（周日）24:00为止: the last day is in it */
    static String lasts(Moments moments, LocalDate last) {
        return "到" + moments.limit(moments.start(last.plusDays(1))) + "为止";
    }

    private Ticket decide(String number, String words, String by, Instant at) {
        Ticket ticket = tickets.get(number);
        ticket.takeUp(by, "审核放行", at);
        ticket.answer(words, by, at);
        tickets.save(ticket);
        return tickets.get(number);
    }

    /**
     * Goods pass the gate; counted off over as many trips as it takes.
     *
     * @return what passed, as people read it
     * @throws Refusal why not; nothing has changed then
     */
    @Transactional
    public String pass(Passage passage, String by, Instant at) {
        String number = passage.number();
        GoodsRelease release = releases.hold(number);
        List<Goods> left = Goods.without(release.goods(), passage.counts());
        String what = Goods.left(release.goods().stream()
                .map(line -> new Goods(
                        line.line(),
                        line.what(),
                        line.listed(),
                        passage.counts().getOrDefault(line.line(), 0)))
                .toList());
        releases.atTheGate(number, left, false, what, by, at);
        String rest = Goods.left(left);
        tickets.note(number, GoodsEvent.OUT, "门岗放行：" + what + (rest.isEmpty() ? "" : "；还剩" + rest), by, at);
        if (left.stream().allMatch(line -> line.left() == 0)) {
            releases.ended(number, at);
            Ticket ticket = tickets.get(number);
            ticket.conclude("物品已全部放行", by, at);
            tickets.save(ticket);
            flow.happened(ticket, PASSED);
        }
        return what;
    }

    /** The gate keeps what the slip would let out, and says why; the applicant reads it, too. */
    @Transactional
    public void turnAway(String number, String reason, String by, Instant at) {
        releases.atTheGate(number, List.of(), true, reason, by, at);
        tickets.note(number, GoodsEvent.TURNED_AWAY, "门岗没有放行：" + reason, by, at);
    }

    /**
     * The owner, or whoever else may, does not want the rest to leave: what is out is out, and the slip lets nothing more
     * through. The applicant is told, and so is the gate.
     *
     * @throws Refusal where no slip lets anything out
     */
    @Transactional
    public void stop(String number, String reason, String by, Instant at) {
        GoodsRelease release = releases.hold(number);
        Ticket ticket = tickets.get(number);
        Optional<Verdict.Holding> holding = release.slip().map(slip -> holds(release, at));
        holding.filter(found -> found.state() != Verdict.State.VALID).ifPresent(found -> {
            throw found.refusal("goods");
        });
        if (holding.isEmpty() || ticket.status() != Status.ANSWERED) {
            throw Refusal.notPossibleNow("slip-not-issued", "工单 " + number + " 现在没有在用的放行条，不用停止放行");
        }
        String words = "停止放行：" + reason;
        String passed = "已放行 " + release.passedOfListed() + " 件";
        releases.stopped(number, reason, at);
        releases.atTheGate(number, List.of(), true, words, by, at);
        ticket.conclude("停止放行，" + passed, by, at);
        tickets.save(ticket);
        tickets.note(number, GoodsEvent.STOPPED, words + "；" + passed + "，其余不再放行，放行条作废", by, at);
        notices.tellResident(ticket, new Notices.Message("goods-stopped.to-resident", "stopped", at));
        dueDates.recount(number);
    }

    /** The slip's time is over; what did not pass needs a new one. Where it ended before, nothing is left to do. */
    @Transactional
    public void expire(String number, Instant at) {
        GoodsRelease release = releases.hold(number);
        if (release.slip().orElseThrow().endedAt() != null) {
            return;
        }
        releases.ended(number, at);
        Ticket ticket = tickets.get(number);
        ticket.conclude("放行条到期，放行 " + release.passedOfListed() + " 件", TimelineEntry.SYSTEM, at);
        tickets.save(ticket);
    }
}
