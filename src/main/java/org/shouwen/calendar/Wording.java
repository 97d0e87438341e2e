package org.shouwen.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * How days, moments and amounts of time are said in Chinese.
 *
 * @param dated whether a weekday alone would leave doubt
 * @param withYear whether a date without its year would
 */
record Wording(ZoneId zone, boolean dated, boolean withYear) {

    private static final String WEEKDAYS = "一二三四五六日";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final int HALF_HOUR = 1800;

    /** @return 周五, or 2月13日周五 */
    String day(LocalDate date) {
        String weekday = "周" + WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
        return dated ? date(date) + weekday : weekday;
    }

    /** @return 周一至周三, or 2月15日至23日 */
    String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return dated ? date(first) : day(first);
        }
        if (!dated) {
            return day(first) + "至" + day(last);
        }
        boolean sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
        return date(first) + "至" + (sameMonth ? last.getDayOfMonth() + "日" : date(last));
    }

    private String date(LocalDate date) {
        return (withYear ? date.getYear() + "年" : "") + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    /** @return day and time; midnight that ends the day is its 24:00 */
    String moment(LocalDate day, Instant at) {
        return day(day) + " " + time(day, at);
    }

    String time(LocalDate day, Instant at) {
        if (at.equals(day.plusDays(1).atStartOfDay(zone).toInstant())) {
            return "24:00";
        }
        LocalTime time = LocalTime.ofInstant(at, zone);
        return time.format(time.getSecond() == 0 ? MINUTES : SECONDS);
    }

    /** @return 上午, 下午 or 晚上 */
    String partOfDay(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, zone);
        if (time.isBefore(NOON)) {
            return "上午";
        }
        return time.isBefore(EVENING) ? "下午" : "晚上";
    }

    /** @return 12:00-14:00 午休 */
    String breakBetween(LocalDate day, Instant from, Instant to) {
        boolean overNoon = !LocalTime.ofInstant(from, zone).isAfter(LocalTime.of(13, 0))
                && !LocalTime.ofInstant(to, zone).isBefore(LocalTime.of(12, 30));
        return time(day, from) + "-" + time(day, to) + (overNoon ? " 午休" : " 休息");
    }

    /** @return 1.5 小时, 1 小时 20 分钟 or 15 分钟: of whole seconds, so that the parts add up to what the clock shows */
    static String amount(Instant from, Instant to) {
        return amount(Duration.between(from.truncatedTo(ChronoUnit.SECONDS), to.truncatedTo(ChronoUnit.SECONDS)));
    }

    static String amount(Duration time) {
        long seconds = time.toSeconds();
        if (seconds >= HALF_HOUR && seconds % HALF_HOUR == 0) {
            return seconds / 3600 + (seconds % 3600 == 0 ? "" : ".5") + " 小时";
        }
        String text = time.toHours() > 0 ? " " + time.toHours() + " 小时" : "";
        text += time.toMinutesPart() > 0 ? " " + time.toMinutesPart() + " 分钟" : "";
        text += time.toSecondsPart() > 0 || text.isEmpty() ? " " + time.toSecondsPart() + " 秒" : "";
        return text.strip();
    }
}
