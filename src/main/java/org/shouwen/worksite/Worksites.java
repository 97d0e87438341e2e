package org.shouwen.worksite;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** The sites, with what happened there. */
@Repository
public class Worksites {

    private static final Columns<Worksite> WORKSITE = Columns.of(Worksite.class)
            .named("completionReported", "reported_at")
            .named("passed", "passed_at")
            .named("depositReturned", "deposit_at")
            .named("filed", "filed_at");

    private static final Columns<Patrol> PATROL = Columns.of(Patrol.class).named("by", "actor");

    private static final Columns<Inspection> INSPECTION =
            Columns.of(Inspection.class).named("by", "actor");

    private final Sql sql;

    Worksites(Sql sql) {
        this.sql = sql;
    }

    public void add(Worksite worksite) {
        sql.insert("worksite", WORKSITE.values(worksite));
    }

    /** @throws Refusal not found, with a sentence */
    public Worksite get(String ticket) {
        return find(ticket)
                .orElseThrow(() -> Refusal.notFound("worksite-not-found", "装修 " + ticket + " 还没有发登记证，没有施工现场"));
    }

    public Optional<Worksite> find(String ticket) {
        return sql.find(WORKSITE, "SELECT * FROM worksite WHERE ticket = ?", ticket);
    }

    /**
     * Where nothing is registered yet nobody patrols.
     *
     * @return sites where people work, by when they have to be patrolled, at most {@code most}; site empty: of all sites
     */
    public List<Worksite> atWork(String site, int most) {
        return sql.list(WORKSITE, """
                SELECT * FROM worksite
                WHERE reported_at IS NULL AND passed_at IS NULL AND (? = '' OR site = ?)
                    AND EXISTS (SELECT 1 FROM renovation_certificate c WHERE c.ticket = worksite.ticket)
                ORDER BY patrol_due, ticket LIMIT ?
                """, site, site, most);
    }

    /** Keeps a patrol. */
    public void add(Patrol patrol) {
        sql.insert("worksite_patrol", PATROL.values(patrol));
    }

    /** @return newest first */
    public List<Patrol> patrols(String ticket) {
        return sql.list(PATROL, "SELECT * FROM worksite_patrol WHERE ticket = ? ORDER BY id DESC", ticket);
    }

    /** @param phase as it is now */
    public void plan(String ticket, Phase phase, Instant patrolDue) {
        sql.update("UPDATE worksite SET phase = ?, patrol_due = ? WHERE ticket = ?", phase, patrolDue, ticket);
    }

    public void completionReported(String ticket, Instant at, String by) {
        sql.update("UPDATE worksite SET reported_at = ?, reported_by = ? WHERE ticket = ?", at, by, ticket);
    }

    /** Keeps an inspection; where it did not pass, people work again. */
    public void inspected(Inspection inspection) {
        sql.insert("worksite_inspection", INSPECTION.values(inspection));
        if (inspection.passed()) {
            sql.update("UPDATE worksite SET passed_at = ? WHERE ticket = ?", inspection.at(), inspection.ticket());
        } else {
            sql.update(
                    "UPDATE worksite SET reported_at = NULL, reported_by = NULL WHERE ticket = ?", inspection.ticket());
        }
    }

    /** @return newest first */
    public List<Inspection> inspections(String ticket) {
        return sql.list(INSPECTION, "SELECT * FROM worksite_inspection WHERE ticket = ? ORDER BY id DESC", ticket);
    }

    /** @param receipt number of the voucher of the refund */
    public void depositReturned(String ticket, String receipt, Instant at, String by) {
        sql.update(
                "UPDATE worksite SET deposit_at = ?, deposit_by = ?, deposit_receipt = ? WHERE ticket = ?",
                at,
                by,
                receipt,
                ticket);
    }

    /** @return number of the voucher with which the deposit went back */
    public Optional<String> depositVoucher(String ticket) {
        return sql.find(String.class, "SELECT deposit_receipt FROM worksite WHERE ticket = ?", ticket);
    }

    /** @param shelf where the file is kept, or null */
    public void filed(String ticket, String shelf, Instant at, String by) {
        sql.update("UPDATE worksite SET filed_at = ?, filed_by = ?, shelf = ? WHERE ticket = ?", at, by, shelf, ticket);
    }
}
