package org.shouwen.returnvisit.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.shouwen.problem.Refusal;
import org.shouwen.returnvisit.Rains;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRains implements Rains {

    private final JdbcClient jdbc;

    JdbcRains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void declare(Rain rain) {
        int declared = jdbc.sql("""
                        INSERT INTO rain (site, rained_on, declared_by, declared_at, visits) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(rain.site(), rain.day(), rain.by(), utc(rain.at()), rain.visits())
                .update();
        if (declared == 0) {
            throw Refusal.notPossibleNow("rain-declared", rain.day() + " 下雨已经登记过，一天只登记一次");
        }
    }

    @Override
    public Optional<Rain> last(String site) {
        return jdbc.sql("SELECT * FROM rain WHERE site = ? ORDER BY rained_on DESC LIMIT 1")
                .param(site)
                .query((row, i) -> new Rain(
                        row.getString("site"),
                        row.getObject("rained_on", LocalDate.class),
                        row.getString("declared_by"),
                        row.getObject("declared_at", OffsetDateTime.class).toInstant(),
                        row.getInt("visits")))
                .optional();
    }

    @Override
    public List<String> leaks(String site, Instant before) {
        return jdbc.sql("""
                        SELECT v.ticket FROM return_visit v JOIN ticket t ON t.number = v.ticket
                        WHERE v.site = ? AND v.occasion = 'CLOSING' AND v.after_rain = TRUE AND v.ended_at < ?
                            AND t.status = 'CLOSED'
                            AND NOT EXISTS (SELECT 1 FROM return_visit later
                                WHERE later.ticket = v.ticket AND later.round > v.round
                                    AND (later.occasion = 'CLOSING' OR later.is_open = TRUE OR later.outcome <> 'UNREACHED'))
                        ORDER BY v.ticket
                        """).params(site, utc(before)).query(String.class).list();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
