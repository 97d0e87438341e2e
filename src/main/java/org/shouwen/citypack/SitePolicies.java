package org.shouwen.citypack;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.calendar.DayKind;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each site goes by, as the manager chose it. */
@Repository
public class SitePolicies {

    /** Hours and quiet periods lie in tables of their own. */
    private static final Columns<SitePolicy> POLICY = Columns.of(SitePolicy.class)
            .named("level", "estate_level")
            .with("ownHours", Map.of())
            .with("quietPeriods", List.of());

    private static final Columns<QuietPeriod> PERIOD = Columns.of(QuietPeriod.class)
            .named("from", "first_day")
            .named("until", "last_day")
            .reading("forbidden", row -> DayHours.of(row.getString("forbidden"), "forbidden"));

    private final Sql sql;

    SitePolicies(Sql sql) {
        this.sql = sql;
    }

    /** @return never missing: {@link SitePolicy#usual} where nobody chose; whether somebody did says {@link #chosenCity} */
    public SitePolicy of(String site) {
        List<QuietPeriod> quiet = quietPeriods(site);
        return sql.find(
                        (row, i) -> POLICY.with("ownHours", ownHours(site))
                                .with("quietPeriods", quiet)
                                .mapRow(row, i),
                        "SELECT * FROM site_policy WHERE site = ?",
                        site)
                .orElseGet(() -> SitePolicy.usual(site).with(quiet));
    }

    /** @return the city whose rules the manager chose for the site; empty until somebody did */
    public Optional<City> chosenCity(String site) {
        return sql.find(City.class, "SELECT city FROM site_policy WHERE site = ?", site);
    }

    private Map<DayKind, DayHours> ownHours(String site) {
        Map<DayKind, DayHours> hours = new EnumMap<>(DayKind.class);
        sql.list(
                (row, i) -> hours.put(
                        DayKind.valueOf(row.getString("day_kind")), DayHours.of(row.getString("hours"), "hours")),
                "SELECT day_kind, hours FROM site_hours WHERE site = ?",
                site);
        return hours;
    }

    private List<QuietPeriod> quietPeriods(String site) {
        return sql.list(PERIOD, "SELECT * FROM quiet_period WHERE site = ? ORDER BY first_day, id", site);
    }

    /** Keeps everything but the quiet periods, in place of what was chosen before. */
    @Transactional
    public void choose(SitePolicy policy, String by, Instant at) {
        String site = policy.site();
        sql.update("DELETE FROM site_hours WHERE site = ?", site);
        int changed = sql.update(
                """
                UPDATE site_policy SET city = ?, estate_level = ?, deposit = ?, refuses_material = ?, card_a = ?,
                    card_b = ?, chosen_by = ?, chosen_at = ?
                WHERE site = ?
                """,
                policy.city(),
                policy.level(),
                policy.deposit(),
                policy.refusesMaterial(),
                policy.passes().cardA(),
                policy.passes().cardB(),
                by,
                at,
                site);
        if (changed == 0) {
            sql.insert("site_policy", POLICY.values(policy, "chosen_by", by, "chosen_at", at));
        }
        policy.ownHours()
                .forEach((kind, hours) -> sql.update(
                        "INSERT INTO site_hours (site, day_kind, hours) VALUES (?, ?, ?)",
                        site,
                        kind,
                        hours.written()));
    }

    /** @throws Refusal where one of the same name and first day is kept already */
    public void add(QuietPeriod period, String by, Instant at) {
        int added = sql.update(
                """
                INSERT INTO quiet_period (site, first_day, last_day, forbidden, name, source, entered_by, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING
                """,
                period.site(),
                period.from(),
                period.until(),
                period.forbidden().written(),
                period.name(),
                period.source(),
                by,
                at);
        if (added == 0) {
            throw Refusal.notPossibleNow(
                    "quiet-period-known", Moments.day(period.from()) + "开始的“" + period.name() + "”已经登记过，要改先删除");
        }
    }

    /** Takes a quiet period out; that there is none changes nothing. */
    public void removeQuietPeriod(String site, long id) {
        sql.update("DELETE FROM quiet_period WHERE site = ? AND id = ?", site, id);
    }
}
