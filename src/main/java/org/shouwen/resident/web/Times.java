package org.shouwen.resident.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shouwen.workflow.Acting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How residents read moments. */
@Component
record Times(
        Acting acting,
        @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    Instant now() {
        return acting.when();
    }

    /** @return 11月25日（周三）10:00, with its year where that is not the present one */
    String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean thisYear = local.getYear() == now().atZone(zone).getYear();
        return (thisYear ? "" : local.getYear() + "年") + MOMENT.format(local);
    }

    String day(Instant at) {
        return DAY.format(at.atZone(zone));
    }
}
