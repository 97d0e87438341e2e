package org.shouwen.calendar.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.HolidayList;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/**
 * The State Council's holidays of a year, as github.com/NateScarlet/holiday-cn writes them down. A notice may also name
 * days of the December before.
 *
 * @param source addresses of the notice
 */
record HolidayNotice(int year, String source, List<Day> days) {

    record Day(String name, LocalDate date, boolean isOffDay) {}

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int LONGEST_SOURCE = 1000;
    private static final int LONGEST_NAME = 60;

    /** Statutory days with a fixed date; the others follow the moon and are known from the rows that stand already. */
    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "元旦",
            MonthDay.of(5, 1), "劳动节",
            MonthDay.of(10, 1), "国庆节",
            MonthDay.of(10, 2), "国庆节",
            MonthDay.of(10, 3), "国庆节");

    /** Since this year 2 May is a statutory day, too. */
    private static final int SECOND_OF_MAY_SINCE = 2025;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    static HolidayNotice parse(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json == null ? "" : json.replaceFirst("^\\uFEFF", ""));
        } catch (JsonProcessingException e) {
            throw refusal("file", "放假安排文件不是完整的 JSON 文本");
        }
        if (!root.isObject()) {
            throw refusal("file", "放假安排文件须是一个 JSON 对象，含 year、papers、days");
        }
        JsonNode year = root.path("year");
        if (!year.isInt() || year.intValue() < FIRST_YEAR || year.intValue() > LAST_YEAR) {
            throw refusal("year", "放假安排的年份（year）须为 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 的整数");
        }
        return new HolidayNotice(
                year.intValue(), papers(root.path("papers")), days(root.path("days"), year.intValue()));
    }

    private static String papers(JsonNode papers) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode paper : papers) {
            if (!paper.isTextual() || paper.textValue().isBlank()) {
                throw refusal("papers", "放假安排的出处（papers）须是国务院通知的网址");
            }
            addresses.add(Typed.plain(paper.textValue()));
        }
        String source = String.join(" ", addresses);
        if (!papers.isArray() || addresses.isEmpty() || source.length() > LONGEST_SOURCE) {
            throw refusal("papers", "放假安排的出处（papers）须列出国务院通知的网址，没有出处的安排不能导入");
        }
        return source;
    }

    private static List<Day> days(JsonNode nodes, int year) {
        if (!nodes.isArray() || nodes.isEmpty()) {
            throw refusal("days", year + " 年放假安排的日期（days）是空的，可能尚未公布");
        }
        List<Day> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (JsonNode node : nodes) {
            Day day = day(node, "days[" + days.size() + "]", "days 第 " + (days.size() + 1) + " 项", year);
            if (!seen.add(day.date())) {
                throw refusal("days[" + days.size() + "].date", "days 中 " + day.date() + " 出现了两次");
            }
            days.add(day);
        }
        return List.copyOf(days);
    }

    /**
     * @param days each once
     * @throws Refusal where one is not of that year, or its festival has no name
     */
    static HolidayNotice of(int year, String source, List<Day> days) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw refusal("year", "放假安排的年份须在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间，写的是 " + year);
        }
        days.forEach(day -> {
            if (day.name().isBlank() || day.name().length() > LONGEST_NAME) {
                throw refusal("days", day.date() + " 的节日名称须为 1 至 " + LONGEST_NAME + " 个字");
            }
            if (!isOf(year, day.date())) {
                throw refusal("days", day.date() + " 不属于 " + year + " 年的放假安排");
            }
        });
        return new HolidayNotice(year, source, days);
    }

    private static boolean isOf(int year, LocalDate date) {
        return date.getYear() == year || date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER;
    }

    private static Day day(JsonNode node, String field, String item, int year) {
        JsonNode name = node.path("name");
        if (!name.isTextual() || name.textValue().isBlank() || name.textValue().length() > LONGEST_NAME) {
            throw refusal(field + ".name", item + "的节日名称（name）须为 1 至 " + LONGEST_NAME + " 个字");
        }
        JsonNode off = node.path("isOffDay");
        if (!off.isBoolean()) {
            throw refusal(field + ".isOffDay", item + "的是否休假（isOffDay）须为 true 或 false");
        }
        LocalDate date = Typed.date(node.path("date").asText())
                .orElseThrow(() -> refusal(field + ".date", item + "的日期（date）须为存在的日期，写成 " + year + "-01-01"));
        if (!isOf(year, date)) {
            throw refusal(field + ".date", item + "的日期（date）" + date + " 不属于 " + year + " 年的放假安排");
        }
        return new Day(Typed.plain(name.textValue()), date, off.booleanValue());
    }

    /**
     * @param known statutory days of the year as they stood before, with their names
     * @return the days as published rows of the national calendar; a working day that is one anyway is none of them
     * @throws Refusal where a statutory day is not off
     */
    List<CalendarDay> calendarDays(Map<LocalDate, String> known) {
        Map<LocalDate, String> statutory = statutoryDays(year, known);
        List<CalendarDay> told = days.stream()
                .filter(day -> day.isOffDay() || WEEKEND.contains(day.date().getDayOfWeek()))
                .map(day -> new CalendarDay(
                        "",
                        day.date(),
                        day.isOffDay() ? CalendarDay.Kind.OFF : CalendarDay.Kind.EXTRA_WORKING,
                        day.name(),
                        day.isOffDay() && statutory.containsKey(day.date()),
                        true,
                        source))
                .toList();
        mustBeWhole(new HolidayList(year, told), known);
        return told;
    }

    private static Map<LocalDate, String> statutoryDays(int year, Map<LocalDate, String> known) {
        Map<LocalDate, String> statutory = new TreeMap<>(known);
        FIXED.forEach((day, name) -> statutory.putIfAbsent(day.atYear(year), name));
        if (year >= SECOND_OF_MAY_SINCE) {
            statutory.putIfAbsent(LocalDate.of(year, Month.MAY, 2), "劳动节");
        }
        return statutory;
    }

    /**
     * @param known as for {@link #calendarDays}
     * @throws Refusal where a statutory day is not off, or a day is of another year
     */
    static void mustBeWhole(HolidayList list, Map<LocalDate, String> known) {
        Set<LocalDate> off = new HashSet<>();
        list.days().forEach(day -> {
            if (!isOf(list.year(), day.day())) {
                throw refusal("days", day.day() + " 不属于 " + list.year() + " 年的放假安排");
            }
            if (day.kind() == CalendarDay.Kind.OFF) {
                off.add(day.day());
            }
        });
        statutoryDays(list.year(), known).forEach((date, name) -> {
            if (!off.contains(date)) {
                throw refusal("days", list.year() + " 年放假安排不完整：" + date + " 是法定节日（" + name + "），却不放假");
            }
        });
    }

    private static Refusal refusal(String field, String sentence) {
        return Refusal.invalid("holiday-notice-invalid", field, sentence);
    }
}
