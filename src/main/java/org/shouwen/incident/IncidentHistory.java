package org.shouwen.incident;

import java.time.Instant;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.TicketEvent;
import org.shouwen.ticket.TicketLinks;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;

/** What the tickets' own histories say of an incident: on the incident's ticket, who came and went; on the others', links. */
@Component
record IncidentHistory(Tickets tickets, TicketLinks links, Followers followers) {

    /** One more reporter of the same matter. */
    void reported(Ticket follower, Ticket incident, String by, Instant at) {
        link(follower.number(), incident.number(), by, at);
        tickets.note(
                incident.number(),
                IncidentEvent.REPORTED_AGAIN,
                "又有人报告：%s（%s），共 %d 次报告"
                        .formatted(
                                follower.facts().location(),
                                follower.number(),
                                1 + followers.of(incident.number()).size()),
                by,
                at);
    }

    /** A follower follows another incident, because the one it followed does, or has ended. */
    void moved(String follower, String incident, String by, Instant at) {
        link(follower, incident, by, at);
        tickets.note(follower, TicketEvent.FOLLOWING, "改随事件 " + incident + " 办理", by, at, "incident", incident);
    }

    void left(Ticket follower, String incident, String why, String by, Instant at) {
        tickets.note(
                incident,
                IncidentEvent.FOLLOWER_LEFT,
                "%s（%s）不再随事件办理：%s".formatted(follower.number(), follower.facts().location(), why),
                by,
                at);
    }

    /** The incident's reporter gave it up; the matter goes on under another number. */
    void continued(String incident, String heir, int others, String by, Instant at) {
        tickets.note(incident, IncidentEvent.CONTINUED, "这件事还有 %d 次报告，由工单 %s 接着办理".formatted(1 + others, heir), by, at);
    }

    void announced(String incident, String text, String by, Instant at) {
        tickets.note(incident, IncidentEvent.ANNOUNCED, "通报全部报告人：" + text, by, at);
    }

    /** A follower's reporter says that it is not solved where he lives. */
    void notSolved(Ticket follower, String incident, String by, Instant at) {
        left(follower, incident, "没有解决，单独办理", by, at);
    }

    void told(String follower, String text, String by, Instant at) {
        tickets.note(follower, IncidentEvent.TOLD, "事件通报：" + text, by, at);
    }

    private void link(String follower, String incident, String by, Instant at) {
        links.add(new TicketLinks.Link(follower, incident, TicketLinks.Relation.FOLLOWS, at, by));
    }
}
