package org.shouwen.firstresponsibility;

import java.time.Instant;
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

    /** @return the record; whoever else would sign or withdraw it waits until this transaction has ended */
    Optional<PostChange> lock(long id) {
        return sql.find(CHANGE, "SELECT * FROM post_change WHERE id = ? FOR UPDATE", id);
    }

    /** Whoever else would hand on the same post waits until this transaction has ended. */
    void lockPost(String post) {
        sql.list(String.class, "SELECT code FROM post WHERE code = ? FOR UPDATE", post);
    }

    /** @return the record of that person's post that waits for signatures */
    Optional<PostChange> open(String post, String predecessor) {
        return sql
                .list(
                        CHANGE,
                        "SELECT * FROM post_change WHERE post = ? AND predecessor = ? ORDER BY id",
                        post,
                        predecessor)
                .stream()
                .filter(PostChange::isOpen)
                .findFirst();
    }

    /** Keeps the signature of each of the three who is that person. */
    void signed(long id, String by, Instant at) {
        for (String role : List.of("predecessor", "successor", "witness")) {
            sql.update(
                    "UPDATE post_change SET %s_signed_at = ? WHERE id = ? AND %s = ?".formatted(role, role),
                    at,
                    id,
                    by);
        }
    }

    void withdrawn(long id, String by, String why, Instant at) {
        sql.update(
                "UPDATE post_change SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ? WHERE id = ?",
                at,
                by,
                why,
                id);
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
