package org.shouwen.workerpass;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.credential.Verdict;
import org.shouwen.estate.PersonName;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.Passage;
import org.shouwen.gate.Reading;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.GateOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Workers at the gate: who comes in, who goes out. Whoever is turned away is written down, too. */
@Component
class PassGate implements GatePaper {

    private final WorkerPasses passes;
    private final PassCheck check;
    private final PassProof proof;
    private final Surroundings surroundings;
    private final Moments moments;

    /** Where the renovation is, and what the site's two cards are for. */
    @Component("passSurroundings")
    record Surroundings(Tickets tickets, SitePolicies policies) {}

    PassGate(WorkerPasses passes, PassCheck check, PassProof proof, Surroundings surroundings, Moments moments) {
        this.passes = passes;
        this.check = check;
        this.proof = proof;
        this.surroundings = surroundings;
        this.moments = moments;
    }

    @Override
    public String kind() {
        return WorkerPassDesk.PAPER;
    }

    @Override
    public String label() {
        return "施工人员出入证";
    }

    @Override
    public String prefix() {
        return "CR";
    }

    @Override
    public Reading read(String number, int issue, Instant at) {
        WorkerPass pass = passes.find(number).orElseThrow(() -> WorkerPasses.notFound(number));
        int shown = issue == 0 ? pass.issue() : issue;
        Verdict.Holding holding = check.of(pass, shown, at);
        return new Reading(
                number,
                shown,
                pass.site(),
                new Verdict(holding.state(), proof.title(), holding.sentence(), facts(pass)),
                look(holding.state(), pass),
                alarms(holding.state(), pass, at),
                "按证号查的，没有扫码：请看卡上斜线后是不是 " + shown + "，不是的已经作废。",
                pass.insideSince(),
                List.of(),
                moves(holding.state(), pass));
    }

    private List<Verdict.Fact> facts(WorkerPass pass) {
        PassMeaning cards = surroundings.policies().of(pass.site()).passes();
        List<Verdict.Fact> facts = new ArrayList<>();
        facts.add(new Verdict.Fact("持证人", name(pass) + "，" + pass.worker().trade()));
        facts.add(new Verdict.Fact("地点", place(pass)));
        proof.facts(pass).stream()
                .filter(fact -> !fact.label().equals("持证人") && !fact.label().equals("工种"))
                .forEach(facts::add);
        facts.add(new Verdict.Fact("A 卡", cards.cardA()));
        facts.add(new Verdict.Fact("B 卡", cards.cardB()));
        return facts;
    }

    private static Reading.Look look(Verdict.State state, WorkerPass pass) {
        return switch (state) {
            case VALID ->
                pass.insideSince().isPresent()
                        ? new Reading.Look(Reading.Light.WAIT, "持证人已在场内")
                        : new Reading.Look(Reading.Light.GO, "可以进场");
            case OUTSIDE_HOURS -> new Reading.Look(Reading.Light.WAIT, "现在不能进场");
            case EXPIRED, USED_UP, REVOKED, UNKNOWN -> new Reading.Look(Reading.Light.STOP, state.label() + "，不能进场");
        };
    }

    private List<String> alarms(Verdict.State state, WorkerPass pass, Instant at) {
        List<String> alarms = new ArrayList<>();
        if (state == Verdict.State.VALID) {
            pass.insideSince()
                    .ifPresent(since -> alarms.add(
                            "持证人 %s 已经进场、还没有离场。现在要进场的，请核对 B 卡和本人，这张码可能是复制的。".formatted(moments.text(since))));
        }
        check.material(pass.ticket(), at)
                .map(GateOrders.GateOrder::sentence)
                .ifPresent(why -> alarms.add("材料不得进场：" + why));
        return alarms;
    }

    private static List<Reading.Move> moves(Verdict.State state, WorkerPass pass) {
        if (pass.insideSince().isPresent()) {
            return List.of(new Reading.Move(Way.OUT, "登记离场", true), new Reading.Move(Way.IN, "有人拿它要进场，记下拒绝", false));
        }
        return List.of(
                state == Verdict.State.VALID
                        ? new Reading.Move(Way.IN, "登记进场", true)
                        : new Reading.Move(Way.IN, "记下拒绝进场", false));
    }

    @Override
    @Transactional(noRollbackFor = Refusal.class)
    public String pass(Passage passage, String by, Instant at) {
        WorkerPass pass = passes.hold(passage.number());
        String who = name(pass) + "（" + pass.number() + "）。";
        if (passage.way() == Way.OUT) {
            leave(pass, by, at);
            return "已登记离场：" + who;
        }
        enter(pass, passage.issue() == 0 ? pass.issue() : passage.issue(), by, at);
        return "已登记进场：" + who;
    }

    private void enter(WorkerPass pass, int issue, String by, Instant at) {
        Verdict.Holding holding = check.of(pass, issue, at);
        if (holding.state() != Verdict.State.VALID) {
            throw turnedAway(pass, issue, holding.refusal("pass"), by, at);
        }
        pass.insideSince().ifPresent(since -> {
            throw turnedAway(
                    pass,
                    issue,
                    Refusal.notPossibleNow(
                            "pass-inside-already",
                            "出入证 %s 的持证人 %s 已经进场、还没有离场：这张码可能是复制的，请核对 B 卡和本人；若是忘了登记离场，请先登记离场"
                                    .formatted(pass.number(), moments.text(since))),
                    by,
                    at);
        });
        passes.save(pass.entered(at));
        passes.note(new PassEvent(pass.number(), issue, PassEvent.Kind.ENTERED, at, by, ""));
    }

    private Refusal turnedAway(WorkerPass pass, int issue, Refusal why, String by, Instant at) {
        passes.note(new PassEvent(pass.number(), issue, PassEvent.Kind.TURNED_AWAY, at, by, why.getMessage()));
        return why;
    }

    /** Going out is always possible, whatever has become of the pass meanwhile. */
    private void leave(WorkerPass pass, String by, Instant at) {
        passes.save(pass.left());
        passes.note(new PassEvent(pass.number(), pass.issue(), PassEvent.Kind.LEFT, at, by, ""));
    }

    @Override
    @Transactional
    public String turnAway(String number, int issue, String reason, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        passes.note(
                new PassEvent(number, issue == 0 ? pass.issue() : issue, PassEvent.Kind.TURNED_AWAY, at, by, reason));
        return "已记下拒绝进场：" + name(pass) + "（" + number + "）。";
    }

    @Override
    public List<Inside> inside(String site, Instant at) {
        return passes.inside(site).stream()
                .map(pass -> new Inside(
                        pass.number(),
                        pass.ticket(),
                        pass.site(),
                        name(pass),
                        pass.worker().trade(),
                        place(pass),
                        pass.insideSince().orElseThrow(),
                        check.of(pass, pass.issue(), at).state() == Verdict.State.VALID ? "" : "现在不能施工，应当离场"))
                .toList();
    }

    @Override
    public List<Event> events(String site, Instant since, int most) {
        return passes.atTheGate(site, since, most).stream()
                .map(event -> new Event(
                        event.at(),
                        event.pass(),
                        event.kind().label(),
                        event.text(),
                        event.kind() == PassEvent.Kind.TURNED_AWAY))
                .toList();
    }

    /** Whoever stands at the gate compares it with the person, as long as there is work to come in for (docs/privacy.md). */
    private String name(WorkerPass pass) {
        String name = pass.worker().name();
        return surroundings.tickets().get(pass.ticket()).status().isFinal() ? PersonName.masked(name) : name;
    }

    private String place(WorkerPass pass) {
        return surroundings.tickets().get(pass.ticket()).facts().location();
    }
}
