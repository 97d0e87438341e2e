package org.shouwen.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.shouwen.problem.Words.Wrong;

/**
 * What was written in one field: read as {@link Typed} reads it, and refused, naming the field, in the {@link Words} of the
 * door. A text is counted in UTF-16 units with single line ends, as browsers count what a form lets people type.
 */
public final class Written {

    /** Of a reason, wherever one is asked for. */
    public static final int REASON = 500;

    private static final int LONGEST_CODE = 40;

    /** What is no longer is a name or a number, of one line, even where it was copied with line ends. */
    private static final int LONGEST_LINE = 60;

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Words words;
    private final String text;
    private final String field;
    private final String label;

    Written(Words words, String text, String field, String label) {
        this.words = words;
        this.text = Typed.plain(text);
        this.field = field;
        this.label = label;
    }

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    public static String text(String value, String field, String label, int max) {
        return Words.FIELDS.written(value, field, label).text(max);
    }

    /** @return why something is done or not */
    public static String reason(String value, String label) {
        return text(value, "reason", label, REASON);
    }

    /** @return "" where nothing was written */
    public static String optional(String value, String field, String label, int max) {
        return Words.FIELDS.written(value, field, label).optional(max);
    }

    /** @return null where nothing was written */
    public static String orNull(String value, String field, String label, int max) {
        return Typed.orNull(optional(value, field, label, max));
    }

    /** @return false where nothing was written */
    public static boolean flag(String value, String field) {
        Written asked = Words.FIELDS.written(value, field, "");
        return asked.isGiven() && asked.flag();
    }

    /** @return a moment; a text without offset is local time in {@code zone} */
    public static Instant moment(String value, String field, String label, ZoneId zone) {
        return Words.FIELDS.written(value, field, label).moment(zone);
    }

    /** @return a day, for example 2026-11-23 */
    public static LocalDate date(String value, String field, String label) {
        return Words.FIELDS.written(value, field, label).date();
    }

    /** @return a month, for example 2026-11 */
    public static YearMonth month(String value, String field, String label) {
        return Words.FIELDS.written(value, field, label).month();
    }

    /** @return the month that a list is asked for; the other where none is */
    public static YearMonth month(String value, YearMonth otherwise) {
        return Typed.isBlank(value) ? otherwise : month(value, "month", "月份");
    }

    public boolean isGiven() {
        return !text.isEmpty();
    }

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    public String text(int max) {
        if (text.isEmpty()) {
            throw wrong(Wrong.MISSING);
        }
        return optional(max);
    }

    /** @return "" where nothing was written */
    public String optional(int max) {
        if (text.length() > max) {
            throw wrong(Wrong.TOO_LONG, max, text.length());
        }
        if (!Typed.canBeKept(text)) {
            throw wrong(Wrong.UNKEPT);
        }
        return max > LONGEST_LINE ? text : Typed.line(text);
    }

    /** @return a moment; a text without offset is local time in {@code zone} */
    public Instant moment(ZoneId zone) {
        Instant at = momentOfAnyYear(zone);
        if (!isOurs(at.atZone(zone).getYear())) {
            throw wrong(Wrong.MOMENT);
        }
        return at;
    }

    /** @return the same, for those who bound it in words of their own */
    public Instant momentOfAnyYear(ZoneId zone) {
        return Typed.moment(text(LONGEST_CODE), zone).orElseThrow(() -> wrong(Wrong.MOMENT));
    }

    /** @return a day, for example 2026-11-23 */
    public LocalDate date() {
        return Typed.date(text(LONGEST_CODE))
                .filter(day -> isOurs(day.getYear()))
                .orElseThrow(() -> wrong(Wrong.DATE));
    }

    /** @return a month, for example 2026-11 */
    public YearMonth month() {
        return Typed.month(text(LONGEST_CODE))
                .filter(month -> isOurs(month.getYear()))
                .orElseThrow(() -> wrong(Wrong.MONTH));
    }

    /** @return the constant that was chosen */
    public <E extends Enum<E>> E code(Class<E> codes) {
        return Typed.code(text(LONGEST_CODE), codes).orElseThrow(() -> wrong(Wrong.CODE, Typed.codes(codes), ""));
    }

    public boolean flag() {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(Wrong.FLAG);
        };
    }

    /** @return a whole number within these limits, which are in it */
    public int whole(int min, int max) {
        return Typed.whole(text(LONGEST_CODE), min, max).orElseThrow(() -> wrong(Wrong.NUMBER, min, max));
    }

    private Refusal wrong(Wrong wrong) {
        return wrong(wrong, "", "");
    }

    /** @param limit or the codes */
    private Refusal wrong(Wrong wrong, Object limit, Object other) {
        return words.refusal(wrong, field, label, field, text, limit, other);
    }

    private static boolean isOurs(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
