package org.shouwen.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.shouwen.incident.AnnouncementDesk;
import org.shouwen.incident.Announcements;
import org.shouwen.incident.IncidentDesk;
import org.shouwen.incident.web.IncidentsController.AnnouncementView;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.shouwen.ticket.Tickets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A ticket joins an incident or leaves it; all who reported one are told. */
@Allowed
@RestController
@RequestMapping("/api/tickets/{number}")
@Tag(name = "incidents")
class TicketIncidentController {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_REASON = 500;

    private final IncidentDesk incidents;
    private final AnnouncementDesk desk;
    private final Announcements announcements;
    private final Tickets tickets;
    private final IncidentsController.Edge edge;

    TicketIncidentController(
            IncidentDesk incidents,
            AnnouncementDesk desk,
            Announcements announcements,
            Tickets tickets,
            IncidentsController.Edge edge) {
        this.incidents = incidents;
        this.desk = desk;
        this.announcements = announcements;
        this.tickets = tickets;
        this.edge = edge;
    }

    /** @param incident number of the ticket that settles the matter, or of one that follows it */
    record JoinRequest(String incident) {}

    /** @param status FOLLOWING after joining, RECEIVED after leaving */
    record StandView(String number, String status, String statusLabel) {}

    @PostMapping("/incident")
    @Operation(
            summary = "An open ticket is the same matter as another one: its own flow ends, it follows that one (并入事件)")
    StandView join(@PathVariable String number, @RequestBody JoinRequest request, Caller caller) {
        mustChange(number, caller, "并入事件");
        incidents.join(number, Written.text(request.incident, "incident", "事件工单号", 20), caller.code(), edge.now());
        return stand(number);
    }

    /** @param reason why it is not the same matter */
    record DepartureRequest(String reason) {}

    @PostMapping("/incident/departure")
    @Operation(summary = "A ticket that follows an incident is another matter after all: it is worked on by itself")
    StandView leave(@PathVariable String number, @RequestBody DepartureRequest request, Caller caller) {
        mustChange(number, caller, "单独办理");
        incidents.leave(
                number, Written.text(request.reason, "reason", "原因", LONGEST_REASON), caller.code(), edge.now());
        return stand(number);
    }

    record AnnouncementRequest(String text) {}

    record AnnouncementsView(List<AnnouncementView> items) {}

    @PostMapping("/announcements")
    @Operation(summary = "One text to all who reported the incident; they are told one after the other")
    AnnouncementsView announce(@PathVariable String number, @RequestBody AnnouncementRequest request, Caller caller) {
        mustChange(number, caller, "通报");
        desk.announce(number, Written.text(request.text, "text", "通报内容", LONGEST_TEXT), caller.code(), edge.now());
        return announcements(number, caller);
    }

    @GetMapping("/announcements")
    @Operation(summary = "What all who reported the incident were told, newest first, with how many were told so far")
    AnnouncementsView announcements(@PathVariable String number, Caller caller) {
        tickets.get(number);
        return new AnnouncementsView(announcements.of(number).stream()
                .map(announcement -> AnnouncementView.of(announcement, edge))
                .toList());
    }

    private StandView stand(String number) {
        Ticket ticket = tickets.get(number);
        return new StandView(number, ticket.status().name(), ticket.status().label());
    }

    private void mustChange(String number, Caller caller, String verb) {
        TicketRights.mustChange(tickets.get(number), caller, verb);
    }
}
