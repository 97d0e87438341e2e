package org.shouwen.desk.web;

import java.util.List;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.AttachmentDesk;
import org.shouwen.attachment.Attachments;
import org.shouwen.attachment.CleanFile;
import org.shouwen.attachment.Handout;
import org.shouwen.attachment.Upload;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Written;
import org.shouwen.resident.LinkDesk;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Photos and documents of a ticket, and links to the resident's page of it, as staff add and end them. */
@Allowed
@StaffPage
@RequestMapping("/desk/tickets/{number}")
class TicketExtrasController {

    private static final String BACK = "redirect:/desk/tickets/{number}";
    private static final int LONGEST_WORDS = 200;

    private final AttachmentDesk desk;
    private final Attachments attachments;
    private final LinkDesk links;
    private final Tickets tickets;
    private final Moments moments;

    TicketExtrasController(
            AttachmentDesk desk, Attachments attachments, LinkDesk links, Tickets tickets, Moments moments) {
        this.desk = desk;
        this.attachments = attachments;
        this.links = links;
        this.tickets = tickets;
        this.moments = moments;
    }

    @PostMapping("/attachments")
    String add(
            @PathVariable String number,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) String about,
            Caller caller,
            RedirectAttributes flash) {
        tickets.get(number);
        String words = Written.optional(about, "about", "说明", LONGEST_WORDS);
        List<MultipartFile> chosen = files == null ? List.of() : files;
        List<CleanFile> clean = desk.examine(chosen.stream()
                .filter(file -> !(file.isEmpty()
                        && String.valueOf(file.getOriginalFilename()).isBlank()))
                .map(file -> new Upload(file.getOriginalFilename(), file::getInputStream))
                .toList());
        desk.add(number, clean, null, words.isEmpty() ? null : words, caller.code(), moments.now());
        flash.addFlashAttribute("done", "已上传。");
        return BACK;
    }

    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> file(@PathVariable String number, @PathVariable String id) {
        tickets.get(number);
        Attachment found = attachments.find(number, id).orElseThrow(() -> Refusal.notFound("file-not-found", "没有这个文件"));
        return Handout.of(found, attachments.content(found.id()));
    }

    /** The link is shown once, to whoever asked for it; after that nobody knows it but the resident. */
    @PostMapping("/resident-links")
    String issue(@PathVariable String number, Caller caller, RedirectAttributes flash) {
        mustChange(number, caller, "生成业主链接");
        flash.addFlashAttribute("residentLink", links.issue(number, caller.code(), moments.now()));
        return BACK;
    }

    @PostMapping("/resident-links/revocation")
    String revoke(@PathVariable String number, Caller caller, RedirectAttributes flash) {
        mustChange(number, caller, "作废业主链接");
        links.revoke(number, caller.code(), moments.now());
        flash.addFlashAttribute("done", "以前给出的业主链接都已作废。");
        return BACK;
    }

    private void mustChange(String number, Caller caller, String verb) {
        Caller reader = caller;
        TicketRights.mustChange(tickets.get(number), reader, verb);
    }
}
