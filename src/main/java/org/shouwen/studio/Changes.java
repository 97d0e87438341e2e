package org.shouwen.studio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** The changes of tables, with those that came to nothing. */
@Repository
class Changes {

    private static final Columns<Change> CHANGE = Columns.of(Change.class).generated("id");
    private static final String TABLE = "studio_change";

    private final Sql sql;

    Changes(Sql sql) {
        this.sql = sql;
    }

    /** @param change its id is made here */
    long add(Change change) {
        return sql.insertForId(TABLE, CHANGE.values(change));
    }

    Optional<Change> find(long id) {
        return sql.find(CHANGE, "SELECT * FROM studio_change WHERE id = ?", id);
    }

    /** @return newest first */
    List<Change> of(String table) {
        return sql.list(CHANGE, "SELECT * FROM studio_change WHERE rule_table = ? ORDER BY id DESC", table);
    }

    /** @return those that wait for a decision, oldest first */
    List<Change> open() {
        return sql.list(CHANGE, "SELECT * FROM studio_change WHERE open_for IS NOT NULL ORDER BY id");
    }

    Optional<Change> openOf(String table) {
        return sql.find(CHANGE, "SELECT * FROM studio_change WHERE open_for = ?", table);
    }

    /** @return the change that became that version */
    Optional<Change> ofVersion(String version) {
        return sql.find(CHANGE, "SELECT * FROM studio_change WHERE version = ?", version);
    }

    /** @return false where it waits for no decision any more */
    boolean decide(long id, Change.State state, String by, Instant at, String note) {
        return sql.update(
                        "UPDATE studio_change SET state = ?, decided_by = ?, decided_at = ?, note = ?, open_for = NULL"
                                + " WHERE id = ? AND open_for IS NOT NULL",
                        state,
                        by,
                        at,
                        note,
                        id)
                > 0;
    }

    /** @param replaced the version that was in force until then */
    void inForce(long id, String version, String replaced) {
        sql.update("UPDATE studio_change SET version = ?, replaced = ? WHERE id = ?", version, replaced, id);
    }
}
