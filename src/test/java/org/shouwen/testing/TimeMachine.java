package org.shouwen.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The one clock of the tests; it moves the engine's clock along. */
public final class TimeMachine extends Clock {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Instant now;

    public TimeMachine() {
        travelTo("2026-11-23T09:00");
    }

    /** @param local local time in {@link #ZONE}, for example {@code 2026-11-23T09:00} */
    public void travelTo(String local) {
        set(LocalDateTime.parse(local).atZone(ZONE).toInstant());
    }

    public void pass(Duration time) {
        set(now.plus(time));
    }

    private void set(Instant moment) {
        now = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
