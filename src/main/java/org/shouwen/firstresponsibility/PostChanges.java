package org.shouwen.firstresponsibility;

import java.util.List;
import java.util.Optional;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All changes of posts. */
@Repository
public class PostChanges {

    private static final Columns<PostChange> CHANGE =
            Columns.of(PostChange.class).generated("id").named("keys", "key_ring");

    private final Sql sql;

    PostChanges(Sql sql) {
        this.sql = sql;
    }

    /** @return id of the new record; it has none yet */
    public long add(PostChange change) {
        return sql.insertForId("post_change", CHANGE.values(change));
    }

    public Optional<PostChange> find(long id) {
        return sql.find(CHANGE, "SELECT * FROM post_change WHERE id = ?", id);
    }

    /** Keeps the signatures. */
    public void save(PostChange change) {
        sql.update(
                """
                UPDATE post_change SET predecessor_signed_at = ?, successor_signed_at = ?, witness_signed_at = ?
                WHERE id = ?
                """, change.predecessorSignedAt(), change.successorSignedAt(), change.witnessSignedAt(), change.id());
    }

    /** @return the latest of the reader's sites, and those that he signs, newest first; at most 100 */
    public List<PostChange> latest(Caller reader) {
        return sql.list(CHANGE, """
                SELECT * FROM post_change
                WHERE ? = TRUE OR ? IN (predecessor, successor, witness) OR post IN (
                    SELECT p.code FROM post p JOIN staff_site s ON s.site = p.site WHERE s.staff = ?)
                ORDER BY id DESC FETCH FIRST 100 ROWS ONLY
                """, reader.readsEverySite(), reader.code(), reader.code());
    }
}
