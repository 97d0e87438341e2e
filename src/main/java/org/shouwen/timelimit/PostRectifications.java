package org.shouwen.timelimit;

import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** Posts that have to be put right, one a post and month. */
@Repository
public class PostRectifications {

    private static final Columns<PostRectification> RECTIFICATION = Columns.of(PostRectification.class)
            .named("month", "year_and_month")
            .named("at", "opened_at")
            .named("outcome.at", "ended_at")
            .named("outcome.by", "ended_by");

    private final Sql sql;

    PostRectifications(Sql sql) {
        this.sql = sql;
    }

    /** @return its id; empty where the post has one for that month */
    Optional<Long> add(PostRectification rectification) {
        return sql.insertOnceForId(
                "post_rectification", RECTIFICATION.values(rectification, "id", new Sql.Next("post_rectification_id")));
    }

    /** @param month as {@code 2026-11} */
    boolean isThere(String post, String month) {
        return sql.count("SELECT COUNT(*) FROM post_rectification WHERE post = ? AND year_and_month = ?", post, month)
                > 0;
    }

    /** @throws IllegalStateException where there is none */
    public PostRectification get(long id) {
        return sql.find(RECTIFICATION, "SELECT * FROM post_rectification WHERE id = ?", id)
                .orElseThrow(() -> new IllegalStateException("no rectification " + id));
    }

    /**
     * @param month as {@code 2026-11}
     * @return those of the month and what is open of earlier ones, oldest first
     */
    public List<PostRectification> of(String month) {
        return sql.list(RECTIFICATION, """
                SELECT * FROM post_rectification WHERE year_and_month = ? OR ended_at IS NULL ORDER BY opened_at, id
                """, month);
    }

    void end(long id, PostRectification.Outcome outcome) {
        sql.update(
                "UPDATE post_rectification SET ended_at = ?, ended_by = ?, cause = ?, measures = ? WHERE id = ?",
                outcome.at(),
                outcome.by(),
                outcome.cause(),
                outcome.measures(),
                id);
    }
}
