package org.shouwen.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Repository;

/** Finds open tickets that may be about the same matter, in our own tables. */
@Repository
public class Similarities {

    /** A ticket that follows an incident stands for it. */
    private static final String OPEN = """
            SELECT CASE WHEN t.status = 'FOLLOWING' THEN f.incident ELSE t.number END AS matter, t.opened_at
            FROM ticket t
                LEFT JOIN incident_follower f ON f.ticket = t.number
                LEFT JOIN home h ON h.code = t.home
            WHERE t.is_open = TRUE AND t.recused IS DISTINCT FROM ?
            """;

    /** However many report the same, the newest of them tell enough. */
    private static final String NEWEST = " ORDER BY t.opened_at DESC FETCH FIRST 200 ROWS ONLY";

    private static final String AT_HOME = " AND t.home = ? AND t.kind = ?";

    /** What concerns all is reported from homes and at places alike; two places, like two buildings, are two matters. */
    private static final String OF_CATEGORY = """
             AND t.category = ? AND t.opened_at >= ? AND t.site = ?
                AND (t.scope = 'ESTATE' OR %s)
            """;

    private static final String FROM_HOME = "t.home IS NULL OR h.building = ?";
    private static final String FROM_PLACE = "t.place IS NULL OR t.place = ?";

    private final Sql sql;

    Similarities(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where another report comes from, and what it is about.
     *
     * @param category code of the category, or null while it is not chosen
     * @param site code of the site
     * @param home code of the home, or null
     * @param building code of the home's building, or null where no home is given
     * @param place code of the common place, or null
     */
    public record Report(String kind, String category, String site, String home, String building, String place) {}

    /**
     * Open tickets of the same home; and of the same category those opened since then which are in the same building or at
     * the same place, concern the whole estate, or are at a common place while the report comes from a home, or the other
     * way round.
     *
     * @param reader code of the person who reads; tickets that he is kept out of are left out
     * @return their numbers, newest first; in place of one that follows an incident, the incident's
     */
    public List<String> numbers(Report report, Instant since, String reader, int most) {
        boolean home = report.home() != null;
        List<String> searches = new ArrayList<>();
        List<Object> params = new ArrayList<>();
        if (home) {
            searches.add("(" + OPEN + AT_HOME + NEWEST + ")");
            params.addAll(Arrays.asList(reader, report.home(), report.kind()));
        }
        if (report.category() != null) {
            searches.add("(" + OPEN + OF_CATEGORY.formatted(home ? FROM_HOME : FROM_PLACE) + NEWEST + ")");
            params.addAll(Arrays.asList(
                    reader, report.category(), since, report.site(), home ? report.building() : report.place()));
        }
        if (searches.isEmpty()) {
            return List.of();
        }
        params.add(most);
        return sql.list(
                String.class,
                "SELECT matter, max(opened_at) AS newest FROM (" + String.join(" UNION ALL ", searches)
                        + ") found GROUP BY matter ORDER BY newest DESC, matter DESC LIMIT ?",
                params.toArray());
    }
}
