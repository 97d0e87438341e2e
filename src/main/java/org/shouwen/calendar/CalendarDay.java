package org.shouwen.calendar;

import java.time.LocalDate;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * A day that differs from its week.
 *
 * @param site code of the site whose calendar this changes; empty (or null): the whole country
 * @param name of the holiday, 春节; for a make-up day the holiday it makes up for
 * @param statutory one of the statutory festival days themselves, not a day moved to make a longer holiday (调休)
 * @param published announced by the State Council (or by the site); false: worked out from the law
 * @param source where it comes from, an address if possible; may be empty
 */
public record CalendarDay(
        String site, LocalDate day, Kind kind, String name, boolean statutory, boolean published, String source) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 1000;

    /** In which way the day differs. */
    public enum Kind {
        /** Nobody works, whatever the weekday. */
        OFF,
        /** People work the slots of a normal working day, whatever the weekday. */
        EXTRA_WORKING
    }

    public CalendarDay {
        site = Typed.plain(site);
        source = source == null ? "" : source;
        if (day == null) {
            throw Refusal.invalid("calendar-day-invalid", "day", "日历须写明日期（day）");
        }
        if (kind == null) {
            throw Refusal.invalid("calendar-day-invalid", "kind", "日历须写明是休假（OFF）还是调休上班（EXTRA_WORKING）（kind）");
        }
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            throw Refusal.invalid("calendar-day-invalid", "name", "日历的节日名称（name）须为 1 至 " + LONGEST_NAME + " 个字");
        }
        if (source.length() > LONGEST_SOURCE) {
            throw Refusal.invalid("calendar-day-invalid", "source", "日历的出处（source）不能超过 " + LONGEST_SOURCE + " 个字");
        }
        if (statutory && kind == Kind.EXTRA_WORKING) {
            throw Refusal.invalid("calendar-day-invalid", "statutory", day + " 是上班日，不能同时是法定节日（statutory）");
        }
    }

    public boolean isNational() {
        return site.isEmpty();
    }
}
