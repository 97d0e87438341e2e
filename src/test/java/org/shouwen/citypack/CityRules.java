package org.shouwen.citypack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mockito.Mockito;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.testing.TableDecisions;

/** The rules of sites with the tables in force and the days of 2026 that tests speak of, without a database. */
public final class CityRules extends SitePolicies {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Map<String, SitePolicy> policies = new HashMap<>();
    private final TableDecisions tables = new TableDecisions();

    public CityRules() {
        super(null);
    }

    public WorkHours hours() {
        Calendars calendars = Mockito.mock(Calendars.class);
        Mockito.when(calendars.of(""))
                .thenReturn(new WorkingCalendar(
                        SHANGHAI,
                        WeeklySlots.STANDARD,
                        List.of(
                                day("2026-09-20", CalendarDay.Kind.EXTRA_WORKING, "国庆节", false),
                                day("2026-10-01", CalendarDay.Kind.OFF, "国庆节", true),
                                day("2026-10-05", CalendarDay.Kind.OFF, "国庆节", false)),
                        Set.of(2026)));
        return new WorkHours(this, tables, calendars);
    }

    public ReportDuties reports() {
        return new ReportDuties(this, tables);
    }

    /** @param local such as {@code 2026-09-20T10:00}, in Shanghai */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    public void choose(String site, City city) {
        SitePolicy now = of(site);
        choose(
                new SitePolicy(
                        site,
                        city,
                        now.level(),
                        now.deposit(),
                        now.refusesMaterial(),
                        now.passes(),
                        now.ownHours(),
                        now.quietPeriods()),
                "manager",
                Instant.EPOCH);
    }

    private static CalendarDay day(String date, CalendarDay.Kind kind, String name, boolean statutory) {
        return new CalendarDay("", LocalDate.parse(date), kind, name, statutory, true, "");
    }

    @Override
    public SitePolicy of(String site) {
        return policies.getOrDefault(site, SitePolicy.usual(site));
    }

    @Override
    public Optional<City> chosenCity(String site) {
        return Optional.ofNullable(policies.get(site)).map(SitePolicy::city);
    }

    @Override
    public void choose(SitePolicy policy, String by, Instant at) {
        policies.put(policy.site(), policy.with(of(policy.site()).quietPeriods()));
    }

    @Override
    public void add(QuietPeriod period, String by, Instant at) {
        List<QuietPeriod> kept = new ArrayList<>(of(period.site()).quietPeriods());
        kept.add(period);
        policies.put(period.site(), of(period.site()).with(kept));
    }

    @Override
    public void removeQuietPeriod(String site, long id) {
        List<QuietPeriod> kept = of(site).quietPeriods().stream()
                .filter(period -> period.id() != id)
                .toList();
        policies.put(site, of(site).with(kept));
    }
}
