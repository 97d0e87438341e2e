package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.shouwen.page.Plain;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was typed is proposed; where that is refused it stays on the page, below the sentence that says why. */
@Component
record Proposing(Moments moments) {

    /**
     * What stands below every draft.
     *
     * @param instead the change that it goes on with, or null
     * @param since from when it is to be in force, as it was typed; blank: as soon as it is approved
     */
    record Wish(Long instead, String reason, String since) {}

    /** Keeps what was typed for a second person to decide. */
    interface Proposal {
        Change of(String reason, Instant from, Long instead);
    }

    /** Where a page answers. */
    record Answer(HttpServletResponse response, Model model, Supplier<String> page) {}

    Wish again(Optional<Change> change) {
        return new Wish(
                change.map(Change::id).orElse(null),
                change.map(Change::reason).orElse(""),
                change.map(Change::inForceFrom).map(moments::field).orElse(""));
    }

    static Wish typed(Map<String, String> filled) {
        return new Wish(
                Typed.whole(filled.get("from"), 1, Integer.MAX_VALUE)
                        .map(Long::valueOf)
                        .orElse(null),
                filled.getOrDefault("reason", ""),
                filled.getOrDefault(StudioDesk.SINCE, ""));
    }

    void show(Wish wish, Model model) {
        model.addAttribute("instead", wish.instead());
        model.addAttribute("reason", wish.reason());
        model.addAttribute("since", wish.since());
        model.addAttribute("earliest", moments.field(moments.now()));
    }

    Instant since(String typed) {
        return Written.moment(typed, StudioDesk.SINCE, "从什么时候起执行", moments.zone());
    }

    /** @return where the page leads */
    String propose(Wish wish, Proposal proposal, RedirectAttributes flash, Answer answer) {
        return stay(
                () -> {
                    String reason = Written.reason(wish.reason(), "改的原因");
                    Instant from = Typed.isBlank(wish.since()) ? null : since(wish.since());
                    Change change = proposal.of(reason, from, wish.instead());
                    flash.addFlashAttribute("done", "已提出，等另一个人批准。");
                    return "redirect:/desk/studio/changes/" + change.id();
                },
                answer);
    }

    /** @return where the deed leads; refused: the page itself */
    static String stay(Supplier<String> deed, Answer answer) {
        return tried(deed, refusal -> {
            answer.response().setStatus(refusal.kind().status());
            answer.model().addAttribute("problem", Plain.sentence(refusal));
            answer.model().addAttribute("wrong", refusal.field().orElse(""));
            return answer.page().get();
        });
    }

    static <T> T tried(Supplier<T> deed, Function<Refusal, T> refused) {
        try {
            return deed.get();
        } catch (RuntimeException failure) {
            return refused.apply(Refusal.said(failure).orElseThrow(() -> failure));
        }
    }
}
