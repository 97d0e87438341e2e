package org.shouwen.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.shouwen.calendar.WorkingCalendar.Stretch;

/**
 * Why a limit ends when it ends: 周五 16:30 起 8 个工作小时 = 周一 17:00：周五 1.5 小时，周一上午 3.5 小时，…
 *
 * <p>Names each counted day, holidays in between and make-up days; weekends need no words. Days worked in full follow
 * each other in one clause.
 */
final class Explanation {

    private static final int DAYS_IN_A_WEEK = 7;

    private final WorkingCalendar calendar;
    private final Instant from;
    private final LocalDate first;
    private final LocalDate last;
    private final String limit;
    private final Wording wording;

    /** @param last the last day that was counted */
    Explanation(WorkingCalendar calendar, Instant from, LocalDate last, String limit) {
        this.calendar = calendar;
        this.from = from;
        this.first = calendar.dateOf(from);
        this.last = last;
        this.limit = limit;
        boolean dated = first.datesUntil(last.plusDays(1))
                .anyMatch(date -> calendar.exception(date).isPresent());
        this.wording = wording(calendar, first, last, dated);
    }

    static String ofSameDay(WorkingCalendar calendar, Instant from) {
        LocalDate day = calendar.dateOf(from);
        return "当日不过夜：" + wording(calendar, day, day, false).moment(day, from) + " 起，当天 24:00 前完成";
    }

    static String ofWallClock(WorkingCalendar calendar, Instant from, Instant at, String limit) {
        LocalDate first = calendar.dateOf(from);
        LocalDate last = calendar.dateOf(at);
        Wording wording = wording(calendar, first, last, false);
        return wording.moment(first, from) + " 起 " + limit + " = " + wording.moment(last, at) + "：不分昼夜连续计算";
    }

    private static Wording wording(WorkingCalendar calendar, LocalDate first, LocalDate last, boolean dated) {
        boolean withYear = first.getYear() != last.getYear();
        boolean beyondAWeek = ChronoUnit.DAYS.between(first, last) >= DAYS_IN_A_WEEK;
        return new Wording(calendar.zone(), dated || withYear || beyondAWeek, withYear);
    }

    /** @param counted what was counted, in order, at least one */
    String ofTime(List<Stretch> counted) {
        Map<LocalDate, List<Stretch>> byDay =
                counted.stream().collect(Collectors.groupingBy(Stretch::day, TreeMap::new, Collectors.toList()));
        Clauses clauses = new Clauses(wording, run -> {
            String days = run.days() == 1
                    ? wording.day(run.first()) + "全天 "
                    : wording.days(run.first(), run.last()) + " " + run.days() + " 个工作日共 ";
            return days + Wording.amount(run.time());
        });
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            List<Stretch> parts = byDay.get(day);
            if (parts == null) {
                passed(day, clauses);
            } else if (!isMakeUp(day) && isFull(day, parts) && !startsLater(parts)) {
                clauses.counted(day, length(parts));
            } else {
                clauses.say(partly(day, parts));
            }
        }
        return head(counted.get(counted.size() - 1).to()) + clauses.text();
    }

    /** @param at closing time of the last day */
    String ofDays(Instant at) {
        int[] number = {0};
        Clauses clauses = new Clauses(wording, run -> {
            int next = number[0] + 1;
            number[0] += run.days();
            return run.days() == 1
                    ? wording.day(run.first()) + "为第 " + next + " 天"
                    : wording.days(run.first(), run.last()) + "为第 " + next + " 至 " + number[0] + " 天";
        });
        clauses.say("当天不计");
        for (LocalDate day = first.plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
            if (!calendar.isWorkingDay(day)) {
                passed(day, clauses);
            } else if (isMakeUp(day)) {
                clauses.flush();
                clauses.say(dayName(day) + "为第 " + ++number[0] + " 天");
            } else {
                clauses.counted(day, Duration.ZERO);
            }
        }
        clauses.flush();
        clauses.say(dayName(last) + "为第 " + ++number[0] + " 天，" + wording.time(last, at) + " 下班截止");
        return head(at) + clauses.text();
    }

    private String head(Instant at) {
        return wording.moment(first, from) + " 起 " + limit + " = " + wording.moment(last, at) + "：";
    }

    private String partly(LocalDate day, List<Stretch> parts) {
        StringBuilder text = new StringBuilder(dayName(day)).append(isMakeUp(day) ? "，" : "");
        if (startsLater(parts)) {
            text.append(isMakeUp(day) ? "" : " ")
                    .append(wording.time(day, parts.get(0).from()))
                    .append(" 起");
        }
        if (isFull(day, parts)) {
            return text.append("全天 ").append(Wording.amount(length(parts))).toString();
        }
        for (int i = 0; i < parts.size(); i++) {
            Stretch part = parts.get(i);
            if (i > 0) {
                Instant pause = parts.get(i - 1).to();
                String gap = pause.equals(part.from()) ? "" : wording.breakBetween(day, pause, part.from()) + "，";
                text.append("，").append(gap);
            }
            text.append(parts.size() > 1 ? wording.partOfDay(part.from()) : "");
            text.append(text.charAt(text.length() - 1) == '，' ? "" : " ")
                    .append(Wording.amount(part.from(), part.to()));
        }
        return text.toString();
    }

    /** A day on which nothing was counted: only a holiday is worth a word. */
    private void passed(LocalDate day, Clauses clauses) {
        calendar.exception(day)
                .filter(exception -> exception.kind() == CalendarDay.Kind.OFF)
                .ifPresent(exception -> clauses.holiday(day, exception.name()));
    }

    private boolean isFull(LocalDate day, List<Stretch> parts) {
        return parts.equals(calendar.stretchesOn(day));
    }

    /** @return whether these are the first counted, and the limit began in free time before */
    private boolean startsLater(List<Stretch> parts) {
        Instant start = parts.get(0).from();
        return start.isAfter(from) && calendar.nextWorkingTime(from).equals(start);
    }

    private boolean isMakeUp(LocalDate day) {
        return calendar.exception(day)
                .filter(exception -> exception.kind() == CalendarDay.Kind.EXTRA_WORKING)
                .isPresent();
    }

    private String dayName(LocalDate day) {
        return wording.day(day) + (isMakeUp(day) ? "调休上班" : "");
    }

    private static Duration length(List<Stretch> parts) {
        return parts.stream()
                .map(part -> Duration.between(part.from(), part.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
