package org.shouwen.timelimit.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwen.ticket.PauseReason;
import org.shouwen.timelimit.Pauses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPauses implements Pauses {

    private final JdbcClient jdbc;

    JdbcPauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(String ticket, PauseReason reason, Instant at) {
        jdbc.sql("INSERT INTO clock_pause (ticket, since, reason) VALUES (?, ?, ?)")
                .params(ticket, utc(at), reason.name())
                .update();
    }

    @Override
    public void end(String ticket, Instant at) {
        jdbc.sql("UPDATE clock_pause SET resumed_at = ? WHERE ticket = ? AND resumed_at IS NULL")
                .params(utc(at), ticket)
                .update();
    }

    @Override
    public List<Span> past(String ticket, PauseReason reason) {
        return jdbc.sql("""
                        SELECT since, resumed_at FROM clock_pause
                        WHERE ticket = ? AND reason = ? AND resumed_at IS NOT NULL ORDER BY since
                        """)
                .params(ticket, reason.name())
                .query((row, i) -> new Span(
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getObject("resumed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public List<String> open(int most) {
        return jdbc.sql("""
                        SELECT p.ticket FROM clock_pause p JOIN ticket t ON t.number = p.ticket
                        WHERE p.resumed_at IS NULL AND t.is_open ORDER BY p.since LIMIT ?
                        """).param(most).query(String.class).list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
