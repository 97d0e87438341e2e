package org.shouwen.firstresponsibility;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All records of hand-overs. */
@Repository
public class Handovers {

    private static final Columns<Handover> HANDOVER =
            Columns.of(Handover.class).generated("id").named("keys", "key_ring");

    private final Sql sql;

    Handovers(Sql sql) {
        this.sql = sql;
    }

    /** @return id of the new record; it has none yet */
    public long add(Handover handover) {
        return sql.insertForId("handover", HANDOVER.values(handover));
    }

    public Optional<Handover> find(long id) {
        return sql.find(HANDOVER, "SELECT * FROM handover WHERE id = ?", id);
    }

    /** @return the record; whoever else would sign it waits until this transaction has ended */
    Optional<Handover> lock(long id) {
        return sql.find(HANDOVER, "SELECT * FROM handover WHERE id = ? FOR UPDATE", id);
    }

    /** The same person's second record waits until the first is written. */
    void lockOf(String outgoing) {
        sql.list(String.class, "SELECT code FROM staff WHERE code = ? FOR UPDATE", outgoing);
    }

    /** Keeps both signatures. */
    public void save(Handover handover) {
        sql.update(
                "UPDATE handover SET outgoing_signed_at = ?, incoming_signed_at = ? WHERE id = ?",
                handover.outgoingSignedAt(),
                handover.incomingSignedAt(),
                handover.id());
    }

    /** @return the latest of the reader's sites, and those that he signs, newest first; at most 100 */
    public List<Handover> latest(Caller reader) {
        return latest(reader.code(), reader.readsEverySite());
    }

    List<Handover> latest(String reader, boolean everySite) {
        return sql.list(HANDOVER, """
                SELECT * FROM handover
                WHERE ? = TRUE OR ? IN (outgoing, incoming) OR post IN (
                    SELECT p.code FROM post p JOIN staff_site s ON s.site = p.site WHERE s.staff = ?)
                ORDER BY id DESC FETCH FIRST 100 ROWS ONLY
                """, everySite, reader, reader);
    }

    /** @return records of shifts that ended before, without both signatures, of which no lead was told */
    public List<Handover> unsigned(Instant endedBefore) {
        return sql.list(HANDOVER, """
                SELECT * FROM handover
                WHERE shift_end <= ? AND lead_told_at IS NULL
                    AND (outgoing_signed_at IS NULL OR incoming_signed_at IS NULL)
                ORDER BY id
                """, endedBefore);
    }

    /** @return whether it was not told before */
    public boolean told(long id, Instant at) {
        return sql.update("UPDATE handover SET lead_told_at = ? WHERE id = ? AND lead_told_at IS NULL", at, id) > 0;
    }
}
