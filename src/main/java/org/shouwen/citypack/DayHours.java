package org.shouwen.citypack;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouwen.calendar.WorkingSlot;
import org.shouwen.problem.Refusal;
import org.shouwen.problem.Typed;

/** Hours of one day, to the minute: 08:00-12:00、14:00-18:00. Immutable. */
public final class DayHours {

    /** No minute of the day. */
    public static final DayHours NONE = new DayHours(new BitSet());

    /** The whole day. */
    public static final DayHours ALL = NONE.complement();

    private static final int MINUTES = 24 * 60;
    private static final Pattern SPAN =
            Pattern.compile("([01]?\\d|2[0-4])[:：]([0-5]\\d)\\s*[-–—~～至]\\s*([01]?\\d|2[0-4])[:：]([0-5]\\d)");

    private final BitSet minutes;

    private DayHours(BitSet minutes) {
        this.minutes = minutes;
    }

    /** A stretch of minutes; {@code to} is not in it. */
    private record Run(int from, int to) {}

    /**
     * @param written spans such as {@code 08:00-12:00 14:00-18:00}, separated by blanks, commas or 、. One that ends before it
     *     begins goes over midnight: {@code 18:00-08:00} is the evening and the early morning of each such day. Empty: no
     *     minute
     * @throws Refusal where it is no such thing
     */
    public static DayHours of(String written, String field) {
        BitSet minutes = new BitSet(MINUTES);
        String text = Typed.plain(written);
        for (String span : text.split("[\\s,，、;；]+")) {
            if (!span.isEmpty()) {
                add(span, minutes, field);
            }
        }
        return new DayHours(minutes);
    }

    private static void add(String span, BitSet minutes, String field) {
        Matcher matcher = SPAN.matcher(span);
        int from = matcher.matches() ? minute(matcher.group(1), matcher.group(2)) : -1;
        int to = matcher.matches() ? minute(matcher.group(3), matcher.group(4)) : -1;
        if (from < 0 || to < 0 || from == to || from > MINUTES || to > MINUTES) {
            throw Refusal.invalid(
                    "hours-invalid", field, "“" + span + "”不是时段，请写成 08:00-12:00 14:00-18:00 这样，全天写 00:00-24:00");
        }
        if (from < to) {
            minutes.set(from, to);
        } else {
            minutes.set(from, MINUTES);
            minutes.set(0, to);
        }
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    /** @return what is in both */
    public DayHours within(DayHours other) {
        BitSet both = (BitSet) minutes.clone();
        both.and(other.minutes);
        return new DayHours(both);
    }

    /** @return the rest of the day */
    public DayHours complement() {
        BitSet rest = (BitSet) minutes.clone();
        rest.flip(0, MINUTES);
        return new DayHours(rest);
    }

    /** @return true at the start of a span, false at its end */
    public boolean include(LocalTime time) {
        return minutes.get(time.toSecondOfDay() / 60);
    }

    public boolean isEmpty() {
        return minutes.isEmpty();
    }

    /** @return when the next span begins after a moment that is in none */
    public Optional<LocalTime> nextAfter(LocalTime time) {
        int next = minutes.nextSetBit(time.toSecondOfDay() / 60);
        return next < 0 ? Optional.empty() : Optional.of(LocalTime.of(next / 60, next % 60));
    }

    /** @return 08:00-12:00、14:00-18:00; 全天 for the whole day; "" for no minute of it */
    public String words() {
        return equals(ALL) ? "全天" : joined("、");
    }

    /** @return as {@link #of} reads it */
    public String written() {
        return joined(" ");
    }

    /** @return the same as working slots of a day */
    public List<WorkingSlot> slots() {
        return runs().stream()
                .map(run -> new WorkingSlot(time(run.from()), time(run.to())))
                .toList();
    }

    /** @param minute 24:00 is midnight */
    private static LocalTime time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute);
    }

    private String joined(String separator) {
        return runs().stream()
                .map(run -> clock(run.from()) + "-" + clock(run.to()))
                .collect(Collectors.joining(separator));
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int from = minutes.nextSetBit(0); from >= 0; ) {
            int to = minutes.nextClearBit(from);
            runs.add(new Run(from, to));
            from = minutes.nextSetBit(to);
        }
        return runs;
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayHours hours && minutes.equals(hours.minutes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(minutes);
    }

    @Override
    public String toString() {
        return written();
    }
}
