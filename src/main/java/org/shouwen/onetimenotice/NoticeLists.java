package org.shouwen.onetimenotice;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.shouwen.rights.Caller;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** How the one-time rule was kept in a month, as far as the reader may know. */
@Component
public class NoticeLists {

    private final OneTimeNotices notices;
    private final Tickets tickets;

    NoticeLists(OneTimeNotices notices, Tickets tickets) {
        this.notices = notices;
        this.tickets = tickets;
    }

    /** @return the month's breaches, newest first, without the tickets that the reader does not see; site empty: of all sites */
    public List<Breach> breaches(String site, YearMonth month, Caller reader) {
        List<Breach> breaches = notices.breaches(site, month);
        Set<String> seen = tickets.visible(breaches.stream().map(Breach::ticket).toList(), reader);
        return breaches.stream()
                .filter(breach -> seen.contains(breach.ticket()))
                .toList();
    }

    /** @return a month's figures of the reader's sites, site by site; site empty: of all of them */
    public List<NoticeFigures> figures(String site, YearMonth month, Caller reader) {
        return notices.figures(site, month).stream()
                .filter(figures -> reader.reads(figures.site()))
                .toList();
    }
}
