package org.shouwen.incident;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Kinds;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.Tickets;
import org.shouwen.ticket.TimelineEntry;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Component;

/** Which incidents there are, who reported them, what all were told, and what a month brought. */
@Component
public class IncidentBoard {

    /** More than anybody reads; open ones and the newest come first. */
    private static final int MOST = 100;

    /** Lines of the incident's timeline that say what came of it. */
    private static final Set<TicketEvent> RESULTS =
            Set.of(TicketEvent.REPORTED, TicketEvent.ANSWERED, TicketEvent.CONCLUDED);

    private final Tickets tickets;
    private final Followers followers;
    private final Announcements announcements;
    private final Said said;

    /** How residents are told of promises. */
    @Component
    record Said(Kinds kinds, Moments moments) {

        List<String> promises(Ticket incident) {
            return incident.deadlines().stream()
                    .filter(deadline -> deadline.runs() && deadline.due() != null)
                    .map(deadline -> kinds.get(incident.kind()).promise(deadline.clock())
                            + "："
                            + moments.limit(deadline.due())
                            + " 前")
                    .toList();
        }
    }

    IncidentBoard(Tickets tickets, Followers followers, Announcements announcements, Said said) {
        this.tickets = tickets;
        this.followers = followers;
        this.announcements = announcements;
        this.said = said;
    }

    /** @param reports how many reported it, the first one included */
    public record Row(Ticket ticket, int reports) {}

    /**
     * An incident with all who reported it.
     *
     * @param ticket whose flow and promises are everybody's
     * @param followers first come first
     * @param announcements newest first
     */
    public record Incident(Ticket ticket, List<Ticket> followers, List<Announcement> announcements) {

        /** @return how many reported it */
        public int reports() {
            return 1 + followers.size();
        }
    }

    /**
     * @param reader who reads it; what he does not see is left out
     * @return incidents that are open or were opened in the month; at most 100
     */
    public List<Row> list(YearMonth month, Caller reader) {
        List<String> all = followers.incidents(month);
        Set<String> seen = tickets.visible(all, reader);
        List<String> numbers = all.stream().filter(seen::contains).limit(MOST).toList();
        Map<String, Integer> following = followers.count(numbers);
        return numbers.stream()
                .map(number -> new Row(tickets.get(number), 1 + following.get(number)))
                .toList();
    }

    /** @throws Refusal where nobody follows the ticket */
    public Incident get(String number) {
        Ticket ticket = tickets.get(number);
        List<Ticket> following = followers.of(number).stream()
                .map(follower -> tickets.get(follower.ticket()))
                .toList();
        if (following.isEmpty()) {
            throw Refusal.notFound("incident-not-found", "没有别的工单随工单 " + number + " 办理，它不是事件");
        }
        return new Incident(ticket, following, announcements.of(number));
    }

    /** @return what the ticket follows, or null */
    public String incidentOf(Ticket ticket) {
        return followers.find(ticket.number()).map(Follower::incident).orElse(null);
    }

    /** @return what everybody who reported it is promised now, as residents read it */
    public List<String> promises(Ticket incident) {
        return said.promises(incident);
    }

    /** @return what came of it, as the last line of its timeline has it that says so; null where nothing was said */
    public String result(String incident) {
        return tickets.timeline(incident).stream()
                .filter(line -> RESULTS.stream().anyMatch(line::is))
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::text)
                .orElse(null);
    }

    /** @return what all who reported it were told, newest first */
    public List<Announcement> announced(String incident) {
        return announcements.of(incident);
    }

    /** @return how many reported the ticket's matter under this or another number */
    public int reports(Ticket ticket) {
        return 1 + followers.count(List.of(ticket.number())).getOrDefault(ticket.number(), 0);
    }

    /** @return a month's figures of the reader's sites, by site and kind; site empty: of all of them that had something */
    public List<IncidentFigures> figures(String site, YearMonth month, Caller reader) {
        return followers.figures(site, month).stream()
                .filter(figures -> reader.reads(figures.site()))
                .toList();
    }
}
