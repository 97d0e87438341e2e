package org.shouwen.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.shouwen.incident.SimilarTickets;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Privacy;
import org.shouwen.ticket.Ticket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What may be the same matter, asked before a ticket is opened. */
@Allowed
@RestController
@Tag(name = "incidents")
class SimilarController {

    private final SimilarTickets similar;
    private final Privacy privacy;

    SimilarController(SimilarTickets similar, Privacy privacy) {
        this.similar = similar;
        this.privacy = privacy;
    }

    /**
     * @param reports how many reported it so far
     * @param joinable whether another report can be opened with this number as its {@code incident}
     */
    record SimilarView(
            String number,
            String category,
            String categoryLabel,
            String location,
            String description,
            String status,
            String statusLabel,
            Instant openedAt,
            int reports,
            boolean joinable) {}

    record SimilarListView(List<SimilarView> items) {}

    @GetMapping("/api/tickets/similar")
    @Operation(
            summary =
                    "Open tickets that may be about the same matter, newest first, at most 10: those of the home, and those"
                            + " of the category in the same building or place, opened within the category's window")
    SimilarListView similar(
            @RequestParam(defaultValue = "REPAIR") String kind,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) String home,
            @RequestParam(required = false) String place,
            Caller caller) {
        return new SimilarListView(found(kind, category, home, place, caller).stream()
                .map(found -> view(found, caller))
                .toList());
    }

    /** @return what fits what is known of a matter so far; empty fields are not known */
    List<SimilarTickets.Similar> found(String kind, String category, String home, String place, Caller caller) {
        return similar.find(
                kind,
                Written.orNull(category, "category", "类别", 40),
                Written.orNull(home, "home", "房号", 40),
                Written.orNull(place, "place", "公共部位", 40),
                caller);
    }

    /** @return what was reported, as the reader may see it */
    String words(SimilarTickets.Similar found, Caller reader) {
        Ticket ticket = found.ticket();
        return privacy.inList(ticket, reader).within(ticket.facts().intake().description());
    }

    private SimilarView view(SimilarTickets.Similar found, Caller reader) {
        Ticket ticket = found.ticket();
        return new SimilarView(
                ticket.number(),
                ticket.facts().intake().category(),
                ticket.facts().categoryLabel(),
                ticket.facts().location(),
                words(found, reader),
                ticket.status().name(),
                ticket.status().label(),
                ticket.facts().openedAt(),
                found.reports(),
                found.joinable());
    }
}
