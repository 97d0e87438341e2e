package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** Who was called already; once a person, round and respond clock. */
@Repository
class CallRecord {

    private final Sql sql;

    CallRecord(Sql sql) {
        this.sql = sql;
    }

    /** @return number of the round that runs, from 1 */
    int round(String number, int cycle) {
        return sql.find(
                        Integer.class,
                        "SELECT max(round) FROM on_call_attempt WHERE ticket = ? AND cycle = ? HAVING count(*) > 0",
                        number,
                        cycle)
                .orElse(1);
    }

    /** @return codes of those called in that round, in order */
    List<String> called(String number, int cycle, int round) {
        return sql.list(
                String.class,
                "SELECT staff FROM on_call_attempt WHERE ticket = ? AND cycle = ? AND round = ? ORDER BY turn",
                number,
                cycle,
                round);
    }

    /** @return when that round began */
    Instant since(String number, int cycle, int round) {
        return sql.find(
                        Instant.class,
                        "SELECT min(called_at) FROM on_call_attempt WHERE ticket = ? AND cycle = ? AND round = ?",
                        number,
                        cycle,
                        round)
                .orElseThrow();
    }

    void add(String number, int cycle, int round, int turn, String staff, Instant at) {
        sql.update(
                "INSERT INTO on_call_attempt (ticket, cycle, round, turn, staff, called_at) VALUES (?, ?, ?, ?, ?, ?)",
                number,
                cycle,
                round,
                turn,
                staff,
                at);
    }
}
