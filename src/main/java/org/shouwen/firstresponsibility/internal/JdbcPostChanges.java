package org.shouwen.firstresponsibility.internal;

import static org.shouwen.firstresponsibility.internal.Moments.column;
import static org.shouwen.firstresponsibility.internal.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.shouwen.firstresponsibility.PostChange;
import org.shouwen.firstresponsibility.PostChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table {@code post_change}. */
@Component
class JdbcPostChanges implements PostChanges {

    private static final String ALL = "select * from post_change ";

    private final JdbcClient jdbc;

    JdbcPostChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(PostChange change) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into post_change (post, predecessor, successor, witness, matters, items, key_ring, files,
                                                 created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.post(),
                        change.predecessor(),
                        change.successor(),
                        change.witness(),
                        change.matters(),
                        change.items(),
                        change.keys(),
                        change.files(),
                        change.createdBy(),
                        column(change.createdAt()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Optional<PostChange> find(long id) {
        return jdbc.sql(ALL + "where id = ?")
                .param(id)
                .query(JdbcPostChanges::read)
                .optional();
    }

    @Override
    public void save(PostChange change) {
        jdbc.sql("""
                        update post_change set predecessor_signed_at = :predecessor, successor_signed_at = :successor,
                            witness_signed_at = :witness where id = :id
                        """)
                .param("predecessor", column(change.predecessorSignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("successor", column(change.successorSignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("witness", column(change.witnessSignedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", change.id())
                .update();
    }

    @Override
    public List<PostChange> latest() {
        return jdbc.sql(ALL + "order by id desc fetch first 100 rows only")
                .query(JdbcPostChanges::read)
                .list();
    }

    private static PostChange read(ResultSet row, int number) throws SQLException {
        return new PostChange(
                row.getLong("id"),
                row.getString("post"),
                row.getString("predecessor"),
                row.getString("successor"),
                row.getString("witness"),
                row.getString("matters"),
                row.getString("items"),
                row.getString("key_ring"),
                row.getString("files"),
                row.getString("created_by"),
                instant(row, "created_at"),
                instant(row, "predecessor_signed_at"),
                instant(row, "successor_signed_at"),
                instant(row, "witness_signed_at"));
    }
}
