package org.shouwen.returnvisit;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.rights.Caller;
import org.shouwen.roster.Post;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What is still to be visited, and what came of the visits. */
@Component
public class VisitLists {

    /** More than anybody reads; the first due come first. */
    private static final int MOST = 200;

    private final Visits visits;
    private final Visitors visitors;
    private final Roster roster;
    private final Tickets tickets;

    VisitLists(Visits visits, Visitors visitors, Roster roster, Tickets tickets) {
        this.visits = visits;
        this.visitors = visitors;
        this.roster = roster;
        this.tickets = tickets;
    }

    /** A visit that somebody still has to make. */
    public record Waiting(Visit visit, Visitors.Asked asked) {}

    /**
     * @param reader who reads it; tickets that he does not see are left out
     * @return a site's open visits, first due first; site empty: of all sites; at most 200
     */
    public List<Waiting> waiting(Caller reader, String site) {
        List<Visit> open = visits.open(site, Integer.MAX_VALUE);
        Set<String> seen = tickets.visible(open.stream().map(Visit::ticket).toList(), reader);
        return open.stream()
                .filter(visit -> seen.contains(visit.ticket()))
                .limit(MOST)
                .map(visit -> new Waiting(visit, visitors.of(visit, reader.at())))
                .toList();
    }

    /** @return those of them that are the person's, or offered to a post of his */
    public List<Waiting> waitingFor(Caller reader, String site) {
        String staff = reader.code();
        Set<String> posts = roster.postsOf(staff).stream().map(Post::code).collect(Collectors.toSet());
        return waiting(reader, site).stream()
                .filter(waiting -> staff.equals(waiting.asked().person())
                        || waiting.asked().posts().stream().anyMatch(posts::contains)
                                && visitors.mayAsk(waiting.visit(), staff))
                .toList();
    }

    /** @return a month's figures of the reader's sites, by code; site empty: of all of them that had visits */
    public List<VisitFigures> figures(String site, YearMonth month, Caller reader) {
        return visits.figures(site, month).stream()
                .filter(figures -> reader.reads(figures.site()))
                .toList();
    }
}
