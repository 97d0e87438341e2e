package org.shouwen.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.notification.Notices;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Ticket;
import org.shouwen.ticket.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 通报: one text to all who reported an incident, told some at a time while whoever wrote it goes on with his work. */
@Component
public class AnnouncementDesk {

    /** Routing fact of the flow that tells; the wording finds the text by it. */
    static final String ANNOUNCEMENT = "announcement";

    private static final int BATCH = 10;

    /** The same words sooner than this are the same button pressed twice. */
    private static final Duration BETWEEN_SAME = Duration.ofHours(1);

    private final Tickets tickets;
    private final Followers followers;
    private final Announcements announcements;
    private final IncidentHistory history;
    private final IncidentDesk.Telling telling;

    AnnouncementDesk(
            Tickets tickets,
            Followers followers,
            Announcements announcements,
            IncidentHistory history,
            IncidentDesk.Telling telling) {
        this.tickets = tickets;
        this.followers = followers;
        this.announcements = announcements;
        this.history = history;
        this.telling = telling;
    }

    /**
     * @param number the incident's ticket
     * @return id of the announcement
     * @throws Refusal where nobody follows the ticket, or it has ended
     */
    @Transactional
    public long announce(String number, String text, String by, Instant at) {
        tickets.hold(number);
        Ticket incident = tickets.get(number);
        followers.find(number).ifPresent(follower -> {
            throw Refusal.notPossibleNow(
                    "incident-follower", "工单 %s 随事件 %s 办理，请在事件上通报".formatted(number, follower.incident()));
        });
        if (incident.status().isFinal()) {
            throw Refusal.notPossibleNow(
                    "incident-closed", "工单 " + number + " " + incident.status().label() + "，不能再通报");
        }
        if (followers.waiting(number, 1).isEmpty()) {
            throw Refusal.notPossibleNow("incident-none", "没有别的工单随工单 " + number + " 办理，请直接联系报修人");
        }
        announcements.of(number).stream()
                .filter(before -> before.text().equals(text) && before.at().isAfter(at.minus(BETWEEN_SAME)))
                .findFirst()
                .ifPresent(before -> {
                    throw Refusal.notPossibleNow("announced-already", "同样的内容刚刚已经通报过，不用再发一次");
                });
        long id = announcements.add(number, text, by, at);
        history.announced(number, text, by, at);
        telling.execution().announce(number, id);
        return id;
    }

    /**
     * Tells the next reporters; one who joins meanwhile is told, too.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean tellNext(long id, String by, Instant at) {
        Announcement announcement = announcements.get(id);
        List<String> batch = announcements.untold(id, BATCH);
        Set<Person> reached = announcements.toldTickets(id).stream()
                .map(number -> Person.of(tickets.get(number)))
                .collect(Collectors.toCollection(HashSet::new));
        for (String number : batch) {
            Ticket ticket = tickets.get(number);
            announcements.told(id, number, at);
            if (!number.equals(announcement.incident())) {
                history.told(number, announcement.text(), by, at);
            }
            if (reached.add(Person.of(ticket))) {
                telling.notices()
                        .tellResident(
                                ticket,
                                new Notices.Message(
                                        "announced.to-resident",
                                        ANNOUNCEMENT + "-" + id,
                                        at,
                                        Map.of(ANNOUNCEMENT, id)));
            }
        }
        return batch.size() == BATCH;
    }
}
