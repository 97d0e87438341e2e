package org.shouwen.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which years' holidays were announced, and what to say about a count that leaves them. */
final class Publication {

    private final TreeSet<Integer> published;
    private final Set<Integer> yearsWithDays;

    Publication(Set<Integer> published, Collection<CalendarDay> days) {
        this.published = new TreeSet<>(published);
        this.yearsWithDays = days.stream()
                .filter(CalendarDay::isNational)
                .map(day -> day.day().getYear())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return one Chinese sentence, if holidays between the two dates (both included) are not known for certain */
    Optional<String> warning(LocalDate first, LocalDate last) {
        List<Integer> missed = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        IntStream.rangeClosed(first.getYear(), last.getYear())
                .filter(year -> !isCertain(first, year))
                .forEach(year -> (published.isEmpty() || year > published.last() ? open : missed).add(year));
        List<String> parts = new ArrayList<>();
        if (!missed.isEmpty()) {
            parts.add(years(missed) + "放假安排未录入，" + basis(missed) + "推算，日期可能有误");
        }
        if (!open.isEmpty()) {
            parts.add(years(open) + "放假安排尚未公布，" + basis(open) + "推算，日期可能变动");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("；", parts));
    }

    /** December has no statutory day of its own: only the next year's notice can reach into it. */
    private boolean isCertain(LocalDate first, int year) {
        boolean decemberOnly = first.getYear() == year && first.getMonth() == Month.DECEMBER;
        return published.contains(year) || (decemberOnly && published.contains(year + 1));
    }

    private static String years(List<Integer> years) {
        int first = years.get(0);
        int last = years.get(years.size() - 1);
        return first == last ? first + " 年" : first + " 至 " + last + " 年";
    }

    private String basis(List<Integer> years) {
        if (yearsWithDays.containsAll(years)) {
            return "按法定节日";
        }
        return years.stream().anyMatch(yearsWithDays::contains) ? "按已知的法定节日和周末" : "只按周末";
    }
}
