package org.shouwen.calendar;

import java.time.LocalDate;
import java.util.List;

/** The calendars of all sites. A site without rows of its own works by the national calendar. */
public interface Calendars {

    /** @param site code of a site; null, empty or unknown: the national calendar */
    WorkingCalendar of(String site);

    /** @return the days of a year that stand in exactly this calendar, by date; site empty: the national ones */
    List<CalendarDay> days(String site, int year);

    /** Writes a day, in place of what stood in that calendar for it. */
    void put(CalendarDay day);

    /** Takes a day out of one calendar; that there is none changes nothing. */
    void remove(String site, LocalDate day);

    /** Sets the working week of a site; site empty: of all sites without a week of their own. */
    void putSlots(String site, WeeklySlots slots);

    /** Gives a site the common working week again. */
    void removeSlots(String site);

    /**
     * Takes over the State Council's notice for a year in the form of github.com/NateScarlet/holiday-cn, in place of
     * that year's national days: all of it, or nothing.
     *
     * @return what it changed; the same notice once more changes nothing
     * @throws org.shouwen.problem.Refusal naming what is wrong with the file
     */
    Taken importHolidays(String json);

    /**
     * What a notice brought.
     *
     * @param days how many it names
     * @param added those of them of which nothing was known
     * @param updated those that were otherwise
     */
    record Taken(int days, int added, int updated) {}

    /**
     * A calendar is different now, so dates that were counted on it may be.
     *
     * @param site whose calendar; empty: everybody's
     */
    record Changed(String site) {}
}
