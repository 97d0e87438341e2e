package org.shouwen.returnvisit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket's return visits over HTTP; making one is the step {@code visit} of its flow. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}/visits")
@Tag(name = "visits")
class VisitsController {

    private final Visits visits;

    VisitsController(Visits visits) {
        this.visits = visits;
    }

    @GetMapping
    @Operation(summary = "The ticket's return visits with every attempt, first round first")
    VisitView.All visits(@PathVariable String number) {
        return VisitView.all(visits.ofTicket(number));
    }
}
