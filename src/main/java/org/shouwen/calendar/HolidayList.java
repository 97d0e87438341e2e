package org.shouwen.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shouwen.calendar.CalendarDay.Kind;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * The national days that the notice of a year makes otherwise than their week, by date. Its text, a list that spreadsheets open
 * and an import takes, says all of it.
 *
 * @param days of that year; a notice reaches into the December before
 */
public record HolidayList(int year, List<CalendarDay> days) {

    private static final String HEADER = "日期,节日,休班,法定节日,已公布,出处";
    private static final int COLUMNS = 6;
    private static final Set<String> KINDS = Set.of("休", "班");
    private static final Set<String> FLAGS = Set.of("是", "否");

    public HolidayList {
        days = days.stream().sorted(Comparator.comparing(CalendarDay::day)).toList();
    }

    /**
     * A day that is otherwise.
     *
     * @param before null: it was as its weekday
     * @param after null: it will be
     */
    public record NewDay(LocalDate day, CalendarDay before, CalendarDay after) {

        /** @return whether people work or not as before, for the same reason, and as surely */
        private boolean isSame() {
            return before != null
                    && after != null
                    && before.kind() == after.kind()
                    && before.name().equals(after.name())
                    && before.statutory() == after.statutory()
                    && before.published() == after.published();
        }
    }

    /**
     * @param text as {@link #text} writes it
     * @throws Refusal naming the line that is otherwise
     */
    public static HolidayList read(int year, String text) {
        List<String> lines = text.lines().toList();
        if (!Typed.canBeKept(text)) {
            throw refusal("有不能保存的字符");
        }
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw refusal("第 1 行须是表头：" + HEADER);
        }
        List<CalendarDay> days = new ArrayList<>();
        Set<LocalDate> seen = new TreeSet<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", COLUMNS);
            String line = "第 " + (i + 1) + " 行";
            if (cells.length < COLUMNS
                    || !KINDS.contains(cells[2])
                    || !FLAGS.contains(cells[3])
                    || !FLAGS.contains(cells[4])) {
                throw refusal(line + "须是日期、节日、休或班、是否法定节日（是、否）、是否已公布（是、否）、出处");
            }
            LocalDate day = Typed.date(cells[0]).orElseThrow(() -> refusal(line + "的日期“" + cells[0] + "”不存在"));
            if (!seen.add(day)) {
                throw refusal(line + "：" + day + " 写了两次");
            }
            days.add(new CalendarDay(
                    "",
                    day,
                    cells[2].equals("休") ? Kind.OFF : Kind.EXTRA_WORKING,
                    cells[1],
                    cells[3].equals("是"),
                    cells[4].equals("是"),
                    cells[5]));
        }
        return new HolidayList(year, days);
    }

    private static Refusal refusal(String sentence) {
        return Refusal.invalid("holiday-list-invalid", "file", sentence);
    }

    /** @return a line a day, with a header */
    public String text() {
        return days.stream()
                .map(day -> String.join(
                        ",",
                        day.day().toString(),
                        day.name().replace(',', '，'),
                        day.kind() == Kind.OFF ? "休" : "班",
                        day.statutory() ? "是" : "否",
                        day.published() ? "是" : "否",
                        Typed.line(day.source())))
                .collect(Collectors.joining("\n", HEADER + "\n", days.isEmpty() ? "" : "\n"));
    }

    /** @return what it says otherwise, by date */
    public List<NewDay> changesTo(HolidayList after) {
        Map<LocalDate, CalendarDay> old = byDate();
        Map<LocalDate, CalendarDay> other = after.byDate();
        Set<LocalDate> all = new TreeSet<>(old.keySet());
        all.addAll(other.keySet());
        return all.stream()
                .map(day -> new NewDay(day, old.get(day), other.get(day)))
                .filter(day -> !day.isSame())
                .toList();
    }

    private Map<LocalDate, CalendarDay> byDate() {
        return days.stream().collect(Collectors.toMap(CalendarDay::day, day -> day));
    }
}
