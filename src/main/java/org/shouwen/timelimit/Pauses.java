package org.shouwen.timelimit;

import java.time.Instant;
import java.util.List;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.PauseReason;
import org.springframework.stereotype.Repository;

/** When the promises of a ticket stood still. */
@Repository
public class Pauses {

    /** A pause that is over. */
    public record Span(Instant since, Instant resumedAt) {}

    private static final Columns<Span> SPAN = Columns.of(Span.class);

    private final Sql sql;

    Pauses(Sql sql) {
        this.sql = sql;
    }

    public void begin(String ticket, PauseReason reason, Instant at) {
        sql.update("INSERT INTO clock_pause (ticket, since, reason) VALUES (?, ?, ?)", ticket, at, reason);
    }

    public void end(String ticket, Instant at) {
        sql.update("UPDATE clock_pause SET resumed_at = ? WHERE ticket = ? AND resumed_at IS NULL", at, ticket);
    }

    /** @return the ticket's pauses for this reason that are over, oldest first */
    public List<Span> past(String ticket, PauseReason reason) {
        return sql.list(SPAN, """
                SELECT since, resumed_at FROM clock_pause
                WHERE ticket = ? AND reason = ? AND resumed_at IS NOT NULL ORDER BY since
                """, ticket, reason);
    }

    /** @return numbers of the tickets whose promises stand still, longest first */
    public List<String> open() {
        return sql.list(String.class, """
                SELECT p.ticket FROM clock_pause p JOIN ticket t ON t.number = p.ticket
                WHERE p.resumed_at IS NULL AND t.is_open ORDER BY p.since
                """);
    }
}
