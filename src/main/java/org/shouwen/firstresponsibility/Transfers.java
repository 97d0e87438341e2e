package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/**
 * 推诿清单: who passed a matter on, or gave it back, without having done anything about it. Read from the tickets'
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
    private final Moments moments;

    Transfers(Sql sql, Moments moments) {
        this.sql = sql;
        this.moments = moments;
    }

    /**
     * @param month by the calendar of the house
     * @param reader code of who reads it; tickets that he is kept out of are left out
     * @return transfers and returns of the month before which the party had neither arrived nor reported, by time
     */
    public List<PassedOn> withoutAction(YearMonth month, String reader) {
        // A party holds a matter since it was registered with, passed to, or offered to it
        return sql.list(PASSED_ON, """
                SELECT t.number, l.at, l.actor, l.event, l.text, t.first_responder,
                    (SELECT max(h.at) FROM ticket_timeline h
                     WHERE h.ticket_id = l.ticket_id AND h.id < l.id
                        AND h.event IN ('registered', 'transferred', 'returned', 'dispatched', 'reassigned', 'reopened'))
                        AS held_since
                FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id
                WHERE l.event IN ('transferred', 'returned') AND l.at >= ? AND l.at < ?
                    AND t.recused IS DISTINCT FROM ?
                    AND NOT EXISTS (
                        SELECT 1 FROM ticket_timeline a
                        WHERE a.ticket_id = l.ticket_id AND a.id < l.id AND a.event IN ('arrived', 'reported')
                            AND a.id > COALESCE(
                                (SELECT max(h.id) FROM ticket_timeline h
                                 WHERE h.ticket_id = l.ticket_id AND h.id < l.id
                                    AND h.event IN ('registered', 'transferred', 'returned', 'reopened')), 0))
                ORDER BY l.at, l.id
                """, moments.start(month), moments.start(month.plusMonths(1)), reader);
    }
}
