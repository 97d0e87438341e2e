package org.shouwen.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.credential.Verdict;
import org.shouwen.credential.Verifiable;
import org.shouwen.problem.Refusal;

/** Slips of a feature that nobody has built: goods that may go out until a moment, counted off. Kept in memory. */
public final class Slips implements GatePaper, Verifiable<Slips.Slip> {

    public static final String KIND = "TEST_SLIP";

    private final String label;
    private final Map<String, Slip> slips = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();

    public Slips() {
        this("物品放行条");
    }

    /** @param label what a guard calls them: another name where the slips of a feature are read, too */
    public Slips(String label) {
        this.label = label;
    }

    /** A slip that was issued. */
    public record Slip(String number, String site, Instant until, List<Goods> goods) {}

    public void issue(Slip slip) {
        slips.put(slip.number(), slip);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return label();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String prefix() {
        return "FT";
    }

    @Override
    public Optional<Slip> find(String number) {
        return Optional.ofNullable(slips.get(number));
    }

    @Override
    public List<Verdict.Fact> facts(Slip slip) {
        return List.of(
                new Verdict.Fact("编号", slip.number()),
                new Verdict.Fact(
                        "物品",
                        slip.goods().stream()
                                .map(goods -> goods.what() + " " + goods.listed() + " 件")
                                .collect(Collectors.joining("\n"))));
    }

    @Override
    public Verdict.Holding holds(Slip slip, int issue, Instant at) {
        if (at.isAfter(slip.until())) {
            return Verdict.Holding.expired("放行条 " + slip.number() + " 已经过期，请回前台重新开");
        }
        return Goods.left(slip.goods()).isEmpty()
                ? Verdict.Holding.usedUp("放行条 " + slip.number() + " 上的物品已经全部放行")
                : Verdict.Holding.valid("还可以放行：" + Goods.left(slip.goods()));
    }

    @Override
    public Optional<String> staffPage(String token, String number) {
        return Optional.of("/desk/gate?code=" + token);
    }

    @Override
    public Reading read(String number, int issue, Instant at) {
        Slip slip = get(number);
        Verdict verdict = verdict(slip, 1, at);
        boolean holds = verdict.state() == Verdict.State.VALID;
        return new Reading(
                number,
                1,
                slip.site(),
                verdict,
                holds
                        ? new Reading.Look(Reading.Light.GO, "可以放行")
                        : new Reading.Look(Reading.Light.STOP, verdict.state().label() + "，不能放行"),
                List.of(),
                "按编号查的，没有扫码：请核对放行条上的住户和物品。",
                Optional.empty(),
                slip.goods(),
                holds ? List.of(new Reading.Move(Way.OUT, "放行", true)) : List.of());
    }

    @Override
    public synchronized String pass(Passage passage, String by, Instant at) {
        Slip slip = get(passage.number());
        Verdict.Holding holding = holds(slip, 1, at);
        if (holding.state() != Verdict.State.VALID) {
            throw holding.refusal("slip");
        }
        List<Goods> after = Goods.without(slip.goods(), passage.counts());
        issue(new Slip(slip.number(), slip.site(), slip.until(), after));
        events.add(0, new Event(at, slip.number(), "放行", "还剩：" + Goods.left(after), false));
        return "已放行（" + slip.number() + "）。"
                + (Goods.left(after).isEmpty() ? "清单上的物品已经全部放行。" : "还剩：" + Goods.left(after) + "。");
    }

    @Override
    public String turnAway(String number, int issue, String reason, String by, Instant at) {
        events.add(0, new Event(at, number, "不放行", reason, true));
        return "已记下不放行（" + number + "）。";
    }

    @Override
    public List<Event> events(String site, Instant since, int most) {
        return events.stream()
                .filter(event ->
                        get(event.number()).site().equals(site) && !event.at().isBefore(since))
                .limit(most)
                .toList();
    }

    private Slip get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("slip-not-found", "没有编号为 " + number + " 的物品放行条"));
    }
}
