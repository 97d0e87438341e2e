package org.shouwen.workerpass.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.wording.Moments;
import org.shouwen.workerpass.GateDesk;
import org.shouwen.workerpass.WorkerPass;
import org.shouwen.workerpass.WorkerPasses;
import org.shouwen.workflow.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The gate over HTTP, for a turnstile or a scanner that is no phone. */
@Allowed
@RestController
@RequestMapping("/api/gate")
@Tag(name = "gate")
class PassagesController {

    private static final int LONGEST_CODE = 300;

    private final GateDesk gate;
    private final WorkerPasses passes;
    private final Acting acting;
    private final Moments moments;

    PassagesController(
            GateDesk gate, WorkerPasses passes, Acting acting, Moments moments) {
        this.gate = gate;
        this.passes = passes;
        this.acting = acting;
        this.moments = moments;
    }

    /** @param code what the QR code says, or the number on the card */
    record CardRequest(String code) {}

    /** @param state as on the page that anybody sees: VALID, EXPIRED, OUTSIDE_HOURS, REVOKED */
    record CardView(String pass, int issue, String state, String sentence, OffsetDateTime insideSince) {}

    record InsideView(String pass, String ticket, String trade, OffsetDateTime since) {}

    record ListView(List<InsideView> items) {}

    @GetMapping("/card")
    @Operation(summary = "Whether a worker's card lets its holder in now; nothing is written down")
    CardView read(@RequestParam(required = false) String code) {
        return view(gate.read(code(code), acting.when()));
    }

    @PostMapping("/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The holder comes in; refused with the reason, which is written down")
    CardView enter(@RequestBody CardRequest card) {
        GateDesk.Reading reading = gate.read(code(card.code()), acting.when());
        gate.enter(reading.pass().number(), reading.issue(), acting.who(), acting.when());
        return view(gate.read(reading.pass().number() + "/" + reading.issue(), acting.when()));
    }

    @PostMapping("/exits")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "The holder goes out, whatever has become of the pass meanwhile")
    CardView leave(@RequestBody CardRequest card) {
        GateDesk.Reading reading = gate.read(code(card.code()), acting.when());
        gate.leave(reading.pass().number(), acting.who(), acting.when());
        return view(gate.read(reading.pass().number() + "/" + reading.issue(), acting.when()));
    }

    @GetMapping("/inside")
    @Operation(summary = "Who is inside now, who came first first; without a site at all of them")
    ListView inside(@RequestParam(defaultValue = "") String site) {
        return new ListView(passes.inside(site).stream().map(this::view).toList());
    }

    private static String code(String written) {
        return Written.text(written, "code", "证号或者二维码", LONGEST_CODE);
    }

    private CardView view(GateDesk.Reading reading) {
        return new CardView(
                reading.pass().number(),
                reading.issue(),
                reading.verdict().state().name(),
                reading.verdict().sentence(),
                since(reading.pass()));
    }

    private InsideView view(WorkerPass pass) {
        return new InsideView(pass.number(), pass.ticket(), pass.worker().trade(), since(pass));
    }

    private OffsetDateTime since(WorkerPass pass) {
        return pass.insideSince().map(at -> moments.local(at)).orElse(null);
    }
}
