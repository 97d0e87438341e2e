package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Migration;
import org.shouwen.studio.Migration.State;
import org.shouwen.studio.MigrationDesk;
import org.shouwen.studio.MigrationDesk.Standing;
import org.shouwen.workflow.RunningFlows.Move;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 正在办的: on which version of a flow how much runs, and how it goes over to the one in force. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio")
class MigrationPages {

    private static final String MIGRATION = "/flows/{process}/versions/{version}/migration";

    /** Before the id of an element that the other version calls as this field says. */
    private static final String TO = "to-";

    /** How often the page of a migration that goes on looks again, in seconds. */
    private static final String AGAIN = "5";

    private final MigrationDesk desk;

    MigrationPages(MigrationDesk desk) {
        this.desk = desk;
    }

    /** Whoever works here may know by which version he works. */
    @Allowed
    @GetMapping("/flows/{process}/running")
    String running(@PathVariable String process, Model model) {
        model.addAttribute("flow", desk.flow(process));
        model.addAttribute("versions", desk.versions(process));
        model.addAttribute("called", desk.called(process));
        model.addAttribute("history", desk.history(process));
        return "studio/running";
    }

    /**
     * What would become of what runs on a version; nothing is kept.
     *
     * @param asked {@code to-<element>}: what the version in force calls it
     */
    @GetMapping(MIGRATION)
    String forecast(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam Map<String, String> asked,
            Model model) {
        Move move = desk.move(process, version, renamed(asked));
        model.addAttribute("flow", desk.flow(process));
        model.addAttribute("move", move);
        model.addAttribute("forecast", desk.forecast(move));
        return "studio/migration";
    }

    /** @param sent with {@code target}: the version that was in force when it was tried */
    @PostMapping(MIGRATION)
    String start(
            @PathVariable String process,
            @PathVariable int version,
            @RequestParam Map<String, String> sent,
            Caller caller,
            RedirectAttributes flash) {
        Move now = desk.move(process, version, renamed(sent));
        int target = Typed.whole(sent.get("target"), 1, Integer.MAX_VALUE)
                .orElseThrow(() -> Refusal.invalid("target-missing", "target", "没有说迁移到第几版，请先试算"));
        Move move = new Move(now.process(), now.from(), target, now.renamed());
        Migration migration = desk.start(move, Written.reason(sent.get("reason"), "迁移的原因"), caller);
        flash.addFlashAttribute("done", "已经开始迁移，完成后会在收件箱里告诉您。");
        return "redirect:/desk/studio/migrations/" + migration.id();
    }

    private static Map<String, String> renamed(Map<String, String> sent) {
        Map<String, String> renamed = new TreeMap<>();
        sent.forEach((name, element) -> {
            if (name.startsWith(TO) && !element.isBlank()) {
                renamed.put(name.substring(TO.length()), element);
            }
        });
        return renamed;
    }

    @Allowed
    @GetMapping("/migrations/{id}")
    String migration(@PathVariable long id, Caller caller, Model model, HttpServletResponse answer) {
        Standing standing = desk.standing(id);
        model.addAttribute("flow", desk.flow(standing.migration().process()));
        model.addAttribute("standing", standing);
        model.addAttribute("stayed", desk.listed(standing, State.STAYED, caller));
        model.addAttribute("moved", desk.listed(standing, State.MOVED, caller));
        model.addAttribute("ended", desk.listed(standing, State.ENDED, caller));
        if (standing.migration().isOpen()) {
            answer.setHeader("Refresh", AGAIN);
        }
        return "studio/migrated";
    }
}
