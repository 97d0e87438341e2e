package org.shouwen.timelimit;

import java.time.Instant;
import org.shouwen.notification.Notices;
import org.shouwen.rights.Administrators;
import org.shouwen.roster.Roster;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketRights;
import org.springframework.stereotype.Component;

/** 公司值班领导: whoever of the company is above every site's manager, for the last level of grave matters (D3). */
@Component
public class Directors {

    private final Roster roster;
    private final Administrators administrators;
    private final Notices notices;

    Directors(Roster roster, Administrators administrators, Notices notices) {
        this.roster = roster;
        this.administrators = administrators;
        this.notices = notices;
    }

    /** @return whether nobody is on such a post, so that grave matters end with a site's manager */
    public boolean isLacking() {
        return roster.directors().stream()
                .allMatch(post -> roster.holdersOf(post.code()).isEmpty());
    }

    /** A matter should have gone to a director: those are told who can enter one. */
    void tellLacking(Ticket ticket, Escalation escalation, Instant at) {
        var message = new Notices.Message("director-missing.to-person", "director-missing " + escalation.id(), at);
        administrators.administrators().stream()
                .filter(code -> TicketRights.mayRead(ticket, code))
                .forEach(code -> notices.tellPerson(ticket, code, message));
    }
}
