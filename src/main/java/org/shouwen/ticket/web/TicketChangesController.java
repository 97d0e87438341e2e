package org.shouwen.ticket.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.ticket.Conversion;
import org.shouwen.ticket.HandlerChange;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.ticket.TicketKind;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works on a ticket, and whether it begins again. */
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "tickets")
class TicketChangesController {

    private final TicketDesk desk;
    private final Tickets tickets;
    private final HandlerChange handlers;
    private final TicketsController views;
    private final TicketsController.Edge edge;

    TicketChangesController(
            TicketDesk desk,
            Tickets tickets,
            HandlerChange handlers,
            TicketsController views,
            TicketsController.Edge edge) {
        this.desk = desk;
        this.tickets = tickets;
        this.handlers = handlers;
        this.views = views;
        this.edge = edge;
    }

    /** @param post code of a technicians' post of the site */
    record TransferRequest(String post, String reason) {}

    @PostMapping("/transfer")
    @Operation(summary = "Another post does the work (转派); the first responder and the promise to finish stay")
    TicketView transfer(@PathVariable String number, @RequestBody TransferRequest request, Authentication caller) {
        mustChange(number, caller, "转派");
        desk.transfer(
                number,
                TicketRequest.text(request.post, "post", "接手的岗位", 60),
                reason(request.reason, "转派原因"),
                caller.getName(),
                edge.now());
        return views.get(number, caller);
    }

    /** @param handler code of a person on the ticket's post, or of a lead */
    record ReassignmentRequest(String handler, String reason) {}

    @PostMapping("/reassignment")
    @Operation(summary = "Somebody else does the work (改派), wherever the flow stands; for leads and above")
    TicketView reassign(@PathVariable String number, @RequestBody ReassignmentRequest request, Authentication caller) {
        desk.mustOffer(tickets.get(number), TicketKind.Action.REASSIGN);
        handlers.reassign(
                number,
                TicketRequest.text(request.handler, "handler", "接手的人", 40),
                reason(request.reason, "改派原因"),
                caller.getName(),
                edge.now());
        return views.get(number, caller);
    }

    record ReopeningRequest(String reason) {}

    @PostMapping("/reopening")
    @Operation(summary = "A closed matter begins again, one level up (重新开启)")
    TicketView reopen(@PathVariable String number, @RequestBody ReopeningRequest request, Authentication caller) {
        mustChange(number, caller, "重新开启");
        desk.reopen(number, reason(request.reason, "重新开启的原因"), caller.getName(), edge.now());
        return views.get(number, caller);
    }

    /**
     * @param kind code of the kind that it becomes
     * @param category code of a category of that kind
     * @param home code of the home, or missing: where it was before
     * @param place code of the common place, or missing: where it was before
     * @param details answers to that kind's questions
     * @param keep whether this ticket goes on beside the new one; missing: it ends
     */
    record ConversionRequest(
            String kind,
            String category,
            String home,
            String place,
            Map<String, Object> details,
            String reason,
            Boolean keep) {}

    @PostMapping("/conversion")
    @Operation(summary = "The matter is one of another kind (转为): opens a ticket of that kind, nothing is told again")
    ResponseEntity<TicketView> convert(
            @PathVariable String number, @RequestBody ConversionRequest request, Authentication caller) {
        mustChange(number, caller, "转为其他工单");
        Conversion conversion = new Conversion(
                TicketRequest.text(request.kind, "kind", "工单种类", 20),
                TicketRequest.text(request.category, "category", "类别", 40),
                TicketRequest.optional(request.home, "home", "房号", 40),
                TicketRequest.optional(request.place, "place", "公共部位", 40),
                TicketRequest.details(request.details),
                reason(request.reason, "转为其他工单的原因"),
                Boolean.TRUE.equals(request.keep));
        String fresh =
                desk.convert(number, conversion, caller.getName(), edge.now()).number();
        return ResponseEntity.created(URI.create("/api/tickets/" + fresh)).body(views.get(fresh, caller));
    }

    private static String reason(String text, String label) {
        return TicketRequest.text(text, "reason", label, 500);
    }

    private void mustChange(String number, Authentication caller, String verb) {
        TicketRights.mustChange(
                tickets.get(number),
                caller.getName(),
                caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()),
                verb);
    }
}
