package org.shouwen.attachment.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.Attachments;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Handout;
import org.shouwen.attachment.Upload;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.Acting;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos and documents of a ticket, for other programs. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/attachments")
class AttachmentsController {

    private static final int LONGEST_WORDS = 200;

    private final AttachmentDesk desk;
    private final Attachments attachments;
    private final Tickets tickets;
    private final Acting acting;

    AttachmentsController(AttachmentDesk desk, Attachments attachments, Tickets tickets, Acting acting) {
        this.desk = desk;
        this.attachments = attachments;
        this.tickets = tickets;
        this.acting = acting;
    }

    /** One of them; its bytes are under its id. */
    record View(String id, String name, String mediaType, int bytes, String item, String about, String by, Instant at) {

        static View of(Attachment attachment) {
            return new View(
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.bytes(),
                    attachment.item(),
                    attachment.about(),
                    attachment.by(),
                    attachment.at());
        }
    }

    record Items(List<View> items) {}

    @GetMapping
    Items all(@PathVariable String number) {
        tickets.get(number);
        return new Items(attachments.of(number).stream().map(View::of).toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Items add(
            @PathVariable String number,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String about) {
        tickets.get(number);
        String words = Written.optional(about, "about", "说明", LONGEST_WORDS);
        List<CleanFile> clean = desk.examine((files == null ? List.<MultipartFile>of() : files)
                .stream()
                        .map(file -> new Upload(file.getOriginalFilename(), file::getInputStream))
                        .toList());
        return new Items(
                desk.add(number, clean, null, words.isEmpty() ? null : words, acting.who(), acting.when()).stream()
                        .map(View::of)
                        .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> content(@PathVariable String number, @PathVariable String id) {
        tickets.get(number);
        Attachment found = attachments.find(number, id).orElseThrow(() -> Refusal.notFound("file-not-found", "没有这个文件"));
        return Handout.of(found, attachments.content(found.id()));
    }
}
