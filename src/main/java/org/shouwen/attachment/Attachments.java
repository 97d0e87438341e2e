package org.shouwen.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** All attachments, in our own tables: one backup holds them together with their tickets. */
@Repository
public class Attachments {

    private static final Columns<Attachment> ATTACHMENT =
            Columns.of(Attachment.class).named("by", "by_whom");

    private static final String WITHOUT_CONTENT =
            "SELECT id, ticket, name, media_type, bytes, item, about, by_whom, at FROM attachment ";

    private final Sql sql;

    Attachments(Sql sql) {
        this.sql = sql;
    }

    public void add(Attachment attachment, byte[] content) {
        sql.insert("attachment", ATTACHMENT.values(attachment, "content", content));
    }

    /** @return without their content, oldest first */
    public List<Attachment> of(String ticket) {
        return sql.list(ATTACHMENT, WITHOUT_CONTENT + "WHERE ticket = ? ORDER BY position", ticket);
    }

    /** @return empty: the ticket has no such attachment */
    public Optional<Attachment> find(String ticket, String id) {
        return sql.find(ATTACHMENT, WITHOUT_CONTENT + "WHERE ticket = ? AND id = ?", ticket, id);
    }

    public byte[] content(String id) {
        return sql.find(byte[].class, "SELECT content FROM attachment WHERE id = ?", id)
                .orElseThrow();
    }

    /** @return how many the ticket has, and how many of them came in since that moment */
    public Count count(String ticket, Instant since) {
        return sql.find(
                        (row, i) -> new Count(row.getInt(1), row.getInt(2)),
                        "SELECT count(*), count(CASE WHEN at > ? THEN 1 END) FROM attachment WHERE ticket = ?",
                        since,
                        ticket)
                .orElseThrow();
    }

    /** How many a ticket has. */
    public record Count(int all, int since) {}

    /** Holds the ticket, so that two people who add at once are counted one after the other. */
    public void hold(String ticket) {
        sql.find(String.class, "SELECT number FROM ticket WHERE number = ? FOR UPDATE", ticket)
                .orElseThrow();
    }
}
