package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.page.Drawings;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Cautions;
import org.shouwen.studio.Change;
import org.shouwen.studio.Draft;
import org.shouwen.studio.FourEyes;
import org.shouwen.studio.Grid;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.studio.Trials;
import org.shouwen.studio.web.Proposing.Answer;
import org.shouwen.studio.web.Proposing.Wish;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 改规则: a table is changed on a draft; whatever is changed is proposed, approved by somebody else, taken back. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio")
class StudioPages {

    private static final String DRAFT = "/tables/{table}/draft";
    private static final String CHANGES = "/tables/{table}/changes";
    private static final String CHANGE = "/changes/{id}";

    private final StudioDesk desk;
    private final Trials trials;
    private final Grid grid;
    private final FourEyes eyes;
    private final Cautions cautions;
    private final Previews previews;
    private final Proposing proposing;
    private final Moments moments;

    StudioPages(
            StudioDesk desk,
            Trials trials,
            Grid grid,
            FourEyes eyes,
            Cautions cautions,
            Previews previews,
            Proposing proposing,
            Moments moments) {
        this.desk = desk;
        this.trials = trials;
        this.grid = grid;
        this.eyes = eyes;
        this.cautions = cautions;
        this.previews = previews;
        this.proposing = proposing;
        this.moments = moments;
    }

    /** @return so many days as he chose; as usual where he chose none */
    private static int chosen(String days, Model model) {
        int chosen = Typed.whole(days, 1, Integer.MAX_VALUE)
                .filter(Trials.DAYS::contains)
                .orElse(Trials.USUAL_DAYS);
        model.addAttribute("days", chosen);
        model.addAttribute("choices", Trials.DAYS);
        return chosen;
    }

    @GetMapping
    String waiting(Caller caller, Model model) {
        List<Change> open = desk.open();
        model.addAttribute("changes", open);
        List<Change> drafts = desk.drafts(caller);
        model.addAttribute("drafts", drafts);
        model.addAttribute(
                "titles",
                Stream.concat(open.stream(), drafts.stream())
                        .collect(Collectors.toMap(Change::id, change -> desk.title(change), (one, other) -> one)));
        return "studio/waiting";
    }

    /** Where Camunda Modeler leads: to the one draft, or to all. */
    @GetMapping("/drafts")
    String drafts(Caller caller, Model model) {
        List<Change> drafts = desk.drafts(caller);
        return drafts.size() == 1
                ? "redirect:/desk/studio/changes/" + drafts.get(0).id()
                : waiting(caller, model);
    }

    /**
     * Also where a draft stood before.
     *
     * @param from a change whose rows are to be changed again, on the version in force
     */
    @GetMapping({"/tables/{table}", DRAFT, CHANGES})
    String editor(@PathVariable String table, @RequestParam Optional<Long> from, Model model) {
        Base base = desk.inForce(table);
        Optional<Change> change = from.map(desk::change).filter(one -> desk.bases(one).stream()
                .allMatch(version -> version.model().equals(base.version().model())));
        Draft draft = change.map(one -> desk.onto(base, one)).orElseGet(() -> grid.read(base.table(), Map.of()));
        return show(new Shown(base, draft, proposing.again(change)), List.of(), model);
    }

    /** What would come of it; nothing is kept. */
    @PostMapping(DRAFT)
    String draft(
            @PathVariable String table,
            @RequestParam Map<String, String> filled,
            @RequestParam(defaultValue = "check") String act,
            @RequestParam(defaultValue = "") String days,
            Caller caller,
            Model model) {
        Shown shown = shown(table, filled);
        int back = chosen(days, model);
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
            model.addAttribute("difference", desk.difference(shown.base(), shown.draft()));
        }
        if (desk.canBeTried(shown.base(), shown.draft())) {
            byte[] source = desk.source(shown.base(), shown.draft());
            model.addAttribute("cautions", cautions.of(shown.base(), source));
            if (verb.equals("try")) {
                model.addAttribute("trial", trials.of(shown.base(), source, back, caller));
            }
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
        return proposing.propose(
                shown.wish(),
                (reason, from, instead) -> desk.propose(shown.base(), shown.draft(), reason, from, instead, caller),
                flash,
                new Answer(answer, model, () -> show(shown, List.of(), model)));
    }

    private Shown shown(String table, Map<String, String> filled) {
        Base base = filled.containsKey("base") ? desk.version(table, filled.get("base")) : desk.inForce(table);
        return new Shown(base, grid.read(base.table(), filled), Proposing.typed(filled));
    }

    /** What stands in the editor. */
    private record Shown(Base base, Draft draft, Wish wish) {

        Shown with(Base other, Draft rows) {
            return new Shown(other, rows, wish);
        }
    }

    private String show(Shown shown, List<String> faults, Model model) {
        RuleTable table = shown.base().table();
        if (!model.containsAttribute("days")) {
            chosen("", model);
        }
        model.addAttribute("base", shown.base());
        model.addAttribute("now", desk.inForce(table.id()).version());
        model.addAttribute("open", desk.openOf(shown.base().version().model()).orElse(null));
        model.addAttribute("heads", grid.heads(table));
        model.addAttribute("lines", grid.lines(table, shown.draft()));
        proposing.show(shown.wish(), model);
        model.addAttribute("faults", faults);
        return "studio/table";
    }

    // ---- decide

    /** Whoever works here may know what is to be changed. */
    @Allowed
    @GetMapping({CHANGE, CHANGE + "/approval"})
    String change(@PathVariable long id, Caller caller, Model model, HttpServletResponse response) {
        chosen("", model);
        Change change = desk.change(id, caller);
        List<Version> bases = desk.bases(change);
        boolean waits = change.isOpen() || change.isScheduled() || change.isDraft();
        boolean own = change.proposedBy().equals(caller.code());
        List<Version> overtaken = waits ? desk.overtaken(change) : List.of();
        model.addAttribute("change", change);
        model.addAttribute("bases", bases);
        model.addAttribute("called", desk.title(change));
        model.addAttribute("differences", desk.differences(change));
        model.addAttribute("overtaken", overtaken);
        model.addAttribute(
                "meanwhile",
                overtaken.stream()
                        .map(base -> desk.differences(List.of(base), desk.files(desk.now(base))))
                        .flatMap(List::stream)
                        .filter(file -> !file.difference().lines().isEmpty())
                        .toList());
        model.addAttribute("judged", waits ? desk.judge(change) : null);
        model.addAttribute(
                "cautions",
                waits
                        ? desk.tableOf(change)
                                .map(base -> cautions.of(base, desk.source(base, change)))
                                .orElse(List.of())
                        : List.of());
        boolean mayDecide = change.isOpen() && eyes.mayDecide(change, caller);
        boolean tried = change.isOpen() || change.isScheduled();
        model.addAttribute("mayDecide", mayDecide);
        model.addAttribute("mayWithdraw", desk.mayWithdraw(change, caller));
        model.addAttribute(
                "mayTry",
                tried && eyes.mayChange(caller) && desk.tableOf(change).isPresent());
        model.addAttribute(
                "mayPreview",
                waits
                        && eyes.mayChange(caller)
                        && !Previews.wordings(change.files()).isEmpty());
        model.addAttribute("own", own);
        model.addAttribute("lonely", own && change.isOpen() && eyes.isAlone(caller.code()));
        model.addAttribute("earliest", moments.field(moments.now()));
        Instant wished = change.inForceFrom();
        model.addAttribute("past", wished != null && !wished.isAfter(moments.now()));
        Drawings.on(model, response);
        return "studio/change";
    }

    /** A table of it, tried on the tickets of the last days. */
    @GetMapping(CHANGE + "/trial")
    String tryOut(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String days,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        String page = change(id, caller, model, response);
        Change change = desk.change(id, caller);
        desk.tableOf(change)
                .ifPresent(base -> model.addAttribute(
                        "trial", trials.of(base, desk.source(base, change), chosen(days, model), caller)));
        return page;
    }

    /** What the wordings of it would say about a ticket. */
    @GetMapping(CHANGE + "/preview")
    String preview(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String ticket,
            Caller caller,
            Model model,
            HttpServletResponse response) {
        String page = change(id, caller, model, response);
        String number = Previews.number(ticket);
        model.addAttribute("ticket", number);
        previews.show(Previews.wordings(desk.change(id, caller).files()), number, caller, response, model);
        return page;
    }

    /** @return a file as the change has it */
    @Allowed
    @GetMapping(CHANGE + "/files/{file}")
    ResponseEntity<String> file(@PathVariable long id, @PathVariable String file, Caller caller) {
        return Downloads.shown(file, desk.change(id, caller).files().get(file));
    }

    /** A draft waits for somebody else from now on. */
    @PostMapping(CHANGE + "/proposal")
    String proposeDraft(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            RedirectAttributes flash) {
        desk.propose(id, Written.reason(reason, "改的原因"), caller);
        flash.addFlashAttribute("done", "已提出，等另一个人批准。");
        return "redirect:/desk/studio/changes/" + id;
    }

    /** The same on the versions in force, as a draft. */
    @PostMapping(CHANGE + "/renewal")
    String renew(@PathVariable long id, Caller caller, RedirectAttributes flash) {
        Change again = desk.renew(id, caller);
        flash.addFlashAttribute("done", "已在现行版本上重做，请看清改了什么，再提出。");
        return "redirect:/desk/studio/changes/" + again.id();
    }

    /** @param since from when, where it is not to be at once */
    @PostMapping(CHANGE + "/approval")
    String approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "now") String when,
            @RequestParam(defaultValue = "") String since,
            Caller caller,
            HttpServletResponse answer,
            RedirectAttributes flash,
            Model model) {
        if (when.equals("later")) {
            return Proposing.stay(
                    () -> {
                        Change change = desk.approve(id, proposing.since(since), caller);
                        flash.addFlashAttribute("done", "已批准，从" + moments.text(change.inForceFrom()) + "起执行；在那以前可以撤回。");
                        return "redirect:/desk/studio/changes/" + id;
                    },
                    new Answer(answer, model, () -> {
                        model.addAttribute("typed", Map.of(StudioDesk.SINCE, since));
                        return change(id, caller, model, answer);
                    }));
        }
        List<Version> versions = desk.approve(id, caller);
        flash.addFlashAttribute("done", "已批准，" + numbered(versions) + "从现在起执行；" + comes(versions));
        return "redirect:" + versions.get(0).page();
    }

    private static String comes(List<Version> versions) {
        if (versions.stream().anyMatch(Version::isFlow)) {
            return "新的工单按新版走，正在办的照原来的走完。";
        }
        if (versions.stream().anyMatch(Version::isHolidays)) {
            return "没办完的时限照新的日子重新算。";
        }
        return versions.stream().allMatch(Version::isText) ? "以后发的通知都这样写，发过的不变。" : "正在办的工单走到哪一步，就按新版办那一步。";
    }

    private static String numbered(List<Version> versions) {
        return versions.size() == 1
                ? "第 " + versions.get(0).version() + " 版"
                : versions.stream()
                        .map(version -> "《" + version.name() + "》第 " + version.version() + " 版")
                        .collect(Collectors.joining("、"));
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

    @PostMapping("/undoing")
    String undo(@RequestParam(defaultValue = "") String version, Caller caller, RedirectAttributes flash) {
        Version former = desk.undo(version, caller);
        flash.addFlashAttribute("done", "已撤销，原来的内容作为第 " + former.version() + " 版从现在起执行。");
        return "redirect:" + former.page();
    }
}
