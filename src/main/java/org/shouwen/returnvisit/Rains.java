package org.shouwen.returnvisit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;

/** Declared rains, and the leaks that wait for one. */
@Repository
public class Rains {

    /**
     * A rain that was declared.
     *
     * @param visits how many leaks are visited because of it
     */
    public record Rain(String site, LocalDate day, String by, Instant at, int visits) {}

    private static final Columns<Rain> RAIN = Columns.of(Rain.class)
            .named("day", "rained_on")
            .named("by", "declared_by")
            .named("at", "declared_at");

    private final Sql sql;

    Rains(Sql sql) {
        this.sql = sql;
    }

    /** @throws Refusal where it was declared for that site and day already */
    public void declare(Rain rain) {
        if (!sql.insertOnce("rain", RAIN.values(rain))) {
            throw Refusal.notPossibleNow("rain-declared", Moments.day(rain.day()) + "下雨已经登记过，一天只登记一次");
        }
    }

    public Optional<Rain> last(String site) {
        return sql.find(RAIN, "SELECT * FROM rain WHERE site = ? ORDER BY rained_on DESC LIMIT 1", site);
    }

    /**
     * @param before end of the day of the rain
     * @return numbers of the site's leaks that were closed before and whose residents did not answer after a rain since
     */
    public List<String> leaks(String site, Instant before) {
        return sql.list(String.class, """
                SELECT v.ticket FROM return_visit v JOIN ticket t ON t.number = v.ticket
                WHERE v.site = ? AND v.occasion = 'CLOSING' AND v.after_rain = TRUE AND v.ended_at < ?
                    AND t.status = 'CLOSED'
                    AND NOT EXISTS (SELECT 1 FROM return_visit later
                        WHERE later.ticket = v.ticket AND later.round > v.round
                            AND (later.occasion = 'CLOSING' OR later.is_open = TRUE OR later.outcome <> 'UNREACHED'))
                ORDER BY v.ticket
                """, site, before);
    }
}
