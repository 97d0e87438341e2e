package org.shouwen.workerpass;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.credential.Credentials;
import org.shouwen.credential.Verdict;
import org.shouwen.problem.Refusal;
import org.shouwen.wording.Moments;
import org.shouwen.worksite.GateOrders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The gate: who comes in, who goes out. Whoever is turned away is written down, too. */
@Component
public class GateDesk {

    private static final Pattern NUMBER = Pattern.compile("(CR-\\d{2}-\\d{6,})(?:\\s*[/／]\\s*(\\d{1,4}))?");

    private final WorkerPasses passes;
    private final PassCheck check;
    private final PassProof proof;
    private final Credentials credentials;
    private final Moments moments;

    GateDesk(
            WorkerPasses passes,
            PassCheck check,
            PassProof proof,
            Credentials credentials,
            Moments moments) {
        this.passes = passes;
        this.check = check;
        this.proof = proof;
        this.credentials = credentials;
        this.moments = moments;
    }

    /**
     * A card as the guard sees it.
     *
     * @param issue which pair of cards it is; where only a number was typed in, the one that counts
     * @param scanned whether the code itself was read, so that it is one of ours and not altered
     * @param noMaterial why the gate refuses material for this renovation; empty: it does not
     */
    public record Reading(WorkerPass pass, int issue, boolean scanned, Verdict verdict, Optional<String> noMaterial) {}

    /**
     * @param code what the QR code says, or the number on the card: {@code CR-26-000001}, {@code CR-26-000001/2}
     * @throws Refusal where it is no card of ours
     */
    public Reading read(String code, Instant at) {
        String text = code == null ? "" : code.strip();
        Matcher number = NUMBER.matcher(text.toUpperCase(Locale.ROOT));
        if (number.matches()) {
            WorkerPass pass = get(number.group(1));
            int issue = number.group(2) == null ? pass.issue() : Integer.parseInt(number.group(2));
            return reading(pass, issue, false, at);
        }
        Credentials.Reference card = credentials
                .read(text.substring(text.lastIndexOf('/') + 1))
                .orElseThrow(() -> Refusal.invalid("pass-code-unknown", "code", "这不是本物业签发的码，或者被改动过，请不要放行"));
        if (!card.kind().equals(WorkerPassDesk.PAPER)) {
            throw Refusal.invalid("pass-code-other", "code", "这张码是别的凭证（" + card.subject() + "），不是施工人员出入证");
        }
        WorkerPass pass = get(card.subject());
        return reading(pass, card.issue(), true, at);
    }

    private Reading reading(WorkerPass pass, int issue, boolean scanned, Instant at) {
        return new Reading(
                pass,
                issue,
                scanned,
                proof.verdict(pass, issue, at),
                check.material(pass.ticket(), at).map(GateOrders.GateOrder::sentence));
    }

    private WorkerPass get(String number) {
        return passes.find(number).orElseThrow(() -> WorkerPasses.notFound(number));
    }

    /** @return whether the holder of the pass could come in at that moment; else whoever is inside has to go */
    public boolean holds(WorkerPass pass, Instant at) {
        return check.of(pass, pass.issue(), at).state() == Verdict.State.VALID;
    }

    /**
     * @param issue which pair of cards is shown
     * @throws Refusal with the reason, where the card does not hold or its holder is inside already
     */
    @Transactional(noRollbackFor = Refusal.class)
    public void enter(String number, int issue, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        Verdict.Holding verdict = check.of(pass, issue, at);
        if (verdict.state() != Verdict.State.VALID) {
            throw turnedAway(
                    pass,
                    issue,
                    "pass-" + verdict.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    verdict.sentence(),
                    by,
                    at);
        }
        pass.insideSince().ifPresent(since -> {
            throw turnedAway(
                    pass,
                    issue,
                    "pass-inside-already",
                    "出入证 %s 的持证人 %s 已经进场、还没有离场：这张码可能是复制的，请核对 B 卡和本人；若是忘了登记离场，请先登记离场"
                            .formatted(number, moments.text(since)),
                    by,
                    at);
        });
        passes.save(pass.entered(at));
        passes.note(new PassEvent(number, issue, PassEvent.Kind.ENTERED, at, by, ""));
    }

    private Refusal turnedAway(WorkerPass pass, int issue, String name, String why, String by, Instant at) {
        passes.note(new PassEvent(pass.number(), issue, PassEvent.Kind.TURNED_AWAY, at, by, why));
        return Refusal.notPossibleNow(name, why);
    }

    /** Going out is always possible, whatever has become of the pass meanwhile. */
    @Transactional
    public void leave(String number, String by, Instant at) {
        WorkerPass pass = passes.hold(number);
        passes.save(pass.left());
        passes.note(new PassEvent(number, pass.issue(), PassEvent.Kind.LEFT, at, by, ""));
    }
}
