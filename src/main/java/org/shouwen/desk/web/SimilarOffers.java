package org.shouwen.desk.web;

import java.util.List;
import java.util.Locale;
import org.shouwen.incident.SimilarTickets;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Intake;
import org.shouwen.wording.Moments;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 可能是同一件事: what is offered while a call is registered. The page asks as soon as it knows where and what. */
@Allowed
@StaffPage
class SimilarOffers {

    private final SimilarTickets similar;
    private final Moments moments;

    SimilarOffers(SimilarTickets similar, Moments moments) {
        this.similar = similar;
        this.moments = moments;
    }

    /** @param reports how many reported it so far */
    record Offer(
            String number,
            String stage,
            String status,
            int reports,
            String location,
            String category,
            String opened,
            String description,
            boolean joinable) {}

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
                of(
                        kind,
                        code(category, "category", "类别"),
                        code(home, "home", "房号"),
                        code(place, "place", "公共部位"),
                        caller));
        return "desk/incident-parts :: offers(similar=${similar})";
    }

    /** @return tickets that this matter could join */
    List<Offer> of(Intake told, Caller reader) {
        return of(told.kind(), told.category(), told.home(), told.place(), reader).stream()
                .filter(Offer::joinable)
                .toList();
    }

    private List<Offer> of(String kind, String category, String home, String place, Caller reader) {
        return similar.find(kind, category, home, place, reader.code(), moments.now()).stream()
                .map(this::offer)
                .toList();
    }

    private Offer offer(SimilarTickets.Similar found) {
        return new Offer(
                found.ticket().number(),
                found.ticket().status().name().toLowerCase(Locale.ROOT),
                found.ticket().status().label(),
                found.reports(),
                found.ticket().facts().location(),
                found.ticket().facts().categoryLabel(),
                moments.text(found.ticket().facts().openedAt()),
                found.ticket().facts().intake().description(),
                found.joinable());
    }

    private static String code(String text, String field, String label) {
        String code = Written.optional(text, field, label, 40);
        return code.isEmpty() ? null : code;
    }
}
