package org.shouwen.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one reader of what people type, whichever door it comes through: what is tolerated is tolerated here. Says nothing of
 * what it cannot read; {@link Written} refuses it in the words of its door.
 */
public final class Typed {

    /** An offset in any of its forms, and a region after it. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .parseLenient()
            .optionalStart()
            .appendOffsetId()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY_OF_A_SHEET =
            DateTimeFormatter.ofPattern("uuuu-M-d").withResolverStyle(ResolverStyle.STRICT);

    /** 3.0 is a whole number, too. */
    private static final Pattern WHOLE = Pattern.compile("([+-]?\\d{1,9})(\\.0+)?");

    private Typed() {}

    /** Signs without width or shape that come along when a text is copied. Those that join letters, and
     * the people of a family sign, stay. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

    /**
     * @return the text without the blanks around it, of whatever form, and without what nobody sees; a line ending as in every
     *     other text; "" for null
     */
    public static String plain(String typed) {
        String text = typed == null ? "" : UNSEEN.matcher(typed).replaceAll("");
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to).replace("\r\n", "\n");
    }

    /** @return whether there is nothing but blanks */
    public static boolean isBlank(String typed) {
        return plain(typed).isEmpty();
    }

    /** @return the plain text; null where there is nothing but blanks */
    public static String orNull(String typed) {
        return isBlank(typed) ? null : plain(typed);
    }

    /** Blanks between words, and those that hold words together. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** @return the plain text of a name or a number, which has one line */
    public static String line(String typed) {
        return plain(typed).replaceAll("\\s*[\n\r\u0085\u2028\u2029]\\s*", " ");
    }

    /** @return whether a database takes it and a paper shows it: no control characters but line ends and tabs, no half characters */
    public static boolean canBeKept(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c)
                        || Character.getType(c) == Character.SURROGATE);
    }

    /** @return digits, letters and signs that were typed at full width (１３８＠－) as plain ones; no blanks around it */
    public static String narrow(String typed) {
        StringBuilder narrow = new StringBuilder(plain(typed));
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (c >= '！' && c <= '～') {
                narrow.setCharAt(i, (char) (c - '！' + '!'));
            }
        }
        return narrow.toString();
    }

    /** @return the same, and every stroke that people take for a dash (–—－−﹣) as one: for numbers and codes, not for words */
    public static String dashed(String typed) {
        return narrow(typed).replaceAll("[\\p{Pd}−]", "-");
    }

    /** @return a moment; without an offset it is local time in {@code zone} */
    public static Optional<Instant> moment(String typed, ZoneId zone) {
        return parsed(() -> {
            TemporalAccessor at = MOMENT.parseBest(narrow(typed), ZonedDateTime::from, LocalDateTime::from);
            return (at instanceof LocalDateTime local
                            ? local.atZone(zone)
                            : ZonedDateTime.from(at).withZoneSameInstant(zone))
                    .toInstant();
        });
    }

    /** @return a day, for example 2026-11-23 */
    public static Optional<LocalDate> date(String typed) {
        return parsed(() -> LocalDate.parse(narrow(typed)));
    }

    /** @return a day as spreadsheets write it, too: 2026/1/5 */
    public static Optional<LocalDate> dateOfASheet(String typed) {
        return parsed(() -> LocalDate.parse(narrow(typed).replace('/', '-'), DAY_OF_A_SHEET));
    }

    /** @return a month, for example 2026-11 */
    public static Optional<YearMonth> month(String typed) {
        return parsed(() -> YearMonth.parse(narrow(typed)));
    }

    /** @return a time of day, for example 20:00 or 8:00 */
    public static Optional<LocalTime> time(String typed) {
        String text = narrow(typed);
        return parsed(() -> LocalTime.parse(text.length() == 4 ? "0" + text : text));
    }

    /** @return the constant of that very name */
    public static <E extends Enum<E>> Optional<E> code(String typed, Class<E> codes) {
        String code = plain(typed);
        return Stream.of(codes.getEnumConstants())
                .filter(known -> known.name().equals(code))
                .findFirst();
    }

    /** @return the constant that is called so, or named so in letters of any case */
    public static <E extends Enum<E>> Optional<E> code(String typed, Class<E> codes, Function<E, String> label) {
        String text = plain(typed);
        return Stream.of(codes.getEnumConstants())
                .filter(known -> known.name().equalsIgnoreCase(text)
                        || label.apply(known).equals(text))
                .findFirst();
    }

    /** @return the names of the constants, as a sentence offers them */
    public static String codes(Class<? extends Enum<?>> codes) {
        return Stream.of(codes.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
    }

    /** @return a whole number within its limits */
    public static Optional<Integer> whole(String typed, int min, int max) {
        return Optional.of(WHOLE.matcher(narrow(typed)))
                .filter(Matcher::matches)
                .map(number -> Integer.valueOf(number.group(1)))
                .filter(number -> number >= min && number <= max);
    }

    private static <T> Optional<T> parsed(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
