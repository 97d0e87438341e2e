package org.shouwen.rulebook.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.CalendarDay.Kind;
import org.shouwen.calendar.Calendars;
import org.shouwen.page.StaffPage;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Allowed;
import org.shouwen.rights.Caller;
import org.shouwen.rulebook.ModelPart;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 规则 › 节假日: which days of a year are otherwise than their week, by which working days are counted. */
@Allowed
@StaffPage
class HolidayPage {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Calendars calendars;
    private final Moments moments;
    private final ObjectProvider<ModelPart> parts;

    HolidayPage(Calendars calendars, Moments moments, ObjectProvider<ModelPart> parts) {
        this.calendars = calendars;
        this.moments = moments;
        this.parts = parts;
    }

    /**
     * @param off days on which nobody works, in words
     * @param worked weekends that are worked instead
     * @param source where it was announced; empty where the law alone says so
     */
    record Holiday(String name, List<String> off, List<String> worked, String source) {}

    @GetMapping("/desk/rules/holidays")
    String page(@RequestParam(defaultValue = "0") int year, Caller caller, Model model) {
        int now = moments.local(caller.at()).getYear();
        int shown = year == 0 ? now : year;
        if (shown < FIRST_YEAR || shown > LAST_YEAR) {
            throw Refusal.invalid("year-invalid", "year", "年份须在 " + FIRST_YEAR + " 和 " + LAST_YEAR + " 之间");
        }
        List<CalendarDay> days = calendars.days("", shown);
        Map<String, List<CalendarDay>> named = days.stream()
                .collect(Collectors.groupingBy(CalendarDay::name, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("year", shown);
        model.addAttribute("now", now);
        String list = "holidays-" + shown + ModelVersions.HOLIDAYS;
        model.addAttribute(
                "parts",
                parts.orderedStream().map(part -> part.of(list, caller)).toList());
        model.addAttribute("announced", !days.isEmpty() && days.stream().allMatch(CalendarDay::published));
        model.addAttribute(
                "holidays",
                named.entrySet().stream()
                        .map(holiday -> holiday(holiday.getKey(), holiday.getValue()))
                        .toList());
        return "rulebook/holidays";
    }

    private Holiday holiday(String name, List<CalendarDay> days) {
        return new Holiday(
                name,
                days(days, Kind.OFF),
                days(days, Kind.EXTRA_WORKING),
                days.stream().map(CalendarDay::source).findFirst().orElse(""));
    }

    private List<String> days(List<CalendarDay> days, Kind kind) {
        return days.stream()
                .filter(day -> day.kind() == kind)
                .map(day -> moments.weekday(day.day()))
                .toList();
    }
}
