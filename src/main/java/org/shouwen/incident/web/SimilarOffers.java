package org.shouwen.incident.web;

import org.shouwen.page.StaffPage;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 可能是同一件事: what is offered while a call is registered. The page asks as soon as it knows where and what. */
@Allowed
@StaffPage
class SimilarOffers {

    private final SimilarController door;

    SimilarOffers(SimilarController door) {
        this.door = door;
    }

    /** @param words what was reported, as the reader may see it */
    record Offer(Ticket ticket, String words, int reports, boolean joinable) {}

    @GetMapping("/desk/register/similar")
    String offers(
            @RequestParam(defaultValue = "REPAIR") String kind,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String home,
            @RequestParam(required = false) String place,
            Caller caller,
            Model model) {
        model.addAttribute(
                "similar",
                door.found(kind, category, home, place, caller).stream()
                        .map(found ->
                                new Offer(found.ticket(), door.words(found, caller), found.reports(), found.joinable()))
                        .toList());
        return "incident/offers :: offers(similar=${similar})";
    }
}
