package org.shouwen.attachment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.attachment.Attachment;
import org.shouwen.attachment.Attachments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAttachments implements Attachments {

    private static final String COLUMNS =
            "SELECT id, ticket, name, media_type, bytes, item, about, by_whom, at FROM attachment ";

    private final JdbcClient jdbc;

    JdbcAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Attachment attachment, byte[] content) {
        jdbc.sql("""
                        INSERT INTO attachment (id, ticket, name, media_type, bytes, item, about, by_whom, at, content)
                        VALUES (:id, :ticket, :name, :media, :bytes, :item, :about, :by, :at, :content)
                        """)
                .param("id", attachment.id())
                .param("ticket", attachment.ticket())
                .param("name", attachment.name())
                .param("media", attachment.mediaType())
                .param("bytes", attachment.bytes())
                .param("item", attachment.item())
                .param("about", attachment.about())
                .param("by", attachment.by())
                .param("at", attachment.at().atOffset(ZoneOffset.UTC))
                .param("content", content)
                .update();
    }

    @Override
    public List<Attachment> of(String ticket) {
        return jdbc.sql(COLUMNS + "WHERE ticket = ? ORDER BY position")
                .param(ticket)
                .query(JdbcAttachments::attachment)
                .list();
    }

    @Override
    public Optional<Attachment> find(String ticket, String id) {
        return jdbc.sql(COLUMNS + "WHERE ticket = ? AND id = ?")
                .params(ticket, id)
                .query(JdbcAttachments::attachment)
                .optional();
    }

    @Override
    public byte[] content(String id) {
        return jdbc.sql("SELECT content FROM attachment WHERE id = ?")
                .param(id)
                .query((row, i) -> row.getBytes(1))
                .single();
    }

    @Override
    public Count count(String ticket, Instant since) {
        return jdbc.sql("""
                        SELECT count(*), count(CASE WHEN at > :since THEN 1 END) FROM attachment WHERE ticket = :ticket
                        """)
                .param("ticket", ticket)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Count(row.getInt(1), row.getInt(2)))
                .single();
    }

    @Override
    public void hold(String ticket) {
        jdbc.sql("SELECT number FROM ticket WHERE number = ? FOR UPDATE")
                .param(ticket)
                .query(String.class)
                .single();
    }

    private static Attachment attachment(ResultSet row, int i) throws SQLException {
        return new Attachment(
                row.getString("id"),
                row.getString("ticket"),
                row.getString("name"),
                row.getString("media_type"),
                row.getInt("bytes"),
                row.getString("item"),
                row.getString("about"),
                row.getString("by_whom"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
