package org.shouwen.worksite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.worksite.Inspection;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.Phase;
import org.shouwen.worksite.Worksite;
import org.shouwen.worksite.Worksites;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorksites implements Worksites {

    private final JdbcClient jdbc;

    JdbcWorksites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Worksite worksite) {
        jdbc.sql("INSERT INTO worksite (ticket, site, opened_at, phase, patrol_due) VALUES (?, ?, ?, ?, ?)")
                .params(
                        worksite.ticket(),
                        worksite.site(),
                        Rows.utc(worksite.openedAt()),
                        worksite.phase().name(),
                        Rows.utc(worksite.patrolDue()))
                .update();
    }

    @Override
    public Worksite get(String ticket) {
        return find(ticket)
                .orElseThrow(() -> Refusal.notFound("worksite-not-found", "装修 " + ticket + " 还没有发登记证，没有施工现场"));
    }

    @Override
    public Optional<Worksite> find(String ticket) {
        return jdbc.sql("SELECT * FROM worksite WHERE ticket = ?")
                .param(ticket)
                .query(JdbcWorksites::worksite)
                .optional();
    }

    @Override
    public List<Worksite> atWork(String site, int most) {
        return jdbc.sql("""
                        SELECT * FROM worksite
                        WHERE reported_at IS NULL AND passed_at IS NULL AND (? = '' OR site = ?)
                        ORDER BY patrol_due, ticket LIMIT ?
                        """)
                .params(site, site, most)
                .query(JdbcWorksites::worksite)
                .list();
    }

    @Override
    public void add(Patrol patrol) {
        jdbc.sql("""
                        INSERT INTO worksite_patrol (ticket, at, actor, outcome, phase, points, remark, photo)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        patrol.ticket(),
                        Rows.utc(patrol.at()),
                        patrol.by(),
                        patrol.outcome().name(),
                        patrol.phase() == null ? null : patrol.phase().name(),
                        Rows.codes(patrol.points()),
                        patrol.remark(),
                        patrol.photo()))
                .update();
    }

    @Override
    public List<Patrol> patrols(String ticket) {
        return jdbc.sql("SELECT * FROM worksite_patrol WHERE ticket = ? ORDER BY id DESC")
                .param(ticket)
                .query(JdbcWorksites::patrol)
                .list();
    }

    @Override
    public void plan(String ticket, Phase phase, Instant patrolDue) {
        jdbc.sql("UPDATE worksite SET phase = ?, patrol_due = ? WHERE ticket = ?")
                .params(phase.name(), Rows.utc(patrolDue), ticket)
                .update();
    }

    @Override
    public void completionReported(String ticket, Instant at, String by) {
        jdbc.sql("UPDATE worksite SET reported_at = ?, reported_by = ? WHERE ticket = ?")
                .params(Rows.utc(at), by, ticket)
                .update();
    }

    @Override
    public void inspected(Inspection inspection) {
        jdbc.sql("INSERT INTO worksite_inspection (ticket, at, actor, defects, remark) VALUES (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        inspection.ticket(),
                        Rows.utc(inspection.at()),
                        inspection.by(),
                        Rows.codes(inspection.defects()),
                        inspection.remark()))
                .update();
        jdbc.sql(
                        inspection.passed()
                                ? "UPDATE worksite SET passed_at = :at WHERE ticket = :ticket"
                                : "UPDATE worksite SET reported_at = NULL, reported_by = NULL WHERE ticket = :ticket")
                .param("at", Rows.utc(inspection.at()))
                .param("ticket", inspection.ticket())
                .update();
    }

    @Override
    public List<Inspection> inspections(String ticket) {
        return jdbc.sql("SELECT * FROM worksite_inspection WHERE ticket = ? ORDER BY id DESC")
                .param(ticket)
                .query((row, i) -> new Inspection(
                        row.getString("ticket"),
                        Rows.instant(row, "at"),
                        row.getString("actor"),
                        Rows.codes(row.getString("defects"), Inspection.Defect.class),
                        row.getString("remark")))
                .list();
    }

    @Override
    public void depositReturned(String ticket, String receipt, Instant at, String by) {
        jdbc.sql("UPDATE worksite SET deposit_at = ?, deposit_by = ?, deposit_receipt = ? WHERE ticket = ?")
                .params(Rows.utc(at), by, receipt, ticket)
                .update();
    }

    @Override
    public void filed(String ticket, String shelf, Instant at, String by) {
        jdbc.sql("UPDATE worksite SET filed_at = ?, filed_by = ?, shelf = ? WHERE ticket = ?")
                .params(Arrays.asList(Rows.utc(at), by, shelf, ticket))
                .update();
    }

    private static Worksite worksite(ResultSet row, int i) throws SQLException {
        return new Worksite(
                row.getString("ticket"),
                row.getString("site"),
                Rows.instant(row, "opened_at"),
                Phase.valueOf(row.getString("phase")),
                Rows.instant(row, "patrol_due"),
                Rows.moment(row, "reported_at"),
                Rows.moment(row, "passed_at"),
                Rows.moment(row, "deposit_at"),
                Rows.moment(row, "filed_at"));
    }

    private static Patrol patrol(ResultSet row, int i) throws SQLException {
        String phase = row.getString("phase");
        return new Patrol(
                row.getString("ticket"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                Patrol.Outcome.valueOf(row.getString("outcome")),
                phase == null ? null : Phase.valueOf(phase),
                Rows.codes(row.getString("points"), Patrol.Point.class),
                row.getString("remark"),
                row.getString("photo"));
    }
}
