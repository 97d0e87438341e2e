package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What was found on the sites, and what became of it. */
@Repository
public class Violations {

    private static final Columns<Violation> VIOLATION = Columns.of(Violation.class)
            .generated("id")
            .named("found.at", "found_at")
            .named("found.by", "found_by")
            .named("outcome.at", "ended_at")
            .named("outcome.by", "ended_by")
            .named("restored", "restored_at");

    private static final Columns<Rectification> NOTICE = Columns.of(Rectification.class)
            .named("violation", "id")
            .named("found.at", "found_at")
            .named("found.by", "found_by")
            .named("delivery.at", "delivered_at")
            .named("delivery.by", "delivered_by");

    private static final Columns<Report> REPORT = Columns.of(Report.class).named("by", "actor");

    private static final String NOTICES =
            "SELECT violation.*, notice.* FROM violation JOIN rectification_notice notice ON notice.violation = violation.id";

    private final Sql sql;

    Violations(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps what was found; of {@code violation} everything but the id and that it was put right after it was reported.
     *
     * @return its id
     */
    public long add(Violation violation) {
        return sql.insertForId("violation", VIOLATION.values(violation));
    }

    /** @throws Refusal not found, with a sentence */
    public Violation get(long id) {
        return sql.find(VIOLATION, "SELECT * FROM violation WHERE id = ?", id)
                .orElseThrow(() -> Refusal.notFound("violation-not-found", "没有编号为 " + id + " 的违规"));
    }

    /** @return in the order in which they were found */
    public List<Violation> ofTicket(String ticket) {
        return sql.list(VIOLATION, "SELECT * FROM violation WHERE ticket = ? ORDER BY id", ticket);
    }

    /** It has to be reported by then. */
    public void reportBy(long id, Instant due) {
        sql.update("UPDATE violation SET report_due = ? WHERE id = ?", due, id);
    }

    /** @return false where it has ended already */
    public boolean end(long id, Violation.Outcome outcome) {
        return sql.update(
                        "UPDATE violation SET result = ?, ended_at = ?, ended_by = ?, remark = ? WHERE id = ? AND result IS NULL",
                        outcome.result(),
                        outcome.at(),
                        outcome.by(),
                        outcome.remark(),
                        id)
                == 1;
    }

    /** It was put right after it had been reported. */
    public void restored(long id, Instant at, String by) {
        sql.update("UPDATE violation SET restored_at = ?, restored_by = ? WHERE id = ?", at, by, id);
    }

    /** Keeps an issued notice. */
    public void add(Rectification notice) {
        sql.update(
                "INSERT INTO rectification_notice (number, violation, issued_at, issued_by) VALUES (?, ?, ?, ?)",
                notice.number(),
                notice.violation(),
                notice.issuedAt(),
                notice.issuedBy());
    }

    /** @param number for example {@code ZG-26-000001} */
    public Optional<Rectification> rectification(String number) {
        return sql.find(NOTICE, NOTICES + " WHERE notice.number = ?", number);
    }

    /** @return the notice about a violation; empty where it was only spoken of */
    public Optional<Rectification> rectificationOf(long violation) {
        return sql.find(NOTICE, NOTICES + " WHERE notice.violation = ?", violation);
    }

    /** @return the notices of a renovation, oldest first */
    public List<Rectification> rectifications(String ticket) {
        return sql.list(NOTICE, NOTICES + " WHERE violation.ticket = ? ORDER BY violation.id", ticket);
    }

    /** @return false where it was delivered already */
    public boolean delivered(long violation, Rectification.Delivery delivery) {
        return sql.update(
                        """
                        UPDATE rectification_notice
                        SET receiver = ?, proof = ?, reference = ?, delivered_at = ?, delivered_by = ?
                        WHERE violation = ? AND delivered_at IS NULL
                        """,
                        delivery.receiver(),
                        delivery.proof(),
                        delivery.reference(),
                        delivery.at(),
                        delivery.by(),
                        violation)
                == 1;
    }

    public void reported(long violation, List<Report> reports) {
        reports.forEach(report -> sql.insert("violation_report", REPORT.values(report, "violation", violation)));
    }

    /** @return whom a violation was reported to */
    public List<Report> reports(long violation) {
        return sql.list(REPORT, "SELECT * FROM violation_report WHERE violation = ? ORDER BY id", violation);
    }
}
