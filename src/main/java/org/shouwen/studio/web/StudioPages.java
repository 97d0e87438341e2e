package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shouwen.page.Plain;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.Draft;
import org.shouwen.studio.Grid;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.shouwen.workflow.TableVersions.Version;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 改规则: a table is changed on a draft, proposed, approved by somebody else, taken back. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio")
class StudioPages {

    private static final String DRAFT = "/tables/{table}/draft";
    private static final String CHANGES = "/tables/{table}/changes";
    private static final String CHANGE = "/changes/{id}";

    private final StudioDesk desk;
    private final Grid grid;

    StudioPages(StudioDesk desk, Grid grid) {
        this.desk = desk;
        this.grid = grid;
    }

    @GetMapping
    String waiting(Model model) {
        List<Change> open = desk.open();
        model.addAttribute("changes", open);
        model.addAttribute(
                "titles",
                open.stream()
                        .map(change -> desk.inForce(change.ruleTable()).table().name())
                        .toList());
        return "studio/waiting";
    }

    /**
     * Also where a draft stood before.
     *
     * @param from a change whose rows are to be changed again, on the version in force
     */
    @GetMapping({"/tables/{table}", DRAFT, CHANGES})
    String editor(@PathVariable String table, @RequestParam Optional<Long> from, Model model) {
        Base base = desk.inForce(table);
        Optional<Change> change =
                from.map(desk::change).filter(one -> one.ruleTable().equals(table));
        Draft draft = change.map(one -> desk.onto(base, one)).orElseGet(() -> grid.read(base.table(), Map.of()));
        String reason = change.map(Change::reason).orElse("");
        return show(new Shown(base, draft, change.map(Change::id).orElse(null), reason), List.of(), model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping(DRAFT)
    String draft(
            @PathVariable String table,
            @RequestParam Map<String, String> filled,
            @RequestParam(defaultValue = "check") String act,
            Model model) {
        Shown shown = shown(table, filled);
        String verb = act.replaceAll("-\\d+$", "");
        Integer row = Typed.whole(
                        act.replaceAll("^.*-", ""), 0, shown.draft().rows().size() - 1)
                .orElse(null);
        if (verb.equals("onto")) {
            Base now = desk.inForce(table);
            return show(shown.with(now, desk.onto(now, shown.base(), shown.draft())), List.of(), model);
        }
        if (row != null) {
            int inputs = shown.base().table().inputs().size();
            Draft turned =
                    switch (verb) {
                        case "double" -> shown.draft().doubled(row);
                        case "below" -> shown.draft().below(row, inputs);
                        default -> shown.draft().turned(row);
                    };
            model.addAttribute("focus", verb.equals("turn") ? row : row + 1);
            return show(shown.with(shown.base(), turned), List.of(), model);
        }
        List<String> faults = desk.faults(shown.base(), shown.draft());
        if (faults.isEmpty()) {
            model.addAttribute("difference", desk.difference(shown.base(), desk.source(shown.base(), shown.draft())));
        }
        return show(shown, faults, model);
    }

    @PostMapping(CHANGES)
    String propose(
            @PathVariable String table,
            @RequestParam Map<String, String> filled,
            Caller caller,
            HttpServletResponse answer,
            RedirectAttributes flash,
            Model model) {
        Shown shown = shown(table, filled);
        List<String> faults = desk.faults(shown.base(), shown.draft());
        if (!faults.isEmpty()) {
            answer.setStatus(Refusal.Kind.INVALID.status());
            return show(shown, faults, model);
        }
        try {
            String reason = Written.reason(shown.reason(), "改的原因");
            Change change = desk.propose(shown.base(), shown.draft(), reason, shown.instead(), caller);
            flash.addFlashAttribute("done", "已提出，等另一个人批准。");
            return "redirect:/desk/studio/changes/" + change.id();
        } catch (RuntimeException failure) {
            // What was typed stays
            Refusal refusal = Refusal.said(failure).orElseThrow(() -> failure);
            answer.setStatus(refusal.kind().status());
            model.addAttribute("problem", Plain.sentence(refusal));
            model.addAttribute("wrong", refusal.field().orElse(""));
            return show(shown, List.of(), model);
        }
    }

    private Shown shown(String table, Map<String, String> filled) {
        Base base = filled.containsKey("base") ? desk.version(table, filled.get("base")) : desk.inForce(table);
        Long instead = Typed.whole(filled.get("from"), 1, Integer.MAX_VALUE)
                .map(Long::valueOf)
                .orElse(null);
        return new Shown(base, grid.read(base.table(), filled), instead, filled.getOrDefault("reason", ""));
    }

    /**
     * What stands in the editor.
     *
     * @param instead the change that it goes on with, or null
     */
    private record Shown(Base base, Draft draft, Long instead, String reason) {

        Shown with(Base other, Draft rows) {
            return new Shown(other, rows, instead, reason);
        }
    }

    private String show(Shown shown, List<String> faults, Model model) {
        RuleTable table = shown.base().table();
        model.addAttribute("base", shown.base());
        model.addAttribute("now", desk.inForce(table.id()).version());
        model.addAttribute("open", desk.openOf(table.id()).orElse(null));
        model.addAttribute("heads", grid.heads(table));
        model.addAttribute("lines", grid.lines(table, shown.draft()));
        model.addAttribute("instead", shown.instead());
        model.addAttribute("reason", shown.reason());
        model.addAttribute("faults", faults);
        return "studio/table";
    }

    // ---- decide

    /** Whoever works here may know what is to be changed. */
    @Allowed
    @GetMapping(CHANGE)
    String change(@PathVariable long id, Caller caller, Model model) {
        Change change = desk.change(id);
        Base base = desk.version(change.ruleTable(), change.base());
        Version now = desk.inForce(change.ruleTable()).version();
        boolean own = change.proposedBy().equals(caller.code());
        model.addAttribute("change", change);
        model.addAttribute("base", base);
        model.addAttribute("now", now);
        model.addAttribute("difference", desk.difference(change));
        model.addAttribute("overtaken", change.isOpen() && !Objects.equals(now.id(), change.base()));
        model.addAttribute("mayDecide", desk.mayDecide(change, caller));
        model.addAttribute("own", own);
        return "studio/change";
    }

    @PostMapping(CHANGE + "/approval")
    String approve(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        Version version = desk.approve(id, caller);
        flash.addFlashAttribute("done", "已批准，第 " + version.version() + " 版从现在起执行；正在办的工单走到哪一步，就按新版办那一步。");
        return "redirect:/desk/rules/" + version.table();
    }

    @PostMapping(CHANGE + "/return")
    String sendBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            RedirectAttributes flash) {
        desk.sendBack(id, Written.text(note, "note", "退回的意见", Written.REASON), caller);
        flash.addFlashAttribute("done", "已退回，提出人会在收件箱里看到。");
        return "redirect:/desk/studio/changes/" + id;
    }

    @PostMapping(CHANGE + "/withdrawal")
    String withdraw(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        desk.withdraw(id, caller);
        flash.addFlashAttribute("done", "已撤回。");
        return "redirect:/desk/studio/changes/" + id;
    }

    @PostMapping("/tables/{table}/undoing")
    String undo(
            @PathVariable String table,
            @RequestParam(defaultValue = "") String version,
            Caller caller,
            RedirectAttributes flash) {
        Version former = desk.undo(table, version, caller);
        flash.addFlashAttribute("done", "已撤销，原来的内容作为第 " + former.version() + " 版从现在起执行。");
        return "redirect:/desk/rules/" + table;
    }
}
