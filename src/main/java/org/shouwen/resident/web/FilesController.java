package org.shouwen.resident.web;

import java.util.List;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.Attachments;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Handout;
import org.shouwen.notification.Notice;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.resident.LinkPage;
import org.shouwen.resident.ResidentPart;
import org.shouwen.resident.Uploads;
import org.shouwen.wording.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Photos and documents that a resident hands in; he sees his own only. */
@LinkPage
@RequestMapping("/r/t/{number}/attachments")
class FilesController {

    private static final int LONGEST_WORDS = 200;

    private final AttachmentDesk desk;
    private final Attachments attachments;
    private final Uploads uploads;
    private final Moments moments;

    FilesController(AttachmentDesk desk, Attachments attachments, Uploads uploads, Moments moments) {
        this.desk = desk;
        this.attachments = attachments;
        this.uploads = uploads;
        this.moments = moments;
    }

    @PostMapping
    String add(
            @PathVariable String number,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String about) {
        String words = Written.optional(about, "about", "说明", LONGEST_WORDS);
        List<CleanFile> clean = uploads.of(number, files);
        desk.add(number, clean, null, words.isEmpty() ? null : words, Notice.RESIDENT, moments.now());
        return ResidentPart.after(number, "uploaded");
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String id) {
        Attachment found = attachments
                .find(number, id)
                .filter(file -> file.by().equals(Notice.RESIDENT))
                .orElseThrow(() -> Refusal.notFound("file-not-found", "没有这个文件"));
        return Handout.of(found, attachments.content(found.id()));
    }
}
