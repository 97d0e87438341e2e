package org.shouwen.renovation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Tickets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A renovation over HTTP; the steps of its approval are steps of its flow. */
@Allowed
@RestController
@Tag(name = "renovations")
class RenovationController {

    private final RenovationViews views;
    private final Tickets tickets;

    RenovationController(RenovationViews views, Tickets tickets) {
        this.views = views;
        this.tickets = tickets;
    }

    @GetMapping("/api/tickets/{number}/renovation")
    @Operation(summary = "The application, its acts with their articles, opinions, agreement and certificate")
    RenovationViews.RenovationView renovation(@PathVariable String number, Caller reader) {
        return views.of(tickets.get(number), reader);
    }
}
