package org.shouwen.gate.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.gate.GateDesk;
import org.shouwen.gate.GatePaper;
import org.shouwen.gate.GatePaper.Way;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Passage;
import org.shouwen.gate.Reading;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The gate over HTTP, for a turnstile or a scanner that is no phone. */
@RestController
@Allowed
@RequestMapping("/api/gate")
@Tag(name = "gate")
class GateController {

    private static final int LONGEST_CODE = 300;

    private final GateDesk gate;

    GateController(GateDesk gate) {
        this.gate = gate;
    }

    /**
     * @param code what the QR code says, or the number on the paper
     * @param counts how many of each line of goods pass, by the line's number; null where nothing is counted
     */
    record PassageRequest(String code, Map<Integer, String> counts) {}

    record RefusalRequest(String code, String reason) {}

    /**
     * @param pass number of the paper
     * @param state as on the page that anybody sees: VALID, EXPIRED, OUTSIDE_HOURS, USED_UP, REVOKED
     */
    record CardView(String pass, int issue, String state, String sentence, Instant insideSince, List<Goods> goods) {}

    record InsideView(String pass, String ticket, String trade, Instant since) {}

    record ListView(List<InsideView> items) {}

    @GetMapping("/card")
    @Operation(summary = "What a paper lets through now: a worker in, goods out; nothing is written down")
    CardView read(@RequestParam(required = false) String code, Caller guard) {
        return view(shown(code, guard));
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The holder comes in; refused with the reason, which is written down")
    CardView enter(@RequestBody PassageRequest passage, Caller guard) {
        return passed(passage, Way.IN, guard);
    }

    @PostMapping("/exits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "The holder goes out, whatever has become of his pass meanwhile; or goods do, counted off line by line")
    CardView leave(@RequestBody PassageRequest passage, Caller guard) {
        return passed(passage, Way.OUT, guard);
    }

    @PostMapping("/refusals")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The guard turns away whom or what the paper would let through, and says why")
    CardView turnAway(@RequestBody RefusalRequest refusal, Caller guard) {
        Reading shown = shown(refusal.code(), guard);
        gate.turnAway(shown.number(), shown.issue(), refusal.reason(), guard);
        return view(again(shown, guard));
    }

    @GetMapping("/inside")
    @Operation(summary = "Who is inside now, who came first first; without a site at all of the caller's")
    ListView inside(@RequestParam(defaultValue = "") String site, Caller guard) {
        return new ListView(gate.inside(guard).stream()
                .filter(who -> site.isEmpty() || site.equals(who.site()))
                .map(this::view)
                .toList());
    }

    private CardView passed(PassageRequest passage, Way way, Caller guard) {
        Reading shown = shown(passage.code(), guard);
        Map<Integer, Integer> counts = new HashMap<>();
        if (passage.counts() != null) {
            passage.counts().forEach((line, count) -> counts.put(line, Goods.count(count)));
        }
        gate.pass(new Passage(shown.number(), shown.issue(), way, counts), guard);
        return view(again(shown, guard));
    }

    private Reading shown(String code, Caller guard) {
        return gate.read(Written.text(code, "code", "证号或者二维码", LONGEST_CODE), guard)
                .reading();
    }

    private Reading again(Reading shown, Caller guard) {
        return gate.read(shown.number() + "/" + shown.issue(), guard).reading();
    }

    private CardView view(Reading reading) {
        return new CardView(
                reading.number(),
                reading.issue(),
                reading.verdict().state().name(),
                reading.verdict().sentence(),
                reading.insideSince().orElse(null),
                reading.goods());
    }

    private InsideView view(GatePaper.Inside who) {
        return new InsideView(who.number(), who.ticket(), who.trade(), who.since());
    }
}
