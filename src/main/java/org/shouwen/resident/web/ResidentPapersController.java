package org.shouwen.resident.web;

import java.util.Optional;
import org.shouwen.paper.TicketPapers;
import org.shouwen.resident.LinkPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The papers of his matter that are for the resident, to save, to print, or to hold against a scanner. */
@LinkPage
@RequestMapping("/r/t/{number}/{paper}")
class ResidentPapersController {

    private final TicketPapers papers;

    ResidentPapersController(TicketPapers papers) {
        this.papers = papers;
    }

    @GetMapping("/paper")
    ResponseEntity<byte[]> paper(@PathVariable String number, @PathVariable String paper) {
        return papers.pdf(number, paper, "", Optional.empty());
    }

    /** For whoever stands at the door: it leads to the page that says whether the paper holds. */
    @GetMapping("/code")
    ResponseEntity<byte[]> code(@PathVariable String number, @PathVariable String paper) {
        return papers.code(number, paper, "", Optional.empty());
    }
}
