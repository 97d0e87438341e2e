package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Tickets;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/**
 * 转手清单: who passed a matter on, or gave it back, without having done anything about it. Read from the tickets'
 * timelines: nobody keeps a second book.
 */
@Repository
public class Transfers {

    /**
     * @param ticket number of the ticket
     * @param by code of who passed it on
     * @param event {@code transferred} or {@code returned}
     * @param text what was said
     * @param heldSince when the party got it
     * @param firstResponder code; the same before and after
     */
    public record PassedOn(
            String ticket,
            Instant at,
            String by,
            String event,
            String text,
            Instant heldSince,
            String firstResponder) {}

    private static final Columns<PassedOn> PASSED_ON =
            Columns.of(PassedOn.class).named("ticket", "number").named("by", "actor");

    private final Sql sql;
    private final Tickets tickets;
    private final Moments moments;

    Transfers(Sql sql, Tickets tickets, Moments moments) {
        this.sql = sql;
        this.tickets = tickets;
        this.moments = moments;
    }

    /**
     * @param month by the calendar of the house
     * @param reader who reads it; tickets that he does not see are left out
     * @return transfers and returns of the month before which the party had neither arrived nor reported, by time
     */
    public List<PassedOn> withoutAction(YearMonth month, Caller reader) {
        // A party holds a matter since it was registered with, passed to, or offered to it
        List<PassedOn> all = sql.list(PASSED_ON, """
                SELECT t.number, l.at, l.actor, l.event, l.text, t.first_responder,
                    (SELECT max(h.at) FROM ticket_timeline h
                     WHERE h.ticket_id = l.ticket_id AND h.id < l.id
                        AND h.event IN ('registered', 'transferred', 'returned', 'dispatched', 'reassigned', 'reopened'))
                        AS held_since
                FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id
                WHERE l.event IN ('transferred', 'returned') AND l.at >= ? AND l.at < ?
                    AND NOT EXISTS (
                        SELECT 1 FROM ticket_timeline a
                        WHERE a.ticket_id = l.ticket_id AND a.id < l.id AND a.event IN ('arrived', 'reported')
                            AND a.id > COALESCE(
                                (SELECT max(h.id) FROM ticket_timeline h
                                 WHERE h.ticket_id = l.ticket_id AND h.id < l.id
                                    AND h.event IN ('registered', 'transferred', 'returned', 'reopened')), 0))
                ORDER BY l.at, l.id
                """, moments.start(month), moments.start(month.plusMonths(1)));
        Set<String> seen = tickets.visible(all.stream().map(PassedOn::ticket).toList(), reader);
        return all.stream().filter(passed -> seen.contains(passed.ticket())).toList();
    }
}
