package org.shouwen.incident.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.shouwen.deed.DeedDesk;
import org.shouwen.incident.Announcement;
import org.shouwen.incident.IncidentBoard;
import org.shouwen.page.Names;
import org.shouwen.page.TicketRow;
import org.shouwen.returnvisit.Visit;
import org.shouwen.returnvisit.Visits;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.PhonePrivacy;
import org.shouwen.ticket.Status;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketDesk;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Puts together who reported an incident, what all were told and what they answered. */
@Component
class IncidentPages {

    private final IncidentBoard board;
    private final Visits visits;
    private final TicketDesk desk;
    private final Roster roster;
    private final DeedDesk deeds;
    private final Moments moments;

    IncidentPages(IncidentBoard board, Visits visits, TicketDesk desk, Roster roster, DeedDesk deeds, Moments moments) {
        this.board = board;
        this.visits = visits;
        this.desk = desk;
        this.roster = roster;
        this.deeds = deeds;
        this.moments = moments;
    }

    IncidentPage of(String number, Caller reader) {
        IncidentBoard.Incident incident = board.get(number);
        Ticket ticket = incident.ticket();
        Names names = new Names(roster);
        List<Ticket> all =
                Stream.concat(Stream.of(ticket), incident.followers().stream()).toList();
        Map<String, Visit.Outcome> outcomes =
                visits.outcomes(all.stream().map(Ticket::number).toList());
        return new IncidentPage(
                TicketRow.of(ticket, names, moments),
                desk.kind(ticket.kind()).label(),
                ticket.facts().intake().description(),
                incident.reports(),
                all.stream()
                        .map(reported -> reporter(reported, outcomes.get(reported.number()), reader))
                        .toList(),
                answers(all, outcomes),
                incident.announcements().stream()
                        .map(announcement -> said(announcement, names))
                        .toList(),
                deeds.form(IncidentDeeds.ANNOUNCE, ticket, reader, "").orElse(null),
                !ticket.status().isFinal());
    }

    private IncidentPage.Reporter reporter(Ticket ticket, Visit.Outcome outcome, Caller reader) {
        return new IncidentPage.Reporter(
                ticket.number(),
                ticket.facts().location(),
                ticket.facts().intake().reporter().name(),
                PhonePrivacy.phone(ticket, reader),
                moments.text(ticket.facts().openedAt()),
                ticket.status().name().toLowerCase(Locale.ROOT),
                ticket.status().label(),
                outcome == null ? "" : outcome.label(),
                ticket.urges());
    }

    private static List<IncidentPage.Count> answers(List<Ticket> all, Map<String, Visit.Outcome> outcomes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Visit.Outcome outcome : Visit.Outcome.values()) {
            counts.put(outcome.label(), (int)
                    outcomes.values().stream().filter(outcome::equals).count());
        }
        counts.put("等待答复", (int) all.stream()
                .filter(ticket -> ticket.status() == Status.VISIT_DUE)
                .count());
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> new IncidentPage.Count(count.getKey(), count.getValue()))
                .toList();
    }

    private IncidentPage.Said said(Announcement announcement, Names names) {
        return new IncidentPage.Said(
                moments.text(announcement.at()), names.of(announcement.by()), announcement.text(), announcement.told());
    }
}
