package org.shouwen.ticket.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Question;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What kinds of matter can come in, and what each asks. */
@Allowed
@RestController
@Tag(name = "categories")
class KindsController {

    private final TicketDesk desk;

    KindsController(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * @param needsLocation whether a home or a place has to be told; else the site is enough
     * @param actions what can be done to such a ticket beside the steps of its flow
     * @param questions what goes into {@code details}
     */
    record KindView(
            String code,
            String label,
            boolean needsLocation,
            Set<TicketKind.Action> actions,
            List<Question> questions) {}

    record KindsView(List<KindView> items) {}

    @GetMapping("/api/kinds")
    @Operation(summary = "The kinds of ticket, in the order people see them, with what each asks at intake")
    KindsView all() {
        return new KindsView(desk.kinds().stream()
                .map(kind ->
                        new KindView(kind.code(), kind.label(), kind.needsLocation(), kind.actions(), kind.questions()))
                .toList());
    }
}
