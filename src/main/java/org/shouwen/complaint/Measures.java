package org.shouwen.complaint;

import java.time.Instant;
import java.util.List;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What answers promised to put right. */
@Repository
public class Measures {

    private static final Columns<Measure> MEASURE =
            Columns.of(Measure.class).named("outcome.at", "ended_at").named("outcome.by", "ended_by");

    private static final Columns<Measure.Promised> PROMISED = Columns.of(Measure.Promised.class);

    private final Sql sql;

    Measures(Sql sql) {
        this.sql = sql;
    }

    /** @return its id */
    public long add(String ticket, int round, Measure.Promised promised) {
        return sql.insertForId(
                "complaint_measure", PROMISED.values(promised, "ticket", ticket, "round", round, "is_open", true));
    }

    /** @throws Refusal not found, with a sentence */
    public Measure get(long id) {
        return sql.find(MEASURE, "SELECT * FROM complaint_measure WHERE id = ?", id)
                .orElseThrow(() -> Refusal.notFound("measure-not-found", "没有编号为 " + id + " 的整改措施"));
    }

    /** @return the measures of a complaint, in the order they were promised */
    public List<Measure> ofTicket(String ticket) {
        return sql.list(MEASURE, "SELECT * FROM complaint_measure WHERE ticket = ? ORDER BY id", ticket);
    }

    /** @return measures that are late, first due first; at most {@code most} */
    public List<Measure> late(Instant now, int most) {
        return sql.list(
                MEASURE,
                "SELECT * FROM complaint_measure WHERE is_open = TRUE AND due_at < ? ORDER BY due_at, id LIMIT ?",
                now,
                most);
    }

    /** @param outcome what became of it */
    public void end(long id, Measure.Outcome outcome) {
        sql.update(
                "UPDATE complaint_measure SET is_open = FALSE, ended_at = ?, ended_by = ?, ending = ?, result = ? WHERE id = ?",
                outcome.at(),
                outcome.by(),
                outcome.ending(),
                outcome.result(),
                id);
    }

    /** Drops what is still open of a complaint that the resident took back. */
    public void cancel(String ticket, String by, Instant at) {
        sql.update(
                "UPDATE complaint_measure SET is_open = FALSE, ended_at = ?, ended_by = ?, ending = ? WHERE ticket = ? AND is_open = TRUE",
                at,
                by,
                Measure.Ending.CANCELLED,
                ticket);
    }
}
