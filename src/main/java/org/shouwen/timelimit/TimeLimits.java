package org.shouwen.timelimit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.Due;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.problem.Refusal;
import org.shouwen.ticket.Area;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Hazard;
import org.shouwen.ticket.Priority;
import org.shouwen.ticket.Slot;
import org.shouwen.workflow.Decisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** By when a ticket is promised: limits from the table {@code time-limits} (D2), dates from the site's calendar. */
@Component
public class TimeLimits {

    private static final String TABLE = "timeLimits";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Decisions decisions;
    private final Calendars calendars;
    private final ZoneId zone;

    TimeLimits(Decisions decisions, Calendars calendars, @Value("${shouwen.zone:Asia/Shanghai}") ZoneId zone) {
        this.decisions = decisions;
        this.calendars = calendars;
        this.zone = zone;
    }

    /** What the table asks about a ticket. */
    public record Facts(String kind, Priority priority, Area area, Hazard hazard) {}

    /**
     * @param appointment agreed slot, or null; where the row knows slots, arrival and finishing count from it
     * @param at when the clocks start
     * @return the three deadlines, respond, arrive, finish
     * @throws Refusal where the table has no row for the case: a matter without a promise is not taken
     */
    public List<Deadline> deadlines(Facts facts, String site, Slot appointment, Instant at) {
        Map<String, Object> row = decisions
                .row(
                        TABLE,
                        Map.of(
                                "kind", facts.kind(),
                                "priority", facts.priority().name(),
                                "area", facts.area().name(),
                                "hazard", facts.hazard().name()))
                .orElseThrow(() -> Refusal.invalid(
                        "limit-missing",
                        "category",
                        "办结时限表里没有适用的一行（%s，%s，%s），不能受理，请主管补充"
                                .formatted(
                                        facts.priority().label(),
                                        facts.area().label(),
                                        facts.hazard().label())));
        WorkingCalendar calendar = calendars.of(site);
        String source = (String) row.get("source");
        int slotMinutes = amount(row, "slotMinutes");
        boolean bySlot = appointment != null && slotMinutes > 0;
        Instant workStart = bySlot ? appointment.from() : at;

        Deadline respond = deadline(ClockKind.RESPOND, row, source, at, calendar);
        Deadline arrive = bySlot
                ? new Deadline(
                        ClockKind.ARRIVE,
                        slotMinutes,
                        WorkUnit.MINUTE.name(),
                        source,
                        appointment.from(),
                        appointment.from().plusSeconds(60L * slotMinutes),
                        "约定 %s 上门，最迟 %d 分钟内到场"
                                .formatted(
                                        DAY_AND_TIME.format(appointment.from().atZone(zone)), slotMinutes),
                        null)
                : deadline(ClockKind.ARRIVE, row, source, at, calendar);
        // A same-day promise made before midnight cannot end before the arrival that it follows
        Instant finishStart =
                unit(row, ClockKind.FINISH) == WorkUnit.SAME_DAY && arrive.due() != null ? arrive.due() : workStart;
        return List.of(respond, arrive, deadline(ClockKind.FINISH, row, source, finishStart, calendar));
    }

    private static Deadline deadline(
            ClockKind clock, Map<String, Object> row, String source, Instant from, WorkingCalendar calendar) {
        int amount = amount(row, name(clock) + "Amount");
        WorkUnit unit = unit(row, clock);
        Due due = calendar.due(from, amount, unit);
        String explanation = due.warning() == null ? due.explanation() : due.explanation() + "（" + due.warning() + "）";
        return new Deadline(clock, amount, unit.name(), source, from, due.at(), explanation, null);
    }

    private static WorkUnit unit(Map<String, Object> row, ClockKind clock) {
        return WorkUnit.valueOf((String) row.get(name(clock) + "Unit"));
    }

    private static int amount(Map<String, Object> row, String output) {
        return row.get(output) == null ? 0 : ((Number) row.get(output)).intValue();
    }

    private static String name(ClockKind clock) {
        return clock.name().toLowerCase(Locale.ROOT);
    }
}
