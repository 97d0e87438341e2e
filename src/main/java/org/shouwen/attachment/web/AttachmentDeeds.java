package org.shouwen.attachment.web;

import java.util.List;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Upload;
import org.shouwen.deed.Deed;
import org.shouwen.deed.Deeds;
import org.shouwen.deed.Given;
import org.shouwen.deed.Input;
import org.shouwen.deed.Outcome;
import org.shouwen.deed.Who;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Photos and documents are added to a ticket by whoever works at its site. */
@Component
@Order(10)
record AttachmentDeeds(AttachmentDesk desk) implements Deeds {

    static final String ADD = "attachments";

    @Override
    public List<Deed> deeds() {
        return List.of(
                Deed.of(ADD, "上传", "Photos and documents of the ticket, made harmless before they are kept", Who.STAFF)
                        .titled("上传照片或文件")
                        .asking(
                                Input.files("files", "照片或 PDF（一次最多 9 个，每个不超过 10 MB）"),
                                Input.text("about", "说明", 200).optional())
                        .apart()
                        .creating()
                        .saying("已上传。")
                        .does(this::add));
    }

    private Outcome add(Ticket ticket, Given given, Caller caller) {
        String words = given.textOrNull("about");
        List<CleanFile> clean = desk.examine(given.files("files").stream()
                .map(file -> new Upload(file.getOriginalFilename(), file::getInputStream))
                .toList());
        return Outcome.of(AttachmentsController.Items.of(
                desk.add(ticket.number(), clean, null, words, caller.code(), caller.at())));
    }
}
