package org.shouwen.complaint.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.shouwen.complaint.Measure;
import org.shouwen.complaint.Measures;
import org.shouwen.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMeasures implements Measures {

    private final JdbcClient jdbc;

    JdbcMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(String ticket, int round, Measure.Promised promised) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO complaint_measure (ticket, round, what, staff, due_at, is_open) VALUES (?, ?, ?, ?, ?, TRUE)")
                .params(ticket, round, promised.what(), promised.staff(), JdbcComplaints.utc(promised.dueAt()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Measure get(long id) {
        return jdbc.sql("SELECT * FROM complaint_measure WHERE id = ?")
                .param(id)
                .query(JdbcMeasures::map)
                .optional()
                .orElseThrow(() -> Refusal.notFound("measure-not-found", "没有编号为 " + id + " 的整改措施"));
    }

    @Override
    public List<Measure> ofTicket(String ticket) {
        return jdbc.sql("SELECT * FROM complaint_measure WHERE ticket = ? ORDER BY id")
                .param(ticket)
                .query(JdbcMeasures::map)
                .list();
    }

    @Override
    public List<Measure> late(Instant now, int most) {
        return jdbc.sql(
                        "SELECT * FROM complaint_measure WHERE is_open = TRUE AND due_at < ? ORDER BY due_at, id LIMIT ?")
                .params(JdbcComplaints.utc(now), most)
                .query(JdbcMeasures::map)
                .list();
    }

    @Override
    public void end(long id, Measure.Outcome outcome) {
        jdbc.sql("UPDATE complaint_measure SET is_open = FALSE, ended_at = ?, ended_by = ?, result = ? WHERE id = ?")
                .params(JdbcComplaints.utc(outcome.at()), outcome.by(), outcome.result(), id)
                .update();
    }

    @Override
    public void cancel(String ticket, String by, Instant at) {
        jdbc.sql(
                        "UPDATE complaint_measure SET is_open = FALSE, ended_at = ?, ended_by = ? WHERE ticket = ? AND is_open = TRUE")
                .params(Arrays.asList(JdbcComplaints.utc(at), by, ticket))
                .update();
    }

    private static Measure map(ResultSet row, int i) throws SQLException {
        Instant ended = JdbcComplaints.instant(row, "ended_at");
        return new Measure(
                row.getLong("id"),
                row.getString("ticket"),
                row.getInt("round"),
                row.getString("what"),
                row.getString("staff"),
                JdbcComplaints.instant(row, "due_at"),
                ended == null ? null : new Measure.Outcome(ended, row.getString("ended_by"), row.getString("result")));
    }
}
