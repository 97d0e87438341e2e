package org.shouwen.citypack.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shouwen.calendar.DayKind;
import org.shouwen.citypack.City;
import org.shouwen.citypack.DayHours;
import org.shouwen.citypack.EstateLevel;
import org.shouwen.citypack.PassMeaning;
import org.shouwen.citypack.QuietPeriod;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.problem.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcSitePolicies implements SitePolicies {

    private final JdbcClient jdbc;

    JdbcSitePolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public SitePolicy of(String site) {
        SitePolicy usual = SitePolicy.usual(site);
        List<QuietPeriod> quiet = quietPeriods(site);
        return jdbc.sql("SELECT city, estate_level, deposit, card_a, card_b FROM site_policy WHERE site = ?")
                .param(site)
                .query((row, i) -> new SitePolicy(
                        site,
                        City.valueOf(row.getString("city")),
                        EstateLevel.valueOf(row.getString("estate_level")),
                        row.getBoolean("deposit"),
                        new PassMeaning(row.getString("card_a"), row.getString("card_b")),
                        ownHours(site),
                        quiet))
                .optional()
                .orElseGet(() -> new SitePolicy(
                        site, usual.city(), usual.level(), usual.deposit(), usual.passes(), usual.ownHours(), quiet));
    }

    private Map<DayKind, DayHours> ownHours(String site) {
        Map<DayKind, DayHours> hours = new EnumMap<>(DayKind.class);
        jdbc.sql("SELECT day_kind, hours FROM site_hours WHERE site = ?")
                .param(site)
                .query(row -> {
                    hours.put(DayKind.valueOf(row.getString("day_kind")), DayHours.of(row.getString("hours"), "hours"));
                });
        return hours;
    }

    private List<QuietPeriod> quietPeriods(String site) {
        return jdbc.sql("SELECT * FROM quiet_period WHERE site = ? ORDER BY first_day, id")
                .param(site)
                .query((row, i) -> new QuietPeriod(
                        row.getLong("id"),
                        site,
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        DayHours.of(row.getString("forbidden"), "forbidden"),
                        row.getString("name"),
                        row.getString("source")))
                .list();
    }

    @Override
    @Transactional
    public void choose(SitePolicy policy, String by, Instant at) {
        jdbc.sql("DELETE FROM site_hours WHERE site = ?").param(policy.site()).update();
        if (write("""
                UPDATE site_policy SET city = :city, estate_level = :level, deposit = :deposit, card_a = :cardA,
                    card_b = :cardB, chosen_by = :by, chosen_at = :at
                WHERE site = :site
                """, policy, by, at) == 0) {
            write("""
                    INSERT INTO site_policy (site, city, estate_level, deposit, card_a, card_b, chosen_by, chosen_at)
                    VALUES (:site, :city, :level, :deposit, :cardA, :cardB, :by, :at)
                    """, policy, by, at);
        }
        policy.ownHours()
                .forEach((kind, hours) -> jdbc.sql("INSERT INTO site_hours (site, day_kind, hours) VALUES (?, ?, ?)")
                        .params(policy.site(), kind.name(), hours.written())
                        .update());
    }

    private int write(String sql, SitePolicy policy, String by, Instant at) {
        return jdbc.sql(sql)
                .param("site", policy.site())
                .param("city", policy.city().name())
                .param("level", policy.level().name())
                .param("deposit", policy.deposit())
                .param("cardA", policy.passes().cardA())
                .param("cardB", policy.passes().cardB())
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void add(QuietPeriod period, String by, Instant at) {
        int added = jdbc.sql("""
                        INSERT INTO quiet_period (site, first_day, last_day, forbidden, name, source, entered_by, entered_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(
                        period.site(),
                        period.from(),
                        period.until(),
                        period.forbidden().written(),
                        period.name(),
                        period.source(),
                        by,
                        at.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw Refusal.notPossibleNow(
                    "quiet-period-known", period.from() + " 开始的“" + period.name() + "”已经登记过，要改先删除");
        }
    }

    @Override
    public void removeQuietPeriod(String site, long id) {
        jdbc.sql("DELETE FROM quiet_period WHERE site = ? AND id = ?")
                .params(site, id)
                .update();
    }
}
