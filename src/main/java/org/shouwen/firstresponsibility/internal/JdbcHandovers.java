package org.shouwen.firstresponsibility.internal;

import static org.shouwen.firstresponsibility.internal.Moments.column;
import static org.shouwen.firstresponsibility.internal.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.firstresponsibility.Handover;
import org.shouwen.firstresponsibility.Handovers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code handover}. */
@Component
class JdbcHandovers implements Handovers {

    private static final String ALL = "select * from handover ";

    private final JdbcClient jdbc;

    JdbcHandovers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(Handover handover) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into handover (post, outgoing, incoming, shift_end, matters, key_ring, cash, cautions, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        handover.post(),
                        handover.outgoing(),
                        handover.incoming(),
                        column(handover.shiftEnd()),
                        handover.matters(),
                        handover.keys(),
                        handover.cash(),
                        handover.cautions(),
                        column(handover.createdAt()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Optional<Handover> find(long id) {
        return jdbc.sql(ALL + "where id = ?")
                .param(id)
                .query(JdbcHandovers::read)
                .optional();
    }

    @Override
    public void save(Handover handover) {
        jdbc.sql("update handover set outgoing_signed_at = :outgoing, incoming_signed_at = :incoming where id = :id")
                .param("outgoing", column(handover.outgoingSignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("incoming", column(handover.incomingSignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", handover.id())
                .update();
    }

    @Override
    public List<Handover> latest() {
        return jdbc.sql(ALL + "order by id desc fetch first 100 rows only")
                .query(JdbcHandovers::read)
                .list();
    }

    @Override
    public List<Handover> unsigned(Instant endedBefore) {
        return jdbc.sql(ALL + """
                        where shift_end <= ? and lead_told_at is null
                        and (outgoing_signed_at is null or incoming_signed_at is null) order by id
                        """)
                .param(column(endedBefore))
                .query(JdbcHandovers::read)
                .list();
    }

    @Override
    public boolean told(long id, Instant at) {
        return jdbc.sql("update handover set lead_told_at = ? where id = ? and lead_told_at is null")
                        .params(column(at), id)
                        .update()
                > 0;
    }

    private static Handover read(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getLong("id"),
                row.getString("post"),
                row.getString("outgoing"),
                row.getString("incoming"),
                instant(row, "shift_end"),
                row.getString("matters"),
                row.getString("key_ring"),
                row.getString("cash"),
                row.getString("cautions"),
                instant(row, "created_at"),
                instant(row, "outgoing_signed_at"),
                instant(row, "incoming_signed_at"));
    }
}
