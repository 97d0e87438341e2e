package org.shouwen.incident.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwen.incident.Announcement;
import org.shouwen.incident.Announcements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnnouncements implements Announcements {

    private static final String ALL = """
            SELECT a.*, (SELECT count(*) FROM incident_telling t WHERE t.announcement = a.id) AS told
            FROM incident_announcement a
            """;

    private final JdbcClient jdbc;

    JdbcAnnouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long add(String incident, String text, String by, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO incident_announcement (incident, text, at, by_staff) VALUES (?, ?, ?, ?)")
                .params(incident, text, at.atOffset(ZoneOffset.UTC), by)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Announcement get(long id) {
        return jdbc.sql(ALL + "WHERE a.id = ?")
                .param(id)
                .query(JdbcAnnouncements::announcement)
                .single();
    }

    @Override
    public List<Announcement> of(String incident) {
        return jdbc.sql(ALL + "WHERE a.incident = ? ORDER BY a.id DESC")
                .param(incident)
                .query(JdbcAnnouncements::announcement)
                .list();
    }

    @Override
    public List<String> untold(long id, int most) {
        return jdbc.sql("""
                        SELECT t.number FROM ticket t
                        WHERE t.number IN (
                                SELECT a.incident FROM incident_announcement a WHERE a.id = :id
                                UNION ALL
                                SELECT f.ticket FROM incident_announcement a
                                    JOIN incident_follower f ON f.incident = a.incident WHERE a.id = :id)
                            AND t.is_open = TRUE
                            AND NOT EXISTS (SELECT 1 FROM incident_telling told
                                WHERE told.announcement = :id AND told.ticket = t.number)
                        ORDER BY t.id LIMIT :most
                        """)
                .param("id", id)
                .param("most", most)
                .query(String.class)
                .list();
    }

    @Override
    public void told(long id, String ticket, Instant at) {
        jdbc.sql("INSERT INTO incident_telling (announcement, ticket, at) VALUES (?, ?, ?)")
                .params(id, ticket, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Announcement announcement(ResultSet row, int i) throws SQLException {
        return new Announcement(
                row.getLong("id"),
                row.getString("incident"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_staff"),
                row.getInt("told"));
    }
}
