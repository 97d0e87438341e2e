package org.shouwen.studio;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.studio.Change.Changed;
import org.springframework.stereotype.Repository;

/** The changes of models, with those that came to nothing. */
@Repository
class Changes {

    private static final Columns<Change> CHANGE =
            Columns.of(Change.class).generated("id").with("models", List.of()).with("files", Map.of());
    private static final Columns<Changed> CHANGED = Columns.of(Changed.class);
    private static final Columns<Kept> FILE = Columns.of(Kept.class);
    private static final String TABLE = "studio_change";

    private final Sql sql;

    Changes(Sql sql) {
        this.sql = sql;
    }

    private record Kept(String file, String content) {}

    /** @param change its id is made here */
    long add(Change change) {
        long id = sql.insertForId(TABLE, CHANGE.values(change));
        change.models().forEach(model -> sql.insert("studio_change_model", CHANGED.values(model, "change_id", id)));
        change.files()
                .forEach((file, text) ->
                        sql.insert("studio_change_file", FILE.values(new Kept(file, text), "change_id", id)));
        return id;
    }

    Optional<Change> find(long id) {
        return sql.find(CHANGE, "SELECT * FROM studio_change WHERE id = ?", id).map(this::whole);
    }

    /** @return newest first */
    List<Change> of(String model) {
        return whole(sql.list(
                CHANGE,
                "SELECT * FROM studio_change WHERE id IN (SELECT change_id FROM studio_change_model WHERE model = ?)"
                        + " ORDER BY id DESC",
                model));
    }

    /** @return those that wait for a decision or for their moment, oldest first */
    List<Change> open() {
        return whole(sql.list(
                CHANGE,
                "SELECT * FROM studio_change WHERE state IN (?, ?) ORDER BY id",
                Change.State.PROPOSED,
                Change.State.SCHEDULED));
    }

    /** @return drafts of a person, newest first */
    List<Change> drafts(String person) {
        return whole(sql.list(
                CHANGE,
                "SELECT * FROM studio_change WHERE state = ? AND proposed_by = ? ORDER BY id DESC",
                Change.State.DRAFT,
                person));
    }

    Optional<Change> openOf(String model) {
        return sql.find(
                        CHANGE,
                        "SELECT * FROM studio_change WHERE id = (SELECT change_id FROM studio_change_model WHERE open_for = ?)",
                        model)
                .map(this::whole);
    }

    /** @return the change that became that version */
    Optional<Change> ofVersion(String version) {
        return sql.find(
                        CHANGE,
                        "SELECT * FROM studio_change WHERE id = (SELECT change_id FROM studio_change_model WHERE version = ?)",
                        version)
                .map(this::whole);
    }

    private List<Change> whole(List<Change> rows) {
        return rows.stream().map(this::whole).toList();
    }

    private Change whole(Change row) {
        List<Changed> models =
                sql.list(CHANGED, "SELECT * FROM studio_change_model WHERE change_id = ? ORDER BY model", row.id());
        Map<String, String> files = new TreeMap<>();
        sql.list(FILE, "SELECT * FROM studio_change_file WHERE change_id = ?", row.id())
                .forEach(file -> files.put(file.file(), file.content()));
        return row.with(List.copyOf(models), files);
    }

    /** A draft waits for a decision from now on. */
    boolean propose(long id, String reason, boolean byManager, Instant at) {
        boolean drafted = sql.update(
                        "UPDATE studio_change SET state = ?, reason = ?, by_manager = ?, proposed_at = ?"
                                + " WHERE id = ? AND state = ?",
                        Change.State.PROPOSED,
                        reason,
                        byManager,
                        at,
                        id,
                        Change.State.DRAFT)
                > 0;
        if (drafted) {
            sql.update("UPDATE studio_change_model SET open_for = model WHERE change_id = ?", id);
        }
        return drafted;
    }

    /** @return false where it stands otherwise by now */
    boolean decide(Change as, Change.State state, String by, Instant at, String note) {
        boolean decided = sql.update(
                        "UPDATE studio_change SET state = ?, decided_by = ?, decided_at = ?, note = ?"
                                + " WHERE id = ? AND state = ?",
                        state,
                        by,
                        at,
                        note,
                        as.id(),
                        as.state())
                > 0;
        if (decided) {
            sql.update("UPDATE studio_change_model SET open_for = NULL WHERE change_id = ?", as.id());
        }
        return decided;
    }

    /** @return false where it waits for no decision any more */
    boolean schedule(long id, Instant from, String by, Instant at) {
        return sql.update(
                        "UPDATE studio_change SET state = ?, decided_by = ?, decided_at = ?, in_force_from = ?"
                                + " WHERE id = ? AND state = ?",
                        Change.State.SCHEDULED,
                        by,
                        at,
                        from,
                        id,
                        Change.State.PROPOSED)
                > 0;
    }

    /** @param replaced the version that was in force until then */
    void inForce(long id, String model, String version, String replaced) {
        sql.update(
                "UPDATE studio_change_model SET version = ?, replaced = ? WHERE change_id = ? AND model = ?",
                version,
                replaced,
                id,
                model);
    }
}
