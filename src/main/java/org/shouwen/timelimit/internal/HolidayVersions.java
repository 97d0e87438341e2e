package org.shouwen.timelimit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouwen.calendar.CalendarDay;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.calendar.HolidayList.NewDay;
import org.shouwen.problem.Refusal;
import org.shouwen.rows.Sql;
import org.shouwen.wording.Moments;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.Difference.Cell;
import org.shouwen.workflow.Difference.Line;
import org.shouwen.workflow.Difference.What;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Said;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.StoredTexts;
import org.springframework.stereotype.Component;

/**
 * The holidays of a year, version by version, {@code holidays-2027.csv}. What is counted by stands in the calendar: a version that
 * comes in force is written there in the same transaction, and open promises are counted anew as after any change of it.
 */
@Component
class HolidayVersions extends StoredTexts {

    private static final Pattern KEY = Pattern.compile("holidays-(20\\d\\d|2100)");

    private final Calendars calendars;
    private final Moments moments;

    HolidayVersions(Sql sql, Clock clock, Calendars calendars, Moments moments) {
        super(sql, clock, ModelVersions.HOLIDAYS);
        this.calendars = calendars;
        this.moments = moments;
    }

    @Override
    public boolean has(String model) {
        return super.has(model) && KEY.matcher(key(model)).matches();
    }

    private int year(String model) {
        Matcher year = KEY.matcher(key(model));
        if (!year.matches()) {
            throw new IllegalArgumentException(model);
        }
        return Integer.parseInt(year.group(1));
    }

    @Override
    protected String name(String key, String content) {
        return year(key + ModelVersions.HOLIDAYS) + " 年节假日";
    }

    /** Before the first change a year goes by what the program brought, or by nothing but the week. */
    @Override
    protected Optional<String> standing(String model) {
        return Optional.of(calendars.holidays(year(model)).text());
    }

    /** The program carries none as a file, so none goes home with it. */
    @Override
    public List<Version> all() {
        return List.of();
    }

    private HolidayList read(String model, byte[] text) {
        return HolidayList.read(year(model), new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public List<Said> judge(String model, byte[] text) {
        // What went before may come back although less was known then: a year that nothing was announced of has no days
        boolean again = of(model).stream().anyMatch(version -> Arrays.equals(source(version), text));
        try {
            HolidayList list = read(model, text);
            if (!again) {
                calendars.mustBeWhole(list);
            }
            calendars.mustBeOfNoOther(list);
            return List.of();
        } catch (Refusal refusal) {
            return List.of(new Said(model, "", refusal.getMessage()));
        }
    }

    @Override
    public Difference difference(byte[] before, byte[] after) {
        // Days are compared by their dates; of which year the notices are does not matter
        return new Difference(
                list(before).changesTo(list(after)).stream().map(this::line).toList());
    }

    private static HolidayList list(byte[] text) {
        return HolidayList.read(0, new String(text, StandardCharsets.UTF_8));
    }

    private Line line(NewDay day) {
        What what = day.before() == null ? What.ADDED : day.after() == null ? What.REMOVED : What.CHANGED;
        String name = Stream.of(day.after(), day.before())
                .filter(one -> one != null)
                .findFirst()
                .map(CalendarDay::name)
                .orElse("");
        return new Line(
                what,
                day.day().toString(),
                moments.weekday(day.day()),
                name,
                List.of(new Cell("安排", said(day.before()), said(day.after()))));
    }

    private static String said(CalendarDay day) {
        if (day == null) {
            return "照平常的星期";
        }
        String kind = day.kind() == CalendarDay.Kind.EXTRA_WORKING ? "调休上班" : day.statutory() ? "法定节日，放假" : "放假";
        return day.name() + " " + kind + (day.published() ? "" : "（推算的）");
    }

    @Override
    public Version deploy(String model, byte[] text, boolean shipped) {
        Version deployed = super.deploy(model, text, shipped);
        calendars.putHolidays(read(model, text));
        return deployed;
    }
}
