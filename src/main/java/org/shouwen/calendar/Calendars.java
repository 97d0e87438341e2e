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

    /** @return the national days of a year's notice, as they stand */
    HolidayList holidays(int year);

    /**
     * @param content the State Council's notice for a year in its own words, a list (CSV: 日期,节日,休班), a calendar file (ICS) or
     *     the JSON of github.com/NateScarlet/holiday-cn
     * @return the year's national days as it says; nothing is taken over
     * @throws org.shouwen.problem.Refusal naming what is wrong with it
     */
    HolidayList readHolidays(String content);

    /** @throws org.shouwen.problem.Refusal where a statutory day is not off, or a day cannot be in the notice of that year */
    void mustBeWhole(HolidayList list);

    /** @throws org.shouwen.problem.Refusal where the notice of another year has one of its days */
    void mustBeOfNoOther(HolidayList list);

    /** Puts them in place of the national days that the year's notice had; the same once more changes nothing. */
    void putHolidays(HolidayList list);

    /**
     * A calendar is different now, so dates that were counted on it may be.
     *
     * @param site whose calendar; empty: everybody's
     */
    record Changed(String site) {}
}
