package org.shouwen.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts working time: weekly slots, days off and extra working days of one site. Immutable, and it does not know what
 * time it is.
 */
public final class WorkingCalendar {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ZoneId zone;
    private final WeeklySlots weekly;
    private final Map<LocalDate, CalendarDay> exceptions;
    private final Publication publication;

    private WorkingCalendar(
            ZoneId zone, WeeklySlots weekly, Map<LocalDate, CalendarDay> exceptions, Publication publication) {
        this.zone = zone;
        this.weekly = weekly;
        this.exceptions = exceptions;
        this.publication = publication;
    }

    /**
     * @param days national days and those of one site; where both speak about a date, the site is right
     * @param publishedYears years whose holidays were announced
     */
    public WorkingCalendar(ZoneId zone, WeeklySlots weekly, Collection<CalendarDay> days, Set<Integer> publishedYears) {
        Map<LocalDate, CalendarDay> byDate = new HashMap<>();
        for (CalendarDay day : days) {
            byDate.merge(day.day(), day, (a, b) -> b.isNational() ? a : b);
        }
        this.zone = zone;
        this.weekly = weekly;
        this.exceptions = Map.copyOf(byDate);
        this.publication = new Publication(publishedYears, days);
    }

    /** A working stretch of one day that was counted. */
    record Stretch(LocalDate day, Instant from, Instant to) {}

    public ZoneId zone() {
        return zone;
    }

    /** @return the hours of an ordinary week */
    public WeeklySlots week() {
        return weekly;
    }

    /** @return the same days off and on with another week */
    public WorkingCalendar with(WeeklySlots week) {
        return new WorkingCalendar(zone, week, exceptions, publication);
    }

    /** @return how the date differs from its week, if it does */
    public Optional<CalendarDay> exception(LocalDate date) {
        return Optional.ofNullable(exceptions.get(date));
    }

    /** @return the date's working slots in order; empty: nobody works */
    public List<WorkingSlot> slotsOn(LocalDate date) {
        CalendarDay exception = exceptions.get(date);
        if (exception == null) {
            return weekly.on(date.getDayOfWeek());
        }
        return exception.kind() == CalendarDay.Kind.OFF ? List.of() : weekly.ofNormalDay();
    }

    public boolean isWorkingDay(LocalDate date) {
        return !slotsOn(date).isEmpty();
    }

    /**
     * What kind of day it is where a law speaks of working days, rest days and holidays. Who works on which weekday here
     * says nothing about that, so only the days that differ from their week and the weekend count.
     */
    public DayKind kindOf(LocalDate date) {
        CalendarDay exception = exceptions.get(date);
        if (exception != null) {
            return switch (exception.kind()) {
                case EXTRA_WORKING -> DayKind.WORKING_DAY;
                case OFF -> exception.statutory() ? DayKind.HOLIDAY : DayKind.REST_DAY;
            };
        }
        return WEEKEND.contains(date.getDayOfWeek()) ? DayKind.REST_DAY : DayKind.WORKING_DAY;
    }

    /** @return whether people work in the moment after {@code at}: true at the start of a slot, false at its end */
    public boolean isWorkingTime(Instant at) {
        return stretchesOn(dateOf(at)).stream().anyMatch(slot -> !at.isBefore(slot.from()) && at.isBefore(slot.to()));
    }

    /** @return {@code at} itself in working time, else the start of the next slot */
    public Instant nextWorkingTime(Instant at) {
        return stretches(at, Duration.ofNanos(1)).get(0).from();
    }

    /**
     * @param time not negative; zero gives {@code from} itself
     * @return when that much working time has passed; at the end of a slot that moment, not the start of the next
     */
    public Instant plusWorkingTime(Instant from, Duration time) {
        List<Stretch> counted = stretches(from, time);
        return counted.isEmpty() ? from : counted.get(counted.size() - 1).to();
    }

    /**
     * @param days at least 1
     * @return closing time of the {@code days}-th working day after the day of {@code from}
     */
    public Instant plusWorkingDays(Instant from, int days) {
        List<Stretch> last = stretchesOn(workingDayAfter(dateOf(from), days));
        return last.get(last.size() - 1).to();
    }

    /** @return working time that passes between the two; zero if {@code to} is not after {@code from} */
    public Duration workingTimeBetween(Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        LocalDate last = dateOf(to);
        for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Stretch slot : stretchesOn(date)) {
                Instant start = slot.from().isBefore(from) ? from : slot.from();
                Instant end = slot.to().isAfter(to) ? to : slot.to();
                if (start.isBefore(end)) {
                    passed = passed.plus(Duration.between(start, end));
                }
            }
        }
        return passed;
    }

    /** @return number of working days after the day of {@code from}, up to the day of {@code to} */
    public int workingDaysBetween(Instant from, Instant to) {
        return (int) dateOf(from)
                .plusDays(1)
                .datesUntil(dateOf(to).plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /**
     * @param amount at least 1 where the unit counts something
     * @return when the limit ends, why, and what may still move it
     */
    public Due due(Instant from, int amount, WorkUnit unit) {
        return switch (unit) {
            case WORKDAY -> {
                LocalDate last = workingDayAfter(dateOf(from), amount);
                Instant at = plusWorkingDays(from, amount);
                yield counted(from, last, at, new Explanation(this, from, last, unit.words(amount)).ofDays(at));
            }
            case WORKHOUR -> worked(from, Duration.ofHours(positive(amount)), unit.words(amount));
            case WORKMINUTE -> worked(from, Duration.ofMinutes(positive(amount)), unit.words(amount));
            case HOUR -> byWallClock(from, from.plus(Duration.ofHours(positive(amount))), unit.words(amount));
            case MINUTE -> byWallClock(from, from.plus(Duration.ofMinutes(positive(amount))), unit.words(amount));
            case SAME_DAY -> {
                Instant midnight = startOf(dateOf(from).plusDays(1));
                yield new Due(midnight, Explanation.ofSameDay(this, from), null);
            }
            case NONE -> new Due(null, "不设时限", null);
        };
    }

    private Due worked(Instant from, Duration time, String limit) {
        List<Stretch> counted = stretches(from, time);
        Stretch last = counted.get(counted.size() - 1);
        Explanation explanation = new Explanation(this, from, last.day(), limit);
        return counted(from, last.day(), last.to(), explanation.ofTime(counted));
    }

    private Due counted(Instant from, LocalDate last, Instant at, String explanation) {
        return new Due(at, explanation, publication.warning(dateOf(from), last).orElse(null));
    }

    private Due byWallClock(Instant from, Instant at, String limit) {
        return new Due(at, Explanation.ofWallClock(this, from, at, limit), null);
    }

    private LocalDate workingDayAfter(LocalDate date, int days) {
        LocalDate day = date;
        for (int left = positive(days); left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Collects the stretches of working time that follow {@code from}, until they sum up to {@code time}. */
    private List<Stretch> stretches(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("negative working time: " + time);
        }
        List<Stretch> counted = new ArrayList<>();
        Duration left = time;
        for (LocalDate date = dateOf(from); !left.isZero(); date = date.plusDays(1)) {
            for (Stretch slot : stretchesOn(date)) {
                Instant start = slot.from().isBefore(from) ? from : slot.from();
                if (left.isZero() || !start.isBefore(slot.to())) {
                    continue;
                }
                Duration room = Duration.between(start, slot.to());
                Duration taken = left.compareTo(room) < 0 ? left : room;
                counted.add(new Stretch(date, start, start.plus(taken)));
                left = left.minus(taken);
            }
        }
        return counted;
    }

    /** @return the date's slots as instants */
    List<Stretch> stretchesOn(LocalDate date) {
        return slotsOn(date).stream()
                .map(slot -> new Stretch(
                        date,
                        instant(date, slot.from()),
                        slot.endsAtMidnight() ? startOf(date.plusDays(1)) : instant(date, slot.to())))
                .toList();
    }

    LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private static int positive(int amount) {
        if (amount < 1) {
            throw new IllegalArgumentException("a limit of " + amount);
        }
        return amount;
    }
}
