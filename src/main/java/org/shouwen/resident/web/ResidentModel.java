package org.shouwen.resident.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of any matter is made of, whoever shows it: the first time, or again with a refusal above it. */
@Component
class ResidentModel {

    static final String VIEW = "resident/ticket";

    private final ResidentPages pages;
    private final RenovationParts renovations;

    ResidentModel(ResidentPages pages, RenovationParts renovations) {
        this.pages = pages;
        this.renovations = renovations;
    }

    void fill(String number, Model model) {
        model.addAttribute("page", pages.of(number));
        model.addAttribute("renovation", renovations.of(number));
    }

    /** @return back to the page, which says what was done */
    String after(String number, Done done) {
        return "redirect:/r/t/" + number + "?done=" + done.code();
    }
}
