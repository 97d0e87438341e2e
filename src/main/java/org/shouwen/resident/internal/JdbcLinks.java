package org.shouwen.resident.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.resident.Link;
import org.shouwen.resident.Links;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinks implements Links {

    private static final String COLUMNS =
            "SELECT id, token_hash, ticket, purpose, issued_at, issued_by, revoked_at FROM resident_link ";

    private final JdbcClient jdbc;

    JdbcLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(String tokenHash, String ticket, String purpose, String by, Instant at) {
        jdbc.sql("INSERT INTO resident_link (token_hash, ticket, purpose, issued_at, issued_by) VALUES (?, ?, ?, ?, ?)")
                .params(tokenHash, ticket, purpose, at.atOffset(ZoneOffset.UTC), by)
                .update();
    }

    @Override
    public Optional<Link> withHash(String tokenHash) {
        return jdbc.sql(COLUMNS + "WHERE token_hash = ?")
                .param(tokenHash)
                .query(JdbcLinks::link)
                .optional();
    }

    @Override
    public Optional<Link> find(long id) {
        return jdbc.sql(COLUMNS + "WHERE id = ?")
                .param(id)
                .query(JdbcLinks::link)
                .optional();
    }

    @Override
    public List<Link> of(String ticket) {
        return jdbc.sql(COLUMNS + "WHERE ticket = ? ORDER BY id")
                .param(ticket)
                .query(JdbcLinks::link)
                .list();
    }

    @Override
    public int revoke(String ticket, String by, Instant at) {
        return jdbc.sql("""
                        UPDATE resident_link SET revoked_at = :at, revoked_by = :by
                        WHERE ticket = :ticket AND revoked_at IS NULL
                        """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("ticket", ticket)
                .update();
    }

    private static Link link(ResultSet row, int i) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new Link(
                row.getLong("id"),
                row.getString("token_hash"),
                row.getString("ticket"),
                row.getString("purpose"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("issued_by"),
                revoked == null ? null : revoked.toInstant());
    }
}
