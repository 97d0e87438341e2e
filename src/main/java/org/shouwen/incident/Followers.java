package org.shouwen.incident;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Categories;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/** Who follows whom, in our own tables. A ticket that is worked on by itself again follows nobody any more. */
@Repository
public class Followers {

    private static final Columns<Follower> FOLLOWER =
            Columns.of(Follower.class).named("at", "joined_at").named("by", "joined_by");

    private final Sql sql;
    private final Moments moments;
    private final Categories categories;

    Followers(Sql sql, Moments moments, Categories categories) {
        this.sql = sql;
        this.moments = moments;
        this.categories = categories;
    }

    /**
     * Holds these tickets until the transaction ends, so that nobody else joins, settles or moves them meanwhile; always in
     * the same order, so that two people do not hold each other up. What is read afterwards is as it is now.
     */
    public void hold(Collection<String> tickets) {
        // One after the other: the order in which a database locks the rows of one statement is its own
        tickets.stream()
                .distinct()
                .sorted()
                .forEach(ticket ->
                        sql.find(String.class, "SELECT number FROM ticket WHERE number = ? FOR UPDATE", ticket));
    }

    public void add(Follower follower) {
        sql.insert("incident_follower", FOLLOWER.values(follower));
    }

    /** The ticket follows nobody any more. */
    public void remove(String ticket) {
        sql.update("DELETE FROM incident_follower WHERE ticket = ?", ticket);
    }

    /** All that follow one incident follow another one from now on, and so do the texts that were told to them. */
    public void move(String from, String to) {
        sql.update("UPDATE incident_follower SET incident = ? WHERE incident = ?", to, from);
        sql.update("UPDATE incident_announcement SET incident = ? WHERE incident = ?", to, from);
    }

    /** @return what the ticket follows */
    public Optional<Follower> find(String ticket) {
        return sql.find(FOLLOWER, "SELECT * FROM incident_follower WHERE ticket = ?", ticket);
    }

    /** @return the incident's followers, first come first */
    public List<Follower> of(String incident) {
        return sql.list(
                FOLLOWER, "SELECT * FROM incident_follower WHERE incident = ? ORDER BY joined_at, ticket", incident);
    }

    /** @return numbers of those that still wait for the incident's end, first come first */
    public List<String> waiting(String incident, int most) {
        return sql.list(String.class, """
                SELECT f.ticket FROM incident_follower f JOIN ticket t ON t.number = f.ticket
                WHERE f.incident = ? AND t.status = 'FOLLOWING' ORDER BY f.joined_at, f.ticket LIMIT ?
                """, incident, most);
    }

    /** @return how many follow each of these; without those that nobody follows */
    public Map<String, Integer> count(Collection<String> incidents) {
        if (incidents.isEmpty()) {
            return Map.of();
        }
        return sql
                .list(
                        (row, i) -> Map.entry(row.getString("incident"), row.getInt("followers")),
                        """
                        SELECT incident, count(*) AS followers FROM incident_follower WHERE incident IN (?)
                        GROUP BY incident
                        """,
                        List.copyOf(incidents))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @return numbers of the incidents that are open, or were opened in the month; open ones and the newest first */
    public List<String> incidents(YearMonth month) {
        return sql.list(String.class, """
                SELECT t.number FROM ticket t
                WHERE t.number IN (SELECT incident FROM incident_follower)
                    AND (t.is_open = TRUE OR t.opened_at >= ? AND t.opened_at < ?)
                ORDER BY t.is_open DESC, t.id DESC
                """, moments.start(month), moments.start(month.plusMonths(1)));
    }

    /** @return what was reported in a month, by site and kind; site empty: at all sites that had something */
    public List<IncidentFigures> figures(String site, YearMonth month) {
        return sql.list(
                (row, i) -> new IncidentFigures(
                        row.getString("site"),
                        month,
                        row.getString("kind"),
                        row.getInt("contacts"),
                        row.getInt("contacts") - row.getInt("following"),
                        row.getInt("incidents")),
                """
                SELECT t.site AS site, t.kind AS kind, count(*) AS contacts, count(f.ticket) AS following,
                    count(DISTINCT f.incident) AS incidents
                FROM ticket t LEFT JOIN incident_follower f ON f.ticket = t.number
                WHERE t.category IN (?) AND t.opened_at >= ? AND t.opened_at < ?
                    AND (? = '' OR t.site = ?)
                GROUP BY t.site, t.kind ORDER BY t.site, t.kind
                """,
                categories.codes(),
                moments.start(month),
                moments.start(month.plusMonths(1)),
                site,
                site);
    }
}
