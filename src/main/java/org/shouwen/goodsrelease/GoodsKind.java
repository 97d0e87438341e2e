package org.shouwen.goodsrelease;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.estate.Email;
import org.shouwen.gate.Goods;
import org.shouwen.goodsrelease.GoodsRelease.Applicant;
import org.shouwen.goodsrelease.GoodsRelease.Application;
import org.shouwen.goodsrelease.GoodsRelease.Proof;
import org.shouwen.goodsrelease.GoodsRelease.Ruling;
import org.shouwen.matter.Judgement;
import org.shouwen.matter.Matter;
import org.shouwen.matter.MatterKind;
import org.shouwen.matter.Matters;
import org.shouwen.notification.Notices;
import org.shouwen.onetimenotice.RequirementList;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.renovation.Renovations;
import org.shouwen.ticket.Details;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Decisions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goods that leave the estate: who asks, by what proof, which goods, and what the table makes of it (D10). */
@Component
@Order(40)
class GoodsKind extends MatterKind implements RequirementList {

    static final String KIND = "GOODS";
    static final String GOODS = "goods";

    private static final String APPLICANT = "applicant";
    private static final String PROOF = "proof";
    private static final String ARREARS = "arrears";
    private static final String LAST_DAY = "lastDay";
    private static final String OWNER_EMAIL = "ownerEmail";
    private static final int LONGEST_LIST = 2000;

    /** A slip that lies about for longer is forgotten, or lent. */
    private static final int MOST_DAYS = 30;

    private final GoodsReleases releases;
    private final Renovations renovations;
    private final Decisions decisions;
    private final ObjectProvider<Notices> notices;
    private final Moments moments;

    GoodsKind(
            Matters matters,
            GoodsReleases releases,
            Renovations renovations,
            Decisions decisions,
            ObjectProvider<Notices> notices,
            Moments moments) {
        super(KIND, "物品放行", "WP", matters);
        this.releases = releases;
        this.renovations = renovations;
        this.decisions = decisions;
        this.notices = notices;
        this.moments = moments;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.WITHDRAW, Action.URGE);
    }

    @Override
    public List<Question> questions() {
        return List.of(
                Question.choice(
                        APPLICANT,
                        "申请人",
                        "",
                        Arrays.stream(Applicant.values())
                                .map(one -> new Question.Option(one.name(), one.label()))
                                .toArray(Question.Option[]::new)),
                Question.choice(
                        PROOF,
                        "凭什么",
                        "没有的选“还没有”：要业主同意的，登记后再问业主；施工登记证由系统按房号核对是否有效",
                        Arrays.stream(Proof.values())
                                .map(one -> new Question.Option(one.name(), one.label()))
                                .toArray(Question.Option[]::new)),
                Question.of(GOODS, "物品清单", Question.Type.LONG_TEXT, "每行一样，写明数量，例如：纸箱 5"),
                Question.of(OWNER_EMAIL, "业主邮箱", Question.Type.TEXT, "要业主同意的填：系统发邮件请业主点开链接答复；不填的由前台去问"),
                Question.of(LAST_DAY, "用到哪天", Question.Type.DATE, "不填的只在开出当天有效"),
                Question.of(ARREARS, "有欠费", Question.Type.FLAG, "只提示给审核的人，不得因此扣留物品"));
    }

    @Override
    protected Judgement judge(Matter matter, Instant at) {
        Details details = matter.intake().details();
        List<Goods> goods = GoodsList.of(details.text(GOODS, "物品清单", LONGEST_LIST));
        if (!matter.location().home()) {
            throw Refusal.invalid("goods-from-home", "home", "物品放行请填房号或商铺号：放行条开给从哪一户带出的物品，公共部位的东西不开放行条");
        }
        Application application = application(details, matter.intake().home(), moments.date(at));
        Optional<String> asked = ownerEmail(details);
        if (asked.filter(owner ->
                        owner.equalsIgnoreCase(matter.intake().reporter().email()))
                .isPresent()) {
            throw Refusal.invalid("owner-is-applicant", "details." + OWNER_EMAIL, "业主邮箱不能是申请人自己的邮箱：同意由业主本人答复");
        }
        String site = matter.location().site();
        return new Judgement(
                Priority.P3, false, "", office(site, "审核放行").code(), ticket -> keep(ticket, application, goods, at));
    }

    /** Whose goods wait for the owner's word learns at once that it is asked for. */
    private void keep(Ticket ticket, Application application, List<Goods> goods, Instant at) {
        releases.add(ticket.number(), ticket.facts().site(), application, goods);
        if (releases.get(ticket.number()).waitsForConsent()) {
            notices.getObject().tellResident(ticket, new Notices.Message("goods-asked.to-resident", "asked", at));
        }
    }

    private Application application(Details details, String home, LocalDate today) {
        Applicant applicant = choice(details, APPLICANT, "申请人", Applicant.class);
        Proof proof = choice(details, PROOF, "凭什么", Proof.class);
        boolean inForce = proof == Proof.PERMIT && renovations.isCertified(home, today);
        Map<String, Object> row = decisions
                .row(
                        "goodsRuling",
                        Map.of("requester", applicant.name(), "proof", proof.name(), "permitInForce", inForce))
                .orElseThrow(() -> new IllegalStateException("no row of D10 for " + applicant + " with " + proof));
        return new Application(
                applicant,
                proof,
                details.flag(ARREARS, "有欠费"),
                Ruling.valueOf((String) row.get("release")),
                (String) row.get("missing"),
                (String) row.get("basis"),
                details.optionalText(LAST_DAY, "用到哪天", 10)
                        .map(text -> lastDay(text, today))
                        .orElse(null));
    }

    /** @throws Refusal where it is none */
    static Optional<String> ownerEmail(Details details) {
        return details.optionalText(OWNER_EMAIL, "业主邮箱", Email.LONGEST)
                .map(text -> Email.normalise(text, "details." + OWNER_EMAIL));
    }

    private static LocalDate lastDay(String text, LocalDate today) {
        LocalDate day = Written.date(text, "details." + LAST_DAY, "用到哪天");
        if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("last-day-invalid", "details." + LAST_DAY, "放行条用到哪天须在今天到 " + MOST_DAYS + " 天之内");
        }
        return day;
    }

    private static <E extends Enum<E>> E choice(Details details, String name, String label, Class<E> codes) {
        return Typed.code(details.text(name, label, 40), codes)
                .orElseThrow(() -> Refusal.invalid("choice-unknown", "details." + name, "请选择" + label));
    }

    @Override
    public boolean isWithdrawable(Ticket ticket) {
        return !releases.get(ticket.number()).hasPassed();
    }

    /** What is out of the gate is out; the desk can stop the rest. */
    @Override
    @Transactional
    public void withdraw(String number, String words, String by, Instant at) {
        GoodsRelease release = releases.get(number);
        if (release.hasPassed()) {
            throw Refusal.notPossibleNow(
                    "goods-passed",
                    "放行单 %s 的物品已放行 %s 件，不能撤回；其余的不想带出了，请联系物业客服前台停止放行".formatted(number, release.passedOfListed()));
        }
        super.withdraw(number, words, by, at);
    }

    /** The part has a line for each of the goods, with what has passed. */
    @Override
    public Set<String> shownInPart() {
        return Set.of(APPLICANT, PROOF, GOODS, ARREARS);
    }

    @Override
    public String waitsFor(Ticket ticket) {
        GoodsRelease release = releases.get(ticket.number());
        return release.slip()
                .filter(slip -> slip.endedAt() == null)
                .map(slip -> "放行条已开，等门岗点数放行" + (release.hasPassed() ? "（已放行 " + release.passedOfListed() + " 件）" : ""))
                .orElse("");
    }

    @Override
    public List<Fact> facts(Ticket ticket) {
        GoodsRelease release = releases.get(ticket.number());
        return Stream.of(
                        Optional.of(new Fact("放行规则", release.rule())),
                        release.consent().map(said -> new Fact("业主答复", moments.text(said.at()) + "，" + said.text())))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What a refusal tells at once and completely. */
    @Override
    public List<String> of(Ticket ticket) {
        return List.of(releases.get(ticket.number()).remedy() + "再来申请，当场受理", "物品清单写清名称和数量，放行时按清单点数");
    }
}
