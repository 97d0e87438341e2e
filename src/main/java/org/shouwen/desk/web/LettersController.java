package org.shouwen.desk.web;

import org.shouwen.complaint.LetterEnclosure;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Enclosures;
import org.shouwen.ticket.Tickets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters as they went out, to be read, printed and handed over. */
@Allowed
@StaffPage
class LettersController {

    private final LetterEnclosure letters;
    private final Tickets tickets;

    LettersController(LetterEnclosure letters, Tickets tickets) {
        this.letters = letters;
        this.tickets = tickets;
    }

    @GetMapping("/desk/tickets/{number}/letters/{letter}")
    ResponseEntity<byte[]> letter(@PathVariable String number, @PathVariable String letter, Caller caller) {
        Enclosures.Enclosure paper = letters.paper(letter)
                .filter(found -> letter.startsWith(number + "-"))
                .orElseThrow(() -> Refusal.notFound("letter-not-found", "工单 " + number + " 没有编号 " + letter + " 的答复函"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(paper.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.name() + ".pdf")
                                .build()
                                .toString())
                .body(paper.content());
    }
}
