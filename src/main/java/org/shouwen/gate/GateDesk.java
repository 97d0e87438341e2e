package org.shouwen.gate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.credential.Credentials;
import org.shouwen.estate.Estate;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Caller;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The gate: whoever stands there shows a paper, and the guard lets through what the paper lets through, at his own site. */
@Component
public class GateDesk {

    /** As people type it, without blanks, at normal width: the dashes may be left out. */
    private static final Pattern NUMBER = Pattern.compile("([A-Z]{2})-?(\\d{2})-?(\\d{6,9})(?:/(\\d{1,4}))?");

    private static final Duration LATELY = Duration.ofHours(24);
    private static final int MOST = 20;
    private static final int LONGEST_REASON = 200;

    private final ObjectProvider<GatePaper> papers;
    private final Credentials credentials;
    private final Estate estate;

    GateDesk(ObjectProvider<GatePaper> papers, Credentials credentials, Estate estate) {
        this.papers = papers;
        this.credentials = credentials;
        this.estate = estate;
    }

    /** @param scanned whether the code itself was read, so that the paper is one of ours and not altered */
    public record Shown(Reading reading, boolean scanned) {}

    /**
     * Changes nothing.
     *
     * @param code what the QR code says, or the number on the paper: {@code CR-26-000001}, {@code CR-26-000001/2}
     * @throws Refusal where it is no paper of ours, none for the gate, or one for another site's
     */
    public Shown read(String code, Caller guard) {
        String text = Typed.plain(code);
        Matcher number = NUMBER.matcher(Typed.dashed(text)
                .replaceAll("[\\s\\p{Z}]", "")
                .replace('_', '-')
                .toUpperCase(Locale.ROOT));
        Optional<GatePaper> named = number.matches() ? numbered(number.group(1)) : Optional.empty();
        if (named.isPresent()) {
            String whole = number.group(1) + "-" + number.group(2) + "-" + number.group(3);
            int issue = number.group(4) == null ? 0 : Integer.parseInt(number.group(4));
            return new Shown(read(named.get(), whole, issue, guard), false);
        }
        Credentials.Reference shown = credentials
                .read(text.substring(text.lastIndexOf('/') + 1))
                .orElseThrow(() -> Refusal.invalid("pass-code-unknown", "code", "这不是本物业签发的码，或者被改动过，请不要放行"));
        GatePaper paper = papers.orderedStream()
                .filter(known -> known.kind().equals(shown.kind()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid("pass-code-other", "code", "这张码是别的凭证（" + shown.subject() + "），不是" + labels()));
        return new Shown(read(paper, shown.subject(), shown.issue(), guard), true);
    }

    private Reading read(GatePaper paper, String number, int issue, Caller guard) {
        Reading reading = paper.read(number, issue, guard.at());
        if (!guard.isOf(reading.site())) {
            throw Refusal.notPossibleNow(
                    "gate-other-site",
                    "%s %s 是%s的，不是您值守的项目的，请不要放行".formatted(paper.label(), number, estate.siteName(reading.site())));
        }
        return reading;
    }

    /**
     * @return what the guard is told was recorded
     * @throws Refusal why the paper does not let through
     */
    public String pass(Passage passage, Caller guard) {
        return at(passage.number(), passage.issue(), guard).pass(passage, guard.code(), guard.at());
    }

    /**
     * The guard turns away whom or what the paper would let through.
     *
     * @return what the guard is told was recorded
     */
    public String turnAway(String number, int issue, String reason, Caller guard) {
        String why = Written.text(reason, "reason", "不放行的原因", LONGEST_REASON);
        return at(number, issue, guard).turnAway(number, issue, why, guard.code(), guard.at());
    }

    /** @return the kind of a paper that is there and for this guard's gates */
    private GatePaper at(String number, int issue, Caller guard) {
        GatePaper paper = numbered(number.length() < 2 ? "" : number.substring(0, 2))
                .orElseThrow(() -> Refusal.notFound("gate-paper-not-found", "没有编号为 " + number + " 的" + labels()));
        read(paper, number, issue, guard);
        return paper;
    }

    /** @return who is inside at the guard's sites, who came first first */
    public List<GatePaper.Inside> inside(Caller guard) {
        return atHisSites(guard, site -> papers.stream().flatMap(paper -> paper.inside(site, guard.at()).stream()))
                .sorted(Comparator.comparing(GatePaper.Inside::since).thenComparing(GatePaper.Inside::number))
                .toList();
    }

    /** @return what happened lately at the gates of the guard's sites, newest first */
    public List<GatePaper.Event> lately(Caller guard) {
        return atHisSites(guard, site -> papers.stream()
                        .flatMap(paper -> paper.events(site, guard.at().minus(LATELY), MOST).stream()))
                .sorted(Comparator.comparing(GatePaper.Event::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static <T> Stream<T> atHisSites(Caller guard, Function<String, Stream<T>> list) {
        return guard.sites().stream().sorted().flatMap(list);
    }

    /** @return what the gate reads: 施工人员出入证或者物品放行条 */
    public String labels() {
        return papers.orderedStream().map(GatePaper::label).collect(Collectors.joining("或者"));
    }

    private Optional<GatePaper> numbered(String prefix) {
        return papers.orderedStream()
                .filter(paper -> paper.prefix().equals(prefix))
                .findFirst();
    }
}
