package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shouwen.page.Drawings;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.FileDifference;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.studio.Templates;
import org.shouwen.workflow.FlowSheets;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A flow is changed by files: its diagram, its forms, tables that go with them. They come from Camunda Modeler through a page,
 * or from an editor in the browser that asks what speaks against them before it proposes them.
 */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio")
class FlowChangePages {

    private static final String FLOW = "/flows/{process}";

    private final StudioDesk desk;
    private final Templates templates;
    private final FlowSheets sheets;

    FlowChangePages(StudioDesk desk, Templates templates, FlowSheets sheets) {
        this.desk = desk;
        this.templates = templates;
        this.sheets = sheets;
    }

    /**
     * What an editor is told.
     *
     * @param faults empty: the files can be proposed
     * @param differences from the versions that they were made of; empty where there are faults
     */
    record Answer(List<Said> faults, List<Said> warnings, List<FileDifference> differences) {}

    /** @param page address of the page where the change waits for a decision */
    record Proposed(long id, String page) {}

    /** Also where a draft that was refused stood. */
    @GetMapping({FLOW, FLOW + "/drafts"})
    String page(@PathVariable String process, Model model) {
        return show(desk.flowInForce(process), List.of(), model);
    }

    private String show(Version base, List<Said> faults, Model model) {
        model.addAttribute("base", base);
        model.addAttribute("files", desk.files(base).keySet());
        model.addAttribute("open", desk.openOf(base.model()).orElse(null));
        model.addAttribute("faults", faults);
        return "studio/flow";
    }

    /** The drawing board. */
    @GetMapping(FLOW + "/drawing")
    String draw(@PathVariable String process, Model model, HttpServletResponse response) {
        Version base = desk.flowInForce(process);
        model.addAttribute("base", base);
        model.addAttribute("open", desk.openOf(base.model()).orElse(null));
        model.addAttribute("answers", templates.blocks().answers(base.key()));
        Drawings.on(model, response);
        return "studio/draw";
    }

    /** @return the building blocks as element templates, for the drawing board and for Camunda Modeler */
    @GetMapping(value = FLOW + "/blocks", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Map<String, Object>>> blocks(@PathVariable String process) {
        return ResponseEntity.ok(templates.of(desk.flowInForce(process).key()));
    }

    /** @return a file of a version, as it was deployed */
    @GetMapping("/versions/{version}/files/{file}")
    ResponseEntity<String> file(@PathVariable String version, @PathVariable String file) {
        return Downloads.shown(
                file,
                Optional.ofNullable(desk.files(desk.version(version)).get(file))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(null));
    }

    /** Files as a draft. */
    @PostMapping(FLOW + "/drafts")
    String draft(
            @PathVariable String process,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> base,
            Caller caller,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model)
            throws IOException {
        Handed handed = desk.hand(read(file), base);
        if (!handed.faults().isEmpty()) {
            response.setStatus(Refusal.Kind.INVALID.status());
            return show(desk.flowInForce(process), handed.faults(), model);
        }
        Change draft = desk.draft(handed, caller);
        flash.addFlashAttribute("done", "已收下，还没有提出。请看清改了什么，写明原因，再提出。");
        return "redirect:/desk/studio/changes/" + draft.id();
    }

    /** What would come of it; nothing is kept. */
    @PostMapping(value = FLOW + "/check", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> check(
            @PathVariable String process,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> base)
            throws IOException {
        return ResponseEntity.ok(answer(desk.hand(read(file), base)));
    }

    /** What is drawn as a list from top to bottom, a part of a page; nothing is kept. */
    @PostMapping(FLOW + "/list")
    String list(
            @PathVariable String process,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> base,
            Model model)
            throws IOException {
        Version flow = desk.flowInForce(process);
        Map<String, byte[]> files = desk.drawn(read(file), base);
        model.addAttribute(
                "flow",
                sheets.drawn(files.getOrDefault(flow.model(), desk.files(flow).get(flow.model())), files));
        model.addAttribute("open", Set.of());
        return "studio/list :: list";
    }

    private Answer answer(Handed handed) {
        return new Answer(
                handed.faults(),
                handed.warnings(),
                handed.faults().isEmpty() ? desk.differences(handed.bases(), handed.files()) : List.of());
    }

    /** Keeps it for a second person to decide. */
    @PostMapping(value = FLOW + "/proposals", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> propose(
            @PathVariable String process,
            @RequestParam(required = false) List<MultipartFile> file,
            @RequestParam(defaultValue = "") List<String> base,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Optional<Long> from,
            Caller caller)
            throws IOException {
        Handed handed = desk.hand(read(file), base);
        if (!handed.faults().isEmpty()) {
            return ResponseEntity.status(Refusal.Kind.INVALID.status()).body(answer(handed));
        }
        return Proposing.tried(
                () -> {
                    Change change =
                            desk.propose(handed, Written.reason(reason, "改的原因"), null, from.orElse(null), caller);
                    return ResponseEntity.ok(new Proposed(change.id(), "/desk/studio/changes/" + change.id()));
                },
                refusal -> ResponseEntity.status(refusal.kind().status())
                        .body(new Answer(List.of(new Said("", "", refusal.getMessage())), List.of(), List.of())));
    }

    /** @throws Refusal where none was chosen */
    static Map<String, byte[]> read(List<MultipartFile> files) throws IOException {
        Map<String, byte[]> read = new LinkedHashMap<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                read.put(String.valueOf(file.getOriginalFilename()), file.getBytes());
            }
        }
        if (read.isEmpty()) {
            throw Refusal.invalid("file-missing", "file", "请先选择改好的文件（.bpmn、.form、.dmn）");
        }
        return read;
    }
}
