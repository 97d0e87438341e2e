package org.shouwen.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.WorkUnit;
import org.shouwen.calendar.WorkingCalendar;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;
import org.shouwen.rights.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers "when is it due" for any start and limit. */
@Allowed
@RestController
@RequestMapping("/api/calendar")
class CalendarController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int LARGEST_AMOUNT = 10_000;
    private static final Set<WorkUnit> UNITS = EnumSet.complementOf(EnumSet.of(WorkUnit.SAME_DAY, WorkUnit.NONE));

    /** 2026-02-13T16:00:00 08:00: a '+' that nobody encoded. */
    private static final Pattern LOST_PLUS = Pattern.compile("(\\S+T\\S+) (\\d{2}:\\d{2}(?:\\[.+])?)");

    private final Calendars calendars;

    CalendarController(Calendars calendars) {
        this.calendars = calendars;
    }

    @Operation(
            summary = "When a limit ends, and why",
            description =
                    "WORKDAY, WORKHOUR and WORKMINUTE count working time of the site's calendar (without a site: the"
                            + " national one), HOUR and MINUTE count by the clock. A start without an offset is local time.")
    @GetMapping("/deadline")
    DeadlineView deadline(
            @Parameter(required = true, description = "Start, ISO 8601", example = "2026-02-13T16:00:00+08:00")
                    @RequestParam(required = false)
                    String from,
            @Parameter(required = true, schema = @Schema(type = "integer", minimum = "1", maximum = "10000"))
                    @RequestParam(required = false)
                    String amount,
            @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"WORKDAY", "WORKHOUR", "WORKMINUTE", "HOUR", "MINUTE"}))
                    @RequestParam(required = false)
                    String unit,
            @Parameter(description = "Code of a site; absent: the national calendar") @RequestParam(required = false)
                    String site) {
        WorkingCalendar calendar = calendars.of(Typed.plain(site));
        return DeadlineView.of(calendar.due(start(from, calendar.zone()), amount(amount), unit(unit)), calendar.zone());
    }

    private static Instant start(String written, ZoneId zone) {
        if (Typed.isBlank(written)) {
            throw missing("from", "起算时间（from），例如 2026-02-13T16:00:00+08:00");
        }
        Instant start = Typed.moment(LOST_PLUS.matcher(Typed.plain(written)).replaceFirst("$1+$2"), zone)
                .orElseThrow(() -> wrong("from", "起算时间（from）须为存在的日期和时间，例如 2026-02-13T16:00:00+08:00"));
        int year = start.atZone(zone).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw wrong("from", "起算时间（from）的年份须在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间");
        }
        return start;
    }

    private static int amount(String written) {
        if (Typed.isBlank(written)) {
            throw missing("amount", "时限的数量（amount），例如 3");
        }
        return Typed.whole(written, 1, LARGEST_AMOUNT)
                .orElseThrow(() -> wrong("amount", "时限的数量（amount）须为 1 至 " + LARGEST_AMOUNT + " 的整数"));
    }

    private static WorkUnit unit(String written) {
        String allowed = UNITS.stream().map(Enum::name).collect(Collectors.joining("、"));
        if (Typed.isBlank(written)) {
            throw missing("unit", "时限的单位（unit）：" + allowed);
        }
        return Typed.code(written, WorkUnit.class)
                .filter(UNITS::contains)
                .orElseThrow(() -> wrong("unit", "时限的单位（unit）须为 " + allowed + " 之一"));
    }

    private static Refusal missing(String parameter, String what) {
        return Refusal.invalid("parameter-missing", parameter, "请写明" + what);
    }

    private static Refusal wrong(String parameter, String sentence) {
        return Refusal.invalid("parameter-invalid", parameter, sentence);
    }
}
