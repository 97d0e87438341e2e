package org.shouwen.worksite.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwen.citypack.Gravity;
import org.shouwen.problem.Refusal;
import org.shouwen.worksite.Handling;
import org.shouwen.worksite.Rectification;
import org.shouwen.worksite.Report;
import org.shouwen.worksite.Violation;
import org.shouwen.worksite.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcViolations implements Violations {

    private static final String NOTICES =
            "SELECT violation.*, notice.* FROM violation JOIN rectification_notice notice ON notice.violation = violation.id";

    private final JdbcClient jdbc;

    JdbcViolations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(Violation violation) {
        var key = new GeneratedKeyHolder();
        Violation.Found found = violation.found();
        Violation.Ruling ruling = violation.ruling();
        Violation.Outcome outcome = violation.outcome().orElse(null);
        jdbc.sql("""
                        INSERT INTO violation (ticket, site, kind, what, photo, spot, found_at, found_by,
                            gravity, gate, deliver_by, rectify_by, basis, consequence,
                            report_due, result, ended_at, ended_by, remark)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        violation.ticket(),
                        violation.site(),
                        found.kind().name(),
                        found.what(),
                        found.photo(),
                        found.spot().name(),
                        Rows.utc(found.at()),
                        found.by(),
                        ruling.gravity().name(),
                        ruling.gate().name(),
                        Rows.utc(ruling.deliverBy()),
                        Rows.utc(ruling.rectifyBy()),
                        ruling.basis(),
                        ruling.consequence(),
                        Rows.utc(violation.reportDue().orElse(null)),
                        outcome == null ? null : outcome.result().name(),
                        outcome == null ? null : Rows.utc(outcome.at()),
                        outcome == null ? null : outcome.by(),
                        outcome == null ? null : outcome.remark()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Violation get(long id) {
        return jdbc.sql("SELECT * FROM violation WHERE id = ?")
                .param(id)
                .query(JdbcViolations::violation)
                .optional()
                .orElseThrow(() -> Refusal.notFound("violation-not-found", "没有编号为 " + id + " 的违规"));
    }

    @Override
    public List<Violation> ofTicket(String ticket) {
        return jdbc.sql("SELECT * FROM violation WHERE ticket = ? ORDER BY id")
                .param(ticket)
                .query(JdbcViolations::violation)
                .list();
    }

    @Override
    public void reportBy(long id, Instant due) {
        jdbc.sql("UPDATE violation SET report_due = ? WHERE id = ?")
                .params(Rows.utc(due), id)
                .update();
    }

    @Override
    public boolean end(long id, Violation.Outcome outcome) {
        return jdbc.sql("""
                                UPDATE violation SET result = ?, ended_at = ?, ended_by = ?, remark = ?
                                WHERE id = ? AND result IS NULL
                                """)
                        .params(Arrays.asList(
                                outcome.result().name(), Rows.utc(outcome.at()), outcome.by(), outcome.remark(), id))
                        .update()
                == 1;
    }

    @Override
    public void restored(long id, Instant at, String by) {
        jdbc.sql("UPDATE violation SET restored_at = ?, restored_by = ? WHERE id = ?")
                .params(Rows.utc(at), by, id)
                .update();
    }

    @Override
    public void add(Rectification notice) {
        jdbc.sql("INSERT INTO rectification_notice (number, violation, issued_at, issued_by) VALUES (?, ?, ?, ?)")
                .params(notice.number(), notice.violation(), Rows.utc(notice.issuedAt()), notice.issuedBy())
                .update();
    }

    @Override
    public Optional<Rectification> rectification(String number) {
        return jdbc.sql(NOTICES + " WHERE notice.number = ?")
                .param(number)
                .query(JdbcViolations::notice)
                .optional();
    }

    @Override
    public Optional<Rectification> rectificationOf(long violation) {
        return jdbc.sql(NOTICES + " WHERE notice.violation = ?")
                .param(violation)
                .query(JdbcViolations::notice)
                .optional();
    }

    @Override
    public List<Rectification> rectifications(String ticket) {
        return jdbc.sql(NOTICES + " WHERE violation.ticket = ? ORDER BY violation.id")
                .param(ticket)
                .query(JdbcViolations::notice)
                .list();
    }

    @Override
    public boolean delivered(long violation, Rectification.Delivery delivery) {
        return jdbc.sql("""
                                UPDATE rectification_notice
                                SET receiver = ?, proof = ?, reference = ?, delivered_at = ?, delivered_by = ?
                                WHERE violation = ? AND delivered_at IS NULL
                                """)
                        .params(Arrays.asList(
                                delivery.receiver().name(),
                                delivery.proof().name(),
                                delivery.reference(),
                                Rows.utc(delivery.at()),
                                delivery.by(),
                                violation))
                        .update()
                == 1;
    }

    @Override
    public void reported(long violation, List<Report> reports) {
        for (Report report : reports) {
            jdbc.sql("INSERT INTO violation_report (violation, receiver, receipt, at, actor) VALUES (?, ?, ?, ?, ?)")
                    .params(violation, report.receiver(), report.receipt(), Rows.utc(report.at()), report.by())
                    .update();
        }
    }

    @Override
    public List<Report> reports(long violation) {
        return jdbc.sql("SELECT * FROM violation_report WHERE violation = ? ORDER BY id")
                .param(violation)
                .query((row, i) -> new Report(
                        row.getString("receiver"),
                        row.getString("receipt"),
                        Rows.instant(row, "at"),
                        row.getString("actor")))
                .list();
    }

    private static Violation violation(ResultSet row, int i) throws SQLException {
        String result = row.getString("result");
        return new Violation(
                row.getLong("id"),
                row.getString("ticket"),
                row.getString("site"),
                found(row),
                ruling(row),
                Rows.moment(row, "report_due"),
                result == null
                        ? Optional.empty()
                        : Optional.of(new Violation.Outcome(
                                Violation.Result.valueOf(result),
                                Rows.instant(row, "ended_at"),
                                row.getString("ended_by"),
                                row.getString("remark"))),
                Rows.moment(row, "restored_at"));
    }

    private static Violation.Found found(ResultSet row) throws SQLException {
        return new Violation.Found(
                Violation.Kind.valueOf(row.getString("kind")),
                row.getString("what"),
                row.getString("photo"),
                Violation.Spot.valueOf(row.getString("spot")),
                Rows.instant(row, "found_at"),
                row.getString("found_by"));
    }

    private static Violation.Ruling ruling(ResultSet row) throws SQLException {
        return new Violation.Ruling(
                Gravity.valueOf(row.getString("gravity")),
                Handling.Gate.valueOf(row.getString("gate")),
                Rows.instant(row, "deliver_by"),
                Rows.instant(row, "rectify_by"),
                row.getString("basis"),
                row.getString("consequence"));
    }

    private static Rectification notice(ResultSet row, int i) throws SQLException {
        Optional<Instant> delivered = Rows.moment(row, "delivered_at");
        return new Rectification(
                row.getString("number"),
                row.getLong("id"),
                row.getString("ticket"),
                row.getString("site"),
                found(row),
                ruling(row),
                Rows.instant(row, "issued_at"),
                row.getString("issued_by"),
                delivered.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Rectification.Delivery(
                                Rectification.Receiver.valueOf(row.getString("receiver")),
                                Rectification.Proof.valueOf(row.getString("proof")),
                                row.getString("reference"),
                                delivered.get(),
                                row.getString("delivered_by"))));
    }
}
