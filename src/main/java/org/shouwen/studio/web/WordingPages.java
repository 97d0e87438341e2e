package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.notification.NoticeTexts;
import org.shouwen.notification.NoticeTexts.NoticeText;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.studio.web.Proposing.Answer;
import org.shouwen.studio.web.Proposing.Wish;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wording of a notice is changed in words, looked at on a real ticket, and proposed. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio/notices/{stem}")
class WordingPages {

    private final StudioDesk desk;
    private final NoticeTexts texts;
    private final Previews previews;
    private final Proposing proposing;

    WordingPages(StudioDesk desk, NoticeTexts texts, Previews previews, Proposing proposing) {
        this.desk = desk;
        this.texts = texts;
        this.previews = previews;
        this.proposing = proposing;
    }

    /**
     * What stands in the editor.
     *
     * @param base the version that it changes
     * @param ticket number of the one on which it is looked at; what is no number as it was typed
     */
    private record Shown(Version base, NoticeText text, Wish wish, String ticket) {}

    /**
     * Also where a draft stood before.
     *
     * @param from a change whose text is to be changed again, on the version in force
     */
    @GetMapping({"", "/draft", "/changes"})
    String editor(@PathVariable String stem, @RequestParam Optional<Long> from, Caller caller, Model model) {
        Version base = inForce(stem);
        Optional<Change> change = from.map(id -> desk.change(id, caller))
                .filter(one -> one.files().containsKey(base.model()));
        NoticeText text = change.map(one -> one.files().get(base.model()).getBytes(StandardCharsets.UTF_8))
                .map(file -> texts.read(stem, file))
                .orElseGet(() -> texts.find(stem));
        return show(new Shown(base, text, proposing.again(change), ""), List.of(), model);
    }

    private Version inForce(String stem) {
        return desk.textInForce(texts.find(stem).stem());
    }

    /** What would come of it; nothing is kept. */
    @PostMapping("/draft")
    String draft(
            @PathVariable String stem,
            @RequestParam Map<String, String> filled,
            @RequestParam(defaultValue = "check") String act,
            Caller caller,
            HttpServletResponse answer,
            Model model) {
        Shown shown = shown(stem, filled, act.equals("onto"));
        NoticeTexts.Typed typed = typed(shown);
        Handed handed = handed(shown, typed);
        if (handed.faults().isEmpty()) {
            model.addAttribute("differences", desk.differences(handed.bases(), handed.files()));
        }
        // What was not changed can be looked at as well
        if (typed.faults().isEmpty() && !act.equals("onto")) {
            previews.show(Map.of(stem, typed.file()), shown.ticket(), caller, answer, model);
        }
        return show(shown, act.equals("onto") ? List.of() : sentences(handed), model);
    }

    @PostMapping("/changes")
    String propose(
            @PathVariable String stem,
            @RequestParam Map<String, String> filled,
            Caller caller,
            HttpServletResponse answer,
            RedirectAttributes flash,
            Model model) {
        Shown shown = shown(stem, filled, false);
        Handed handed = handed(shown, typed(shown));
        if (!handed.faults().isEmpty()) {
            answer.setStatus(Refusal.Kind.INVALID.status());
            return show(shown, sentences(handed), model);
        }
        return proposing.propose(
                shown.wish(),
                (reason, from, instead) -> desk.propose(handed, reason, from, instead, caller),
                flash,
                new Answer(answer, model, () -> show(shown, List.of(), model)));
    }

    /** @param onto whether it is to be changed on the version in force, whichever it was changed on */
    private Shown shown(String stem, Map<String, String> filled, boolean onto) {
        Version now = inForce(stem);
        Version base = onto || !filled.containsKey("base")
                ? now
                : Optional.of(desk.version(filled.get("base")))
                        .filter(version -> version.model().equals(now.model()))
                        .orElse(now);
        return new Shown(
                base,
                new NoticeText(
                        stem,
                        texts.find(stem).audience(),
                        filled.getOrDefault("subject", ""),
                        filled.getOrDefault("body", "")),
                Proposing.typed(filled),
                Previews.number(filled.get("ticket")));
    }

    private NoticeTexts.Typed typed(Shown shown) {
        return texts.typed(
                shown.text().stem(), shown.text().subject(), shown.text().body());
    }

    private Handed handed(Shown shown, NoticeTexts.Typed typed) {
        String model = shown.base().model();
        return typed.faults().isEmpty()
                ? desk.hand(Map.of(model, typed.file()), List.of(shown.base().id()))
                : new Handed(
                        Map.of(),
                        List.of(),
                        typed.faults().stream()
                                .map(fault -> new Said(model, "", fault))
                                .toList(),
                        List.of());
    }

    private static List<String> sentences(Handed handed) {
        return handed.faults().stream().map(Said::sentence).distinct().toList();
    }

    private String show(Shown shown, List<String> faults, Model model) {
        Version base = shown.base();
        Version now = desk.now(base);
        model.addAttribute("base", base);
        model.addAttribute("now", now);
        model.addAttribute("meanwhile", desk.differences(List.of(base), desk.files(now)));
        model.addAttribute("open", desk.openOf(base.model()).orElse(null));
        model.addAttribute("text", shown.text());
        model.addAttribute("marks", texts.marks(shown.text().stem()));
        proposing.show(shown.wish(), model);
        model.addAttribute("ticket", shown.ticket());
        model.addAttribute("faults", faults);
        return "studio/notice";
    }
}
