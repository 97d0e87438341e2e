package org.shouwen.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** What was told to all reporters of an incident, and to whom, in our own tables. */
@Repository
public class Announcements {

    private static final Columns<Announcement> ANNOUNCEMENT =
            Columns.of(Announcement.class).named("by", "by_staff");

    private static final String ALL = """
            SELECT a.*, (SELECT count(*) FROM incident_telling t WHERE t.announcement = a.id) AS told
            FROM incident_announcement a
            """;

    private final Sql sql;

    Announcements(Sql sql) {
        this.sql = sql;
    }

    /** @return its id */
    public long add(String incident, String text, String by, Instant at) {
        return sql.insertForId(
                "incident_announcement", Map.of("incident", incident, "text", text, "at", at, "by_staff", by));
    }

    public Announcement get(long id) {
        return sql.find(ANNOUNCEMENT, ALL + "WHERE a.id = ?", id).orElseThrow();
    }

    /** @return the incident's announcements, newest first */
    public List<Announcement> of(String incident) {
        return sql.list(ANNOUNCEMENT, ALL + "WHERE a.incident = ? ORDER BY a.id DESC", incident);
    }

    /** @return numbers of the incident's ticket and of its followers whose reporters were not told yet, first come first */
    public List<String> untold(long id, int most) {
        return sql.list(String.class, """
                SELECT t.number FROM ticket t
                WHERE t.number IN (
                        SELECT a.incident FROM incident_announcement a WHERE a.id = ?
                        UNION ALL
                        SELECT f.ticket FROM incident_announcement a
                            JOIN incident_follower f ON f.incident = a.incident WHERE a.id = ?)
                    AND t.is_open = TRUE
                    AND NOT EXISTS (SELECT 1 FROM incident_telling told
                        WHERE told.announcement = ? AND told.ticket = t.number)
                ORDER BY t.id LIMIT ?
                """, id, id, id, most);
    }

    /** @return numbers of the tickets whose reporters were told, first come first */
    public List<String> toldTickets(long id) {
        return sql.list(
                String.class, "SELECT ticket FROM incident_telling WHERE announcement = ? ORDER BY at, ticket", id);
    }

    public void told(long id, String ticket, Instant at) {
        sql.update("INSERT INTO incident_telling (announcement, ticket, at) VALUES (?, ?, ?)", id, ticket, at);
    }
}
