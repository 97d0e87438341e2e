package org.shouwen.firstresponsibility.internal;

import static org.shouwen.firstresponsibility.internal.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.shouwen.firstresponsibility.Transfers;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Read from the tickets' timelines: nobody keeps a second book. */
@Component
class JdbcTransfers implements Transfers {

    private final JdbcClient jdbc;
    private final Moments moments;

    JdbcTransfers(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    @Override
    public List<PassedOn> withoutAction(YearMonth month, String reader) {
        // A party holds a matter since it was registered with, passed to, or offered to it
        return jdbc.sql("""
                        select t.number, l.at, l.actor, l.event, l.text, t.first_responder,
                               (select max(h.at) from ticket_timeline h
                                where h.ticket_id = l.ticket_id and h.id < l.id
                                  and h.event in ('registered', 'transferred', 'returned', 'dispatched', 'reassigned',
                                                  'reopened')) as held_since
                        from ticket_timeline l join ticket t on t.id = l.ticket_id
                        where l.event in ('transferred', 'returned') and l.at >= :first and l.at < :next
                          and t.recused is distinct from :reader
                          and not exists (
                              select 1 from ticket_timeline a
                              where a.ticket_id = l.ticket_id and a.id < l.id and a.event in ('arrived', 'reported')
                                and a.id > coalesce(
                                    (select max(h.id) from ticket_timeline h
                                     where h.ticket_id = l.ticket_id and h.id < l.id
                                       and h.event in ('registered', 'transferred', 'returned', 'reopened')), 0))
                        order by l.at, l.id
                        """)
                .param("first", moments.local(moments.start(month)))
                .param("next", moments.local(moments.start(month.plusMonths(1))))
                .param("reader", reader)
                .query(JdbcTransfers::read)
                .list();
    }

    private static PassedOn read(ResultSet row, int number) throws SQLException {
        return new PassedOn(
                row.getString("number"),
                instant(row, "at"),
                row.getString("actor"),
                row.getString("event"),
                row.getString("text"),
                instant(row, "held_since"),
                row.getString("first_responder"));
    }
}
