package org.shouwen.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;

/** Reads what people or programs wrote, and refuses in a sentence that names the field. */
public final class Written {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private Written() {}

    /** @return the text without outer blanks; never blank, at most {@code max} characters */
    public static String text(String value, String field, String label, int max) {
        String text = optional(value, field, label, max);
        if (text.isEmpty()) {
            throw Refusal.invalid("field-missing", field, "请填写" + label + "（" + field + "）");
        }
        return text;
    }

    /** @return "" where nothing was written */
    public static String optional(String value, String field, String label, int max) {
        String text = value == null ? "" : value.strip();
        if (text.length() > max) {
            throw Refusal.invalid("field-too-long", field, label + "（" + field + "）最多 " + max + " 字");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-invalid", field, label + "（" + field + "）含有不能保存的字符");
        }
        return text;
    }

    /** @return a moment; a text without offset is local time in {@code zone} */
    public static Instant moment(String value, String field, String label, ZoneId zone) {
        String text = text(value, field, label, 40);
        try {
            Instant at = text.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            int year = at.atZone(zone).getYear();
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return at;
            }
        } catch (DateTimeException e) {
            // Said below
        }
        throw Refusal.invalid("field-moment", field, label + "（" + field + "）须为日期和时间，例如 2026-11-23T18:00");
    }

    /** @return a day, for example 2026-11-23 */
    public static LocalDate date(String value, String field, String label) {
        try {
            LocalDate day = LocalDate.parse(text(value, field, label, 10));
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below
        }
        throw Refusal.invalid("field-date", field, label + "（" + field + "）须为日期，例如 2026-11-23");
    }

    /** @return a month, for example 2026-11 */
    public static YearMonth month(String value, String field, String label) {
        try {
            YearMonth month = YearMonth.parse(text(value, field, label, 10));
            if (month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR) {
                return month;
            }
        } catch (DateTimeException e) {
            // Said below
        }
        throw Refusal.invalid("field-month", field, label + "（" + field + "）须为年月，例如 2026-11");
    }

    /** @return the month that a list is asked for by a field of that name; that one where it says none */
    public static YearMonth month(String value, YearMonth otherwise) {
        return value == null || value.isBlank() ? otherwise : month(value, "month", "月份");
    }
}
