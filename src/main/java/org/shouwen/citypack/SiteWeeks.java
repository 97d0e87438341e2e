package org.shouwen.citypack;

import java.time.Instant;
import java.util.List;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WeeklySlots;
import org.shouwen.rows.Columns;
import org.shouwen.rows.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 上班时间: when people of a site work, by which its dates are counted, and who changed that. What is promised already is counted
 * anew, as after every edit of a calendar: the limit stands, its date follows ({@link Calendars.Changed}).
 */
@Component
public class SiteWeeks {

    private static final Columns<Change> CHANGE = Columns.of(Change.class);
    private static final int SHOWN = 50;

    private final Calendars calendars;
    private final Sql sql;

    SiteWeeks(Calendars calendars, Sql sql) {
        this.calendars = calendars;
        this.sql = sql;
    }

    /** @param week in words; "": the common hours again */
    public record Change(String week, String reason, String changedBy, Instant changedAt) {}

    /** @return whether the site works at other hours than sites do without hours of their own */
    public boolean isOwn(String site) {
        return !calendars.of(site).week().equals(common());
    }

    /** @return the hours of every site without hours of its own */
    public WeeklySlots common() {
        return calendars.of("").week();
    }

    /** @return newest first, the last {@value #SHOWN} */
    public List<Change> changes(String site) {
        return sql.list(
                CHANGE,
                "SELECT week, reason, changed_by, changed_at FROM site_week_change WHERE site = ? ORDER BY id DESC LIMIT ?",
                site,
                SHOWN);
    }

    /**
     * Gives the site these hours; where they are the common ones, it goes by those again, also when they change.
     *
     * @return false where they were its hours already, and nothing was written
     */
    @Transactional
    public boolean change(String site, WeeklySlots week, String reason, String by, Instant at) {
        boolean usual = week.equals(common());
        if (week.equals(calendars.of(site).week())) {
            return false;
        }
        if (usual) {
            calendars.removeSlots(site);
        } else {
            calendars.putSlots(site, week);
        }
        sql.update(
                "INSERT INTO site_week_change (site, week, reason, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)",
                site,
                usual ? "" : week.words(),
                reason,
                by,
                at);
        return true;
    }
}
