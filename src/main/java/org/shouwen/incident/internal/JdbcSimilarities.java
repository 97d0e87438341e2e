package org.shouwen.incident.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.incident.Similarities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSimilarities implements Similarities {

    /** A ticket that follows an incident stands for it. */
    private static final String OPEN = """
            SELECT CASE WHEN t.status = 'FOLLOWING' THEN f.incident ELSE t.number END AS matter, t.opened_at
            FROM ticket t
                LEFT JOIN incident_follower f ON f.ticket = t.number
                LEFT JOIN home h ON h.code = t.home
            WHERE t.is_open = TRUE AND t.recused IS DISTINCT FROM :reader
            """;

    /** However many report the same, the newest of them tell enough. */
    private static final String NEWEST = " ORDER BY t.opened_at DESC FETCH FIRST 200 ROWS ONLY";

    private static final String AT_HOME = " AND t.home = :home AND t.kind = :kind";

    /** What concerns all is reported from homes and at places alike; two places, like two buildings, are two matters. */
    private static final String OF_CATEGORY = """
             AND t.category = :category AND t.opened_at >= :since AND t.site = :site
                AND (t.scope = 'ESTATE' OR %s)
            """;

    private static final String FROM_HOME = "t.home IS NULL OR h.building = :building";
    private static final String FROM_PLACE = "t.place IS NULL OR t.place = :place";

    private final JdbcClient jdbc;

    JdbcSimilarities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> numbers(Report report, Instant since, String reader, int most) {
        List<String> searches = new ArrayList<>();
        Map<String, Object> params = new HashMap<>();
        params.put("reader", reader);
        params.put("most", most);
        if (report.home() != null) {
            searches.add("(" + OPEN + AT_HOME + NEWEST + ")");
            params.put("home", report.home());
            params.put("kind", report.kind());
        }
        if (report.category() != null) {
            searches.add(
                    "(" + OPEN + OF_CATEGORY.formatted(report.home() != null ? FROM_HOME : FROM_PLACE) + NEWEST + ")");
            params.put("category", report.category());
            params.put("since", since.atOffset(ZoneOffset.UTC));
            params.put("site", report.site());
            params.put(
                    report.home() != null ? "building" : "place",
                    report.home() != null ? report.building() : report.place());
        }
        if (searches.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT matter, max(opened_at) AS newest FROM (" + String.join(" UNION ALL ", searches)
                        + ") found GROUP BY matter ORDER BY newest DESC, matter DESC LIMIT :most")
                .params(params)
                .query((row, i) -> row.getString("matter"))
                .list();
    }
}
