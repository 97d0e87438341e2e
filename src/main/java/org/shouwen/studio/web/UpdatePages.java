package org.shouwen.studio.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.studio.Change;
import org.shouwen.studio.Updates;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an update of the program brings for models that were changed here, and what is in force to take home. */
@Allowed({Role.SUPERVISOR, Role.MANAGER})
@StaffPage
@RequestMapping("/desk/studio")
class UpdatePages {

    private final Updates updates;

    UpdatePages(Updates updates) {
        this.updates = updates;
    }

    @GetMapping("/updates")
    String updates(Model model) {
        model.addAttribute("updates", updates.all());
        return "studio/updates";
    }

    @PostMapping("/updates/{model}/keeping")
    String keep(
            @PathVariable("model") String file,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            RedirectAttributes flash) {
        updates.keep(file, Written.reason(reason, "保留的原因"), caller);
        flash.addFlashAttribute("done", "已记下：保留这里的。");
        return "redirect:/desk/studio/updates";
    }

    @PostMapping("/updates/{model}/taking")
    String take(@PathVariable("model") String file, Caller caller, RedirectAttributes flash) {
        Change draft = updates.take(file, caller);
        flash.addFlashAttribute("done", "软件自带的新版本已成为草稿，请看清改了什么，写明原因，再提出。");
        return "redirect:/desk/studio/changes/" + draft.id();
    }

    /** @return everything in force as folders of a checkout, so that it can become what the program ships */
    @GetMapping("/export")
    ResponseEntity<byte[]> export() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            for (Map.Entry<String, byte[]> file : updates.everything().entrySet()) {
                entries.putNextEntry(new ZipEntry(file.getKey()));
                entries.write(file.getValue());
                entries.closeEntry();
            }
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.saved("shouwen-rules.zip"))
                .body(zip.toByteArray());
    }
}
