package org.shouwen.wording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How moments are said to people, on paper and by the API, how long it is until then, and which day they are of.
 *
 * @param zone in which people read times; whatever has to do with days asks this bean instead of having the zone
 */
@Component
public record Moments(
        Clock clock, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("M月d日（E）", Locale.CHINA);
    private static final DateTimeFormatter PAPER = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int HOURS_WITH_MINUTES = 10;
    private static final int HOURS_WITHOUT_DAYS = 48;

    /** @return the present moment, as fine as it is stored */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today() {
        return date(now());
    }

    /** @return the day that a moment is of */
    public LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** @return the month that a moment is of */
    public YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(zone));
    }

    /** @return the moment at which a day begins */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** @return the moment at which a month begins */
    public Instant start(YearMonth month) {
        return start(month.atDay(1));
    }

    /** @return the moment as the API says it, with the offset of the house; null for null */
    public OffsetDateTime local(Instant at) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }

    /** @return the moment as the field {@code datetime-local} takes it */
    public String field(Instant at) {
        return said(FIELD, at);
    }

    /** @return 11月25日（周三）10:00, with its year where that is not the present one; "" for null */
    public String text(Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime local = at.atZone(zone);
        return year(local.toLocalDate()) + MOMENT.format(local);
    }

    /** @return the same of a limit: the midnight at which a day ends is still that day's, 11月24日（周二）24:00 */
    public String limit(Instant due) {
        return endsDay(due) ? weekday(due.minusMillis(1)) + "24:00" : text(due);
    }

    /** @return a limit as it is kept: 2026年11月24日 24:00 */
    public String limitOnPaper(Instant due) {
        return endsDay(due) ? day(due.minusMillis(1)) + " 24:00" : onPaper(due);
    }

    private boolean endsDay(Instant at) {
        return at != null && at.equals(start(date(at)));
    }

    /** @return 2026年11月25日 至 2026年12月25日 */
    public static String days(LocalDate from, LocalDate until) {
        return day(from) + " 至 " + day(until);
    }

    /** @return 11月25日（周三）10:00 至 12:00; the end with its day where that is another one */
    public String span(Instant from, Instant to) {
        return text(from) + " 至 " + (date(from).equals(date(to)) ? said(TIME, to) : text(to));
    }

    /** @return 11月25日（周三）, with its year where that is not the present one */
    public String weekday(Instant at) {
        return weekday(date(at));
    }

    /** @return 11月25日（周三）, with its year where that is not the present one */
    public String weekday(LocalDate day) {
        return year(day) + WEEKDAY.format(day);
    }

    /** @return 2026年11月25日 */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** @return 2026年11月25日 */
    public String day(Instant at) {
        return said(DAY, at);
    }

    /** @return 2026年11月25日 10:00: what is kept is read in another year */
    public String onPaper(Instant at) {
        return said(PAPER, at);
    }

    /** @return 2026年11月25日 10:00:05 */
    public String exact(Instant at) {
        return said(EXACT, at);
    }

    /** @return 还剩 2 小时, 已超时 3 小时 */
    public String remaining(Instant due) {
        Instant now = now();
        String words = now.isAfter(due) ? "已超时 " + length(due, now) : "还剩 " + length(now, due);
        return words.replace(" 不到", "不到");
    }

    /** @return 2 小时 5 分钟, rounded down, the coarser the longer */
    public static String length(Instant from, Instant to) {
        Duration duration = Duration.between(from, to);
        long hours = duration.toHours();
        if (duration.toMinutes() == 0) {
            return "不到 1 分钟";
        }
        if (hours == 0) {
            return duration.toMinutes() + " 分钟";
        }
        if (hours < HOURS_WITH_MINUTES) {
            return hours + " 小时" + (duration.toMinutesPart() == 0 ? "" : " " + duration.toMinutesPart() + " 分钟");
        }
        if (hours < HOURS_WITHOUT_DAYS) {
            return hours + " 小时";
        }
        return duration.toDays() + " 天" + (duration.toHoursPart() == 0 ? "" : " " + duration.toHoursPart() + " 小时");
    }

    private String year(LocalDate day) {
        return day.getYear() == today().getYear() ? "" : day.getYear() + "年";
    }

    private String said(DateTimeFormatter words, Instant at) {
        return words.format(at.atZone(zone));
    }
}
