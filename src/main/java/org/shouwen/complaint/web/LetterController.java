package org.shouwen.complaint.web;

import org.shouwen.complaint.LetterEnclosure;
import org.shouwen.paper.PdfAnswer;
import org.shouwen.problem.Refusal;
import org.shouwen.resident.LinkPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The written answer, for whoever complained, as it went out. */
@LinkPage
class LetterController {

    private final LetterEnclosure letters;

    LetterController(LetterEnclosure letters) {
        this.letters = letters;
    }

    @GetMapping("/r/t/{number}/letters/{letter}")
    ResponseEntity<byte[]> letter(@PathVariable String number, @PathVariable String letter) {
        return letters.paper(number, letter)
                .map(paper -> PdfAnswer.of(paper.name(), paper.content()))
                .orElseThrow(() -> Refusal.notFound("letter-not-found", "没有编号 " + letter + " 的答复函"));
    }
}
