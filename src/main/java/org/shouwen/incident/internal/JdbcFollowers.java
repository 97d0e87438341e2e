package org.shouwen.incident.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.incident.Follower;
import org.shouwen.incident.Followers;
import org.shouwen.incident.IncidentFigures;
import org.shouwen.wording.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFollowers implements Followers {

    private final JdbcClient jdbc;
    private final Moments moments;

    JdbcFollowers(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    @Override
    public void hold(Collection<String> tickets) {
        // One after the other: the order in which a database locks the rows of one statement is its own
        tickets.stream().distinct().sorted().forEach(ticket -> jdbc.sql(
                        "SELECT number FROM ticket WHERE number = ? FOR UPDATE")
                .param(ticket)
                .query(String.class)
                .optional());
    }

    @Override
    public void add(Follower follower) {
        jdbc.sql("INSERT INTO incident_follower (ticket, incident, joined_at, joined_by) VALUES (?, ?, ?, ?)")
                .params(follower.ticket(), follower.incident(), utc(follower.at()), follower.by())
                .update();
    }

    @Override
    public void remove(String ticket) {
        jdbc.sql("DELETE FROM incident_follower WHERE ticket = ?").param(ticket).update();
    }

    @Override
    public void move(String from, String to) {
        for (String table : List.of("incident_follower", "incident_announcement")) {
            jdbc.sql("UPDATE " + table + " SET incident = ? WHERE incident = ?")
                    .params(to, from)
                    .update();
        }
    }

    @Override
    public Optional<Follower> find(String ticket) {
        return jdbc.sql("SELECT * FROM incident_follower WHERE ticket = ?")
                .param(ticket)
                .query(JdbcFollowers::follower)
                .optional();
    }

    @Override
    public List<Follower> of(String incident) {
        return jdbc.sql("SELECT * FROM incident_follower WHERE incident = ? ORDER BY joined_at, ticket")
                .param(incident)
                .query(JdbcFollowers::follower)
                .list();
    }

    @Override
    public List<String> waiting(String incident, int most) {
        return jdbc.sql("""
                        SELECT f.ticket FROM incident_follower f JOIN ticket t ON t.number = f.ticket
                        WHERE f.incident = ? AND t.status = 'FOLLOWING' ORDER BY f.joined_at, f.ticket LIMIT ?
                        """).params(incident, most).query(String.class).list();
    }

    @Override
    public Map<String, Integer> count(Collection<String> incidents) {
        if (incidents.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        SELECT incident, count(*) AS followers FROM incident_follower WHERE incident IN (:incidents)
                        GROUP BY incident
                        """)
                .param("incidents", incidents)
                .query((row, i) -> Map.entry(row.getString("incident"), row.getInt("followers")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<String> incidents(YearMonth month, String reader, int most) {
        return jdbc.sql("""
                        SELECT t.number FROM ticket t
                        WHERE t.number IN (SELECT incident FROM incident_follower)
                            AND (t.is_open = TRUE OR t.opened_at >= ? AND t.opened_at < ?)
                            AND t.recused IS DISTINCT FROM ?
                        ORDER BY t.is_open DESC, t.id DESC LIMIT ?
                        """)
                .params(start(month), start(month.plusMonths(1)), reader, most)
                .query(String.class)
                .list();
    }

    @Override
    public List<IncidentFigures> figures(String site, YearMonth month) {
        return jdbc.sql("""
                        SELECT t.site AS site, t.kind AS kind, count(*) AS contacts, count(f.ticket) AS following,
                            count(DISTINCT f.incident) AS incidents
                        FROM ticket t LEFT JOIN incident_follower f ON f.ticket = t.number
                        WHERE t.category IN (SELECT code FROM category) AND t.opened_at >= ? AND t.opened_at < ?
                            AND (? = '' OR t.site = ?)
                        GROUP BY t.site, t.kind ORDER BY t.site, t.kind
                        """)
                .params(start(month), start(month.plusMonths(1)), site, site)
                .query((row, i) -> new IncidentFigures(
                        row.getString("site"),
                        month,
                        row.getString("kind"),
                        row.getInt("contacts"),
                        row.getInt("contacts") - row.getInt("following"),
                        row.getInt("incidents")))
                .list();
    }

    private OffsetDateTime start(YearMonth month) {
        return moments.local(moments.start(month));
    }

    private static Follower follower(ResultSet row, int i) throws SQLException {
        return new Follower(
                row.getString("ticket"),
                row.getString("incident"),
                row.getObject("joined_at", OffsetDateTime.class).toInstant(),
                row.getString("joined_by"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
