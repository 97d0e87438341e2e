package org.shouwen.resident.web;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of any matter is made of, whoever shows it: the first time, or again with a refusal above it. */
@Component
class ResidentModel {

    static final String VIEW = "resident/ticket";

    private final ResidentPages pages;

    ResidentModel(ResidentPages pages) {
        this.pages = pages;
    }

    void fill(String number, Model model) {
        model.addAttribute("page", pages.of(number));
    }

    /** @return back to the page, which says what was done */
    String after(String number, Done done) {
        return "redirect:/r/t/" + number + "?done=" + done.code();
    }
}
