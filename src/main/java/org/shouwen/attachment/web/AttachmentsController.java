package org.shouwen.attachment.web;

import java.time.Instant;
import java.util.List;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.shouwen.attachment.Handout;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Photos and documents of a ticket, for other programs; their bytes for people, too. */
@Allowed
@RestController
class AttachmentsController {

    private final Attachments attachments;

    AttachmentsController(Attachments attachments) {
        this.attachments = attachments;
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

    record Items(List<View> items) {

        static Items of(List<Attachment> attachments) {
            return new Items(attachments.stream().map(View::of).toList());
        }
    }

    @GetMapping("/api/tickets/{number}/attachments")
    Items all(@PathVariable String number) {
        return Items.of(attachments.of(number));
    }

    @GetMapping({"/api/tickets/{number}/attachments/{id}", "/desk/tickets/{number}/attachments/{id}"})
    ResponseEntity<byte[]> content(@PathVariable String number, @PathVariable String id) {
        Attachment found = attachments.find(number, id).orElseThrow(() -> Refusal.notFound("file-not-found", "没有这个文件"));
        return Handout.of(found, attachments.content(found.id()));
    }
}
