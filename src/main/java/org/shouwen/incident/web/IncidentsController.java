package org.shouwen.incident.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.shouwen.incident.Announcement;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.incident.IncidentFigures;
import org.shouwen.problem.Written;
import org.shouwen.rights.Allowed;
import org.shouwen.ticket.Ticket;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents over HTTP: which there are, who reported them, what a month brought. */
@Allowed
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "incidents")
class IncidentsController {

    private final IncidentBoard board;
    private final Edge edge;

    /** Where requests meet the clock. */
    @org.springframework.stereotype.Component
    record Edge(
            Acting acting,
            @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

        String who() {
            return acting.who();
        }

        Instant now() {
            return acting.when();
        }

        OffsetDateTime local(Instant at) {
            return at.atZone(zone).toOffsetDateTime();
        }
    }

    IncidentsController(IncidentBoard board, Edge edge) {
        this.board = board;
        this.edge = edge;
    }

    /** @param reports how many reported it, the first one included */
    record RowView(
            String number,
            String kind,
            String categoryLabel,
            String location,
            String status,
            String statusLabel,
            OffsetDateTime openedAt,
            int reports) {}

    record ListView(List<RowView> items) {}

    @GetMapping
    @Operation(
            summary =
                    "Incidents that are open or were opened in the month, open ones and the newest first, at most 100")
    ListView list(@RequestParam(required = false) String month) {
        return new ListView(board.list(month(month), edge.who()).stream()
                .map(row -> row(row.ticket(), row.reports()))
                .toList());
    }

    /**
     * @param followers the other reports, first come first
     * @param announcements what all were told, newest first
     */
    record IncidentView(RowView incident, List<FollowerView> followers, List<AnnouncementView> announcements) {}

    record FollowerView(
            String number, String location, OffsetDateTime openedAt, String status, String statusLabel, int urges) {}

    /** @param told how many reporters were told so far */
    record AnnouncementView(long id, String text, OffsetDateTime at, String by, int told) {

        static AnnouncementView of(Announcement announcement, Edge edge) {
            return new AnnouncementView(
                    announcement.id(),
                    announcement.text(),
                    edge.local(announcement.at()),
                    announcement.by(),
                    announcement.told());
        }
    }

    @GetMapping("/{number}")
    @Operation(summary = "An incident with everybody who reported it")
    IncidentView get(@PathVariable String number, Authentication caller) {
        IncidentBoard.Incident incident = board.get(number);
        return new IncidentView(
                row(incident.ticket(), incident.reports()),
                incident.followers().stream()
                        .map(follower -> new FollowerView(
                                follower.number(),
                                follower.facts().location(),
                                edge.local(follower.facts().openedAt()),
                                follower.status().name(),
                                follower.status().label(),
                                follower.urges()))
                        .toList(),
                incident.announcements().stream()
                        .map(announcement -> AnnouncementView.of(announcement, edge))
                        .toList());
    }

    /**
     * @param contacts how often a matter was reported
     * @param matters matters, each counted once however many reported it
     * @param incidents of these, those that others followed in the month
     */
    record FiguresView(String site, String kind, int contacts, int matters, int incidents) {}

    record MonthView(String month, List<FiguresView> items) {}

    @GetMapping("/figures")
    @Operation(summary = "A month's figures by site and kind: one repair, however many reported it")
    MonthView figures(@RequestParam(required = false) String month, @RequestParam(defaultValue = "") String site) {
        YearMonth asked = month(month);
        return new MonthView(
                asked.toString(),
                board.figures(site, asked).stream()
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
                edge.local(ticket.facts().openedAt()),
                reports);
    }

    private YearMonth month(String text) {
        return text == null || text.isBlank()
                ? YearMonth.from(edge.now().atZone(edge.zone()))
                : Written.month(text, "month", "月份");
    }
}
