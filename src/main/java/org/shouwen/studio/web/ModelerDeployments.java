package org.shouwen.studio.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Handed;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.util.WebUtils;

/**
 * What the deploy button of Camunda Modeler (5.50) asks of an engine, and nothing else: what it sends becomes a draft. It gives
 * up after five seconds, reads {@code message} of a refusal, and offers to open a draft where the engine's Cockpit would be.
 */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@RestController
class ModelerDeployments {

    private static final String ENGINE = "/engine-rest";

    private final StudioDesk desk;
    private final ModelVersions versions;
    private final String publicUrl;

    ModelerDeployments(StudioDesk desk, ModelVersions versions, @Value("${shouwen.public-url}") String publicUrl) {
        this.desk = desk;
        this.versions = versions;
        this.publicUrl = publicUrl;
    }

    /** @param version of the engine, {@code 7.24.0} */
    record Engine(String version) {}

    /** @param cockpitUrl what Modeler puts a draft's number behind */
    record Webapps(String cockpitUrl) {}

    /** @param message sentences, one a line */
    record Refused(String type, String message) {}

    /** A draft, as Modeler reads a deployment; it names no definitions, as nothing is in force. */
    record Deployment(String id, String name, String source, String deploymentTime) {}

    /** Whether an engine is there and lets the person in; what it holds is not told. */
    @GetMapping(ENGINE + "/deployment")
    List<Deployment> deployments() {
        return List.of();
    }

    @GetMapping(ENGINE + "/version")
    Engine version() {
        return new Engine(versions.engine());
    }

    /** Every part that has a file's name is a file, whatever its type. */
    @PostMapping(ENGINE + "/deployment/create")
    Deployment create(HttpServletRequest request, Caller caller) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (MultipartFile file : files(request)) {
            String name = String.valueOf(file.getOriginalFilename());
            if (files.put(name, file.getBytes()) != null) {
                throw Refusal.invalid("file-twice", null, name + "：同一次里有两个同名的文件，请改名");
            }
        }
        if (files.isEmpty()) {
            throw Refusal.invalid("file-missing", null, "没有文件：请打开一个流程图、规则表或表单再部署");
        }
        Handed handed = desk.hand(files, List.of());
        if (!handed.faults().isEmpty()) {
            throw Refusal.invalid(
                    "model-refused",
                    null,
                    handed.faults().stream().map(Said::sentence).distinct().collect(Collectors.joining("\n")));
        }
        Change draft = desk.draft(handed, caller);
        return new Deployment(
                String.valueOf(draft.id()),
                desk.title(draft),
                "草稿",
                draft.proposedAt().toString());
    }

    private static List<MultipartFile> files(HttpServletRequest request) {
        MultipartRequest parts = WebUtils.getNativeRequest(request, MultipartRequest.class);
        return parts == null
                ? List.of()
                : parts.getMultiFileMap().values().stream()
                        .flatMap(List::stream)
                        .toList();
    }

    /** Modeler would start an instance of what it deployed. */
    @PostMapping(ENGINE + "/process-definition/{definition}/start")
    Deployment start() {
        throw desk.startsNothing();
    }

    /** Asked by nobody in particular, under whatever name: what is answered does not depend on it. */
    @GetMapping("/.well-known/camunda-automation-platform/webapps")
    Webapps webapps() {
        return new Webapps(publicUrl + "/desk/studio/drafts#/");
    }

    @ExceptionHandler
    ResponseEntity<Refused> on(Refusal refusal) {
        boolean invalid = refusal.kind() == Refusal.Kind.INVALID;
        return ResponseEntity.status(
                        invalid
                                ? HttpStatus.BAD_REQUEST.value()
                                : refusal.kind().status())
                .body(new Refused("urn:shouwen:problem:" + refusal.name(), refusal.getMessage()));
    }
}
