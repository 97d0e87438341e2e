package org.shouwen.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.incident.Announcement;
import org.shouwen.incident.Announcements;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.incident.IncidentFigures;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Ticket;
import org.shouwen.wording.Moments;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over HTTP: which there are, who reported them, what a month brought. */
@Allowed
@RestController
@Tag(name = "incidents")
class IncidentsController {

    private final IncidentBoard board;
    private final Announcements announcements;
    private final Moments moments;

    IncidentsController(IncidentBoard board, Announcements announcements, Moments moments) {
        this.board = board;
        this.announcements = announcements;
        this.moments = moments;
    }

    /** @param reports how many reported it, the first one included */
    record RowView(
            String number,
            String kind,
            String categoryLabel,
            String location,
            String status,
            String statusLabel,
            Instant openedAt,
            int reports) {}

    record ListView(List<RowView> items) {}

    @GetMapping("/api/incidents")
    @Operation(
            summary =
                    "Incidents that are open or were opened in the month, open ones and the newest first, at most 100")
    ListView list(@RequestParam(required = false) String month, Caller caller) {
        return new ListView(board.list(Written.month(month, moments.month(caller.at())), caller).stream()
                .map(row -> row(row.ticket(), row.reports()))
                .toList());
    }

    /**
     * @param followers the other reports, first come first
     * @param announcements what all were told, newest first
     */
    record IncidentView(RowView incident, List<FollowerView> followers, List<AnnouncementView> announcements) {}

    record FollowerView(
            String number, String location, Instant openedAt, String status, String statusLabel, int urges) {}

    /** @param told how many reporters were told so far */
    record AnnouncementView(long id, String text, Instant at, String by, int told) {

        static AnnouncementView of(Announcement announcement) {
            return new AnnouncementView(
                    announcement.id(), announcement.text(), announcement.at(), announcement.by(), announcement.told());
        }
    }

    record AnnouncementsView(List<AnnouncementView> items) {}

    static AnnouncementsView said(List<Announcement> announcements) {
        return new AnnouncementsView(
                announcements.stream().map(AnnouncementView::of).toList());
    }

    @GetMapping("/api/tickets/{number}/announcements")
    @Operation(summary = "What all who reported the incident were told, newest first, with how many were told so far")
    AnnouncementsView announcements(@PathVariable String number) {
        return said(announcements.of(number));
    }

    @GetMapping("/api/incidents/{number}")
    @Operation(summary = "An incident with everybody who reported it")
    IncidentView get(@PathVariable String number) {
        IncidentBoard.Incident incident = board.get(number);
        return new IncidentView(
                row(incident.ticket(), incident.reports()),
                incident.followers().stream()
                        .map(follower -> new FollowerView(
                                follower.number(),
                                follower.facts().location(),
                                follower.facts().openedAt(),
                                follower.status().name(),
                                follower.status().label(),
                                follower.urges()))
                        .toList(),
                incident.announcements().stream().map(AnnouncementView::of).toList());
    }

    /**
     * @param contacts how often a matter was reported
     * @param matters matters, each counted once however many reported it
     * @param incidents of these, those that others followed in the month
     */
    record FiguresView(String site, String kind, int contacts, int matters, int incidents) {}

    record MonthView(String month, List<FiguresView> items) {}

    @GetMapping("/api/incidents/figures")
    @Operation(
            summary = "A month's figures by site and kind, of the caller's sites: one repair, however many reported it")
    MonthView figures(
            @RequestParam(required = false) String month, @RequestParam(defaultValue = "") String site, Caller caller) {
        YearMonth asked = Written.month(month, moments.month(caller.at()));
        return new MonthView(
                asked.toString(),
                board.figures(site, asked, caller).stream()
                        .map(IncidentsController::view)
                        .toList());
    }

    private static FiguresView view(IncidentFigures figures) {
        return new FiguresView(
                figures.site(), figures.kind(), figures.contacts(), figures.matters(), figures.incidents());
    }

    private RowView row(Ticket ticket, int reports) {
        return new RowView(
                ticket.number(),
                ticket.kind(),
                ticket.facts().categoryLabel(),
                ticket.facts().location(),
                ticket.status().name(),
                ticket.status().label(),
                ticket.facts().openedAt(),
                reports);
    }
}
