package org.shouwen.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the pages say moments and how long it is until then. */
@Component
record Moments(
        Clock clock, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("yyyy年", Locale.CHINA);
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);
    private static final int HOURS_WITH_MINUTES = 10;
    private static final int HOURS_WITHOUT_DAYS = 48;

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return 11月25日（周三）10:00, with its year where that is not the present one; "" for null */
    String text(Instant at) {
        if (at == null) {
            return "";
        }
        ZonedDateTime local = at.atZone(zone);
        boolean thisYear = local.getYear() == now().atZone(zone).getYear();
        return (thisYear ? "" : YEAR.format(local)) + DAY.format(local);
    }

    /** @return 还剩 2 小时, 已超时 3 小时 */
    String remaining(Instant due) {
        Instant now = now();
        String words = now.isAfter(due) ? "已超时 " + length(due, now) : "还剩 " + length(now, due);
        return words.replace(" 不到", "不到");
    }

    /** @return 2 小时 5 分钟, rounded down, the coarser the longer */
    static String length(Instant from, Instant to) {
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

    /** @return the moment as the field {@code datetime-local} takes it */
    String field(Instant at) {
        return FIELD.format(at.atZone(zone));
    }
}
