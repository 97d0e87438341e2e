package org.shouwen.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** Who is away when. Whether leave may be taken is decided elsewhere. */
@Repository
public class Absences {

    private static final Columns<Absence> ABSENCE =
            Columns.of(Absence.class).generated("id").named("from", "starts").named("until", "ends");

    private final Sql sql;

    public Absences(Sql sql) {
        this.sql = sql;
    }

    /** @return id of the new row */
    public long add(
            String staff,
            Absence.Kind kind,
            Instant from,
            Instant until,
            String reason,
            Absence.Status status,
            String by,
            Instant at) {
        var absence = new Absence(0, staff, kind, from, until, reason, status, by, at, null, null, "");
        return sql.insertForId("absence", ABSENCE.values(absence));
    }

    /** Until the transaction ends nobody else decides about absences: two that fit alone may not fit together. */
    public void lock() {
        sql.list(String.class, "SELECT code FROM staff ORDER BY code FOR UPDATE");
    }

    public Optional<Absence> find(long id) {
        return sql.find(ABSENCE, "SELECT * FROM absence WHERE id = ?", id);
    }

    /** Sets what became of it. */
    public void decide(long id, Absence.Status status, String remark, String by, Instant at) {
        sql.update(
                "UPDATE absence SET status = ?, remark = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                status,
                remark,
                by,
                at,
                id);
    }

    /** The person is back: it ends now, or never began. */
    public void end(long id, Instant at) {
        sql.update("UPDATE absence SET ends = ? WHERE id = ?", at, id);
    }

    /** @return absences that go on at, or begin after, that moment and those that wait for a decision, earliest first */
    public List<Absence> after(Instant at) {
        return sql.list(ABSENCE, """
                SELECT * FROM absence WHERE status IN ('ASKED', 'APPROVED') AND (ends IS NULL OR ends > ?)
                ORDER BY starts, id
                """, at);
    }

    /** @return the person's absences that are asked for or approved, newest first: all of them, so that none is overlooked */
    public List<Absence> standing(String staff) {
        return sql.list(ABSENCE, """
                SELECT * FROM absence WHERE staff = ? AND status IN ('ASKED', 'APPROVED') ORDER BY starts DESC, id DESC
                """, staff);
    }

    /** @return the person's absences, newest first; at most 100 */
    public List<Absence> of(String staff) {
        return sql.list(
                ABSENCE,
                "SELECT * FROM absence WHERE staff = ? ORDER BY starts DESC, id DESC FETCH FIRST 100 ROWS ONLY",
                staff);
    }
}
