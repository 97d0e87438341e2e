package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** Who was called already; once a person and respond clock. */
@Repository
class CallRecord {

    private final Sql sql;

    CallRecord(Sql sql) {
        this.sql = sql;
    }

    /** @return codes of those called, in order */
    List<String> called(String number, int cycle) {
        return sql.list(
                String.class,
                "SELECT staff FROM on_call_attempt WHERE ticket = ? AND cycle = ? ORDER BY turn",
                number,
                cycle);
    }

    void add(String number, int cycle, int turn, String staff, Instant at) {
        sql.update(
                "INSERT INTO on_call_attempt (ticket, cycle, turn, staff, called_at) VALUES (?, ?, ?, ?, ?)",
                number,
                cycle,
                turn,
                staff,
                at);
    }
}
