package org.shouwen.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.credential.Verdict;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.shouwen.workerpass.GateDesk;
import org.shouwen.workerpass.PassEvent;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPasses;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 门岗: may this worker come in, and who is inside now. Made for a phone in one hand. */
@Allowed
@StaffPage
@RequestMapping("/desk/gate")
class GateController {

    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST = 20;

    private final GateDesk gate;
    private final WorkerPasses passes;
    private final People people;
    private final Moments moments;

    /** Who stands at the gate, and for which homes. */
    @Component
    record People(Roster roster, Tickets tickets, SitePolicies policies) {}

    GateController(GateDesk gate, WorkerPasses passes, People people, Moments moments) {
        this.gate = gate;
        this.passes = passes;
        this.people = people;
        this.moments = moments;
    }

    /**
     * A card that was read.
     *
     * @param words what the guard does, in one look
     * @param style of the words
     * @param inside since when the holder is inside, or ""
     * @param noMaterial why material is not let in either, or ""
     */
    record Card(
            String number,
            int issue,
            boolean scanned,
            String name,
            String trade,
            String place,
            Verdict verdict,
            String words,
            String style,
            PassMeaning meaning,
            String inside,
            String noMaterial) {}

    /** @param overdue whether the card would not let him in any more: he has to go */
    record Inside(String number, String name, String trade, String place, String since, boolean overdue) {}

    record Event(String at, String pass, String what, String text, boolean turnedAway) {}

    /** @param card null: none was read */
    record Page(String code, Card card, List<Inside> inside, List<Event> events) {}

    @GetMapping
    String page(@RequestParam(required = false) String code, Caller caller, Model model, HttpServletResponse response) {
        Instant now = moments.now();
        Card card = null;
        try {
            card = code == null || code.isBlank() ? null : card(gate.read(code, now));
        } catch (Refusal refusal) {
            // Whoever stands at the gate with a strange code in his hand still sees who is inside
            response.setStatus(DeskAdvice.status(refusal).value());
            model.addAttribute("problem", Plain.sentence(refusal));
            model.addAttribute("wrong", "code");
        }
        Set<String> sites = sites(caller.code());
        model.addAttribute(
                "page",
                new Page(
                        code,
                        card,
                        passes.inside("").stream()
                                .filter(pass -> sites.isEmpty() || sites.contains(pass.site()))
                                .map(pass -> inside(pass, now))
                                .toList(),
                        passes
                                .atTheGate(sites.size() == 1 ? sites.iterator().next() : "", now.minus(LATELY), MOST)
                                .stream()
                                .map(this::event)
                                .toList()));
        return "desk/gate";
    }

    @PostMapping("/entries")
    String enter(@RequestParam String number, @RequestParam int issue, Caller caller, RedirectAttributes flash) {
        gate.enter(number, issue, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已登记进场：" + who(number) + "。");
        return "redirect:/desk/gate";
    }

    @PostMapping("/exits")
    String leave(@RequestParam String number, Caller caller, RedirectAttributes flash) {
        gate.leave(number, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已登记离场：" + who(number) + "。");
        return "redirect:/desk/gate";
    }

    private String who(String number) {
        return passes.find(number)
                .map(pass -> pass.worker().name() + "（" + number + "）")
                .orElse(number);
    }

    private Card card(GateDesk.Reading reading) {
        WorkerPass pass = reading.pass();
        return new Card(
                pass.number(),
                reading.issue(),
                reading.scanned(),
                pass.worker().name(),
                pass.worker().trade(),
                place(pass),
                reading.verdict(),
                words(reading.verdict().state(), pass),
                style(reading.verdict().state(), pass),
                people.policies().of(pass.site()).passes(),
                pass.insideSince().map(moments::text).orElse(""),
                reading.noMaterial().orElse(""));
    }

    private static String words(Verdict.State state, WorkerPass pass) {
        return switch (state) {
            case VALID -> pass.insideSince().isPresent() ? "持证人已在场内" : "可以进场";
            case OUTSIDE_HOURS -> "现在不能进场";
            case EXPIRED, USED_UP, REVOKED, UNKNOWN -> state.label() + "，不能进场";
        };
    }

    private static String style(Verdict.State state, WorkerPass pass) {
        return switch (state) {
            case VALID -> pass.insideSince().isPresent() ? "wait" : "go";
            case OUTSIDE_HOURS -> "wait";
            case EXPIRED, USED_UP, REVOKED, UNKNOWN -> "stop";
        };
    }

    private Inside inside(WorkerPass pass, Instant now) {
        return new Inside(
                pass.number(),
                pass.worker().name(),
                pass.worker().trade(),
                place(pass),
                moments.text(pass.insideSince().orElseThrow()),
                !gate.holds(pass, now));
    }

    private Event event(PassEvent event) {
        return new Event(
                moments.text(event.at()),
                event.pass(),
                event.kind().label(),
                event.text(),
                event.kind() == PassEvent.Kind.TURNED_AWAY);
    }

    private String place(WorkerPass pass) {
        return people.tickets().get(pass.ticket()).facts().location();
    }

    /** @return the sites where the person has a post; empty: he looks after all */
    private Set<String> sites(String staff) {
        return people.roster().postsOf(staff).stream().map(Post::site).collect(Collectors.toSet());
    }
}
