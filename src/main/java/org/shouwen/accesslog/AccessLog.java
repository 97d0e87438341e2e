package org.shouwen.accesslog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shouwen.rights.Caller;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.ticket.Disclosed;
import org.springframework.stereotype.Repository;

/** Who looked at what and why. Lines are added, and forgotten when their time is over; never changed (D13). */
@Repository
public class AccessLog implements Disclosed {

    /** As long as a call takes, and writing down what was said. */
    static final Duration SHOWN = Duration.ofMinutes(30);

    private static final Columns<Look> LOOK = Columns.of(Look.class).generated("id");
    private static final Columns<Line> LINE = Columns.of(Line.class);

    private final Sql sql;

    AccessLog(Sql sql) {
        this.sql = sql;
    }

    /** @param name of who looked */
    public record Line(Look look, String name) {}

    /** @param next what to hand in as {@code after} for the following page; null on the last */
    public record Page(List<Line> items, Long next) {}

    /**
     * @param staff code or name of who looked; null: of everybody
     * @param from first moment; null: from the beginning
     * @param until first moment after; null: to the end
     * @param after {@link Page#next()} of the page before, or null
     */
    public record Query(String staff, Instant from, Instant until, Long after, int size) {}

    void add(Look look) {
        sql.insert("access_log", LOOK.values(look));
    }

    @Override
    public Optional<Instant> until(String number, Caller reader) {
        return sql.find(
                        Instant.class,
                        "SELECT max(at) FROM access_log WHERE staff = ? AND ticket = ? AND at > ? AND at <= ?",
                        reader.code(),
                        number,
                        reader.at().minus(SHOWN),
                        reader.at())
                .map(at -> at.plus(SHOWN));
    }

    /** @return lines of the reader's own sites, newest first; without those of tickets that he is kept out of (回避) */
    public Page page(Query query, Caller reader) {
        StringBuilder where = new StringBuilder();
        List<Object> params = new ArrayList<>(List.of(reader.code(), reader.code()));
        and(where, params, " AND (l.staff = ? OR s.name = ?)", query.staff(), query.staff());
        and(where, params, " AND l.at >= ?", query.from());
        and(where, params, " AND l.at < ?", query.until());
        and(where, params, " AND l.id < ?", query.after());
        params.add(query.size() + 1);
        List<Line> found =
                sql.list(LINE, """
                SELECT l.*, coalesce(s.name, l.staff) AS name FROM access_log l
                LEFT JOIN staff s ON s.code = l.staff
                JOIN ticket t ON t.number = l.ticket
                WHERE l.site IN (SELECT site FROM staff_site WHERE staff = ?) AND (t.recused IS NULL OR t.recused <> ?)
                """ + where + " ORDER BY l.id DESC FETCH FIRST ? ROWS ONLY", params.toArray());
        boolean more = found.size() > query.size();
        List<Line> items = more ? found.subList(0, query.size()) : found;
        return new Page(
                List.copyOf(items), more ? items.get(items.size() - 1).look().id() : null);
    }

    private static void and(StringBuilder where, List<Object> params, String condition, Object... values) {
        if (values[0] != null) {
            where.append(condition);
            params.addAll(List.of(values));
        }
    }

    /** @return how many lines are forgotten that were written before */
    public int forget(Instant before) {
        return sql.update("DELETE FROM access_log WHERE at < ?", before);
    }
}
