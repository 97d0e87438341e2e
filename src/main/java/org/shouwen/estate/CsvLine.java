package org.shouwen.estate;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.estate.CsvImport.Column;
import org.shouwen.problem.Typed;

/**
 * A line of an imported file. Each reading method notes what is wrong with the cell in the file's errors and returns null
 * then; the caller reads all cells before it looks at {@link #isClean()}, so that one import tells everything.
 */
public final class CsvLine {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CODE = Pattern.compile("[\\p{IsHan}A-Za-z0-9._#-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[^@=+\"'()<>\\[\\]{}\\\\|][^\"'()<>\\[\\]{}\\\\|]*");
    private static final Pattern PLAIN_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final int LARGEST_NUMBER = 999;

    private final CsvImport file;
    private final long number;
    private final List<String> cells;
    private boolean clean = true;

    CsvLine(CsvImport file, long number, List<String> cells) {
        this.file = file;
        this.number = number;
        this.cells = cells;
    }

    /** @return the line in the file as an editor counts it, from 1; where a cell has line breaks, its first */
    public long number() {
        return number;
    }

    public boolean isClean() {
        return clean;
    }

    /** Notes that a cell is wrong. */
    public void wrong(Column column, String problem) {
        clean = false;
        file.wrong(number, column, problem);
    }

    /** @return the cell without blanks around it, "" where there is none */
    public String raw(Column column) {
        int position = file.positionOf(column);
        return position < cells.size() ? cells.get(position) : "";
    }

    public String required(Column column, int length) {
        return isGiven(column) ? text(column, length) : null;
    }

    /** The name of a person, which no spreadsheet takes for a formula. */
    public String name(Column column, int length) {
        return isGiven(column) && text(column, length) != null
                ? matching(NAME, raw(column), column, "须为姓名，不能以 @ = + 开头，不能有引号、括号和 < >")
                : null;
    }

    /** @return null where blank */
    public String optional(Column column, int length) {
        return raw(column).isEmpty() ? null : text(column, length);
    }

    /** A code as residents say it: Chinese characters are allowed. */
    public String code(Column column) {
        return isGiven(column) ? code(column, raw(column)) : null;
    }

    public String code(Column column, String text) {
        return matching(CODE, text, column, "只能用汉字、半角字母、数字和 - _ . #，最长 40 个字");
    }

    /** A code that the engine and addresses use as well. */
    public String plainCode(Column column) {
        return isGiven(column) ? plainCode(column, raw(column)) : null;
    }

    public String plainCode(Column column, String text) {
        return matching(PLAIN_CODE, text, column, "只能用半角字母、数字和 - _ .，最长 40 个字");
    }

    /**
     * Notes where another line has the same key.
     *
     * @param key what the cell says, or null where it is wrong
     * @param lines lines of the keys so far
     * @return the key
     */
    public String unique(Column column, String key, Map<String, Long> lines) {
        Long before = key == null ? null : lines.putIfAbsent(key, number);
        if (before != null) {
            wrong(column, key + " 与第 " + before + " 行重复");
        }
        return key;
    }

    /** @return null where blank */
    public Integer number(Column column) {
        if (raw(column).isEmpty()) {
            return null;
        }
        return read(Typed.whole(raw(column), 1, LARGEST_NUMBER), column, "须为 1 到 " + LARGEST_NUMBER + " 的整数");
    }

    /** @return null where blank */
    public LocalDate date(Column column) {
        if (raw(column).isEmpty()) {
            return null;
        }
        return read(Typed.dateOfASheet(raw(column)), column, "须为日期，例如 2024-05-31");
    }

    /** The day on which a home or a place is handed over: at most a year ahead, beyond that it is a slip of the pen. */
    public LocalDate handover(Column column, LocalDate today) {
        LocalDate day = date(column);
        if (day != null && day.isAfter(today.plusYears(1))) {
            wrong(column, "太远，最多是一年以后");
        }
        return day;
    }

    /** @return normalised; null where blank */
    public String phone(Column column) {
        if (raw(column).isEmpty()) {
            return null;
        }
        return read(Phone.find(raw(column)), column, Phone.EXPECTED);
    }

    /** @return null where blank */
    public String email(Column column) {
        return raw(column).isEmpty() || text(column, Email.LONGEST) == null
                ? null
                : read(Email.find(raw(column)), column, "不是邮箱地址");
    }

    /** @return a time of day; null where blank, which it must not be */
    public LocalTime time(Column column) {
        return isGiven(column) ? read(Typed.time(raw(column)), column, "须为时间，例如 20:00") : null;
    }

    /** @return the constant that the cell names by its code or its label */
    public <E extends Enum<E>> E code(Column column, Class<E> codes, Function<E, String> label) {
        return read(
                Typed.code(raw(column), codes, label),
                column,
                "须为 " + Stream.of(codes.getEnumConstants()).map(label).collect(Collectors.joining("、")) + " 之一");
    }

    /** @return what semicolons separate, in the file's order and each once */
    public Set<String> list(Column column) {
        return Arrays.stream(raw(column).split("[;；]"))
                .map(Typed::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return whether the cell is there; notes it where not */
    public boolean isGiven(Column column) {
        if (raw(column).isEmpty()) {
            wrong(column, "不能为空");
            return false;
        }
        return true;
    }

    private String text(Column column, int length) {
        String text = raw(column);
        if (CONTROL.matcher(text).find()) {
            wrong(column, "不能有换行等控制字符");
            return null;
        }
        if (text.length() > length) {
            wrong(column, "最长 " + length + " 个字");
            return null;
        }
        return text;
    }

    private <T> T read(Optional<T> read, Column column, String problem) {
        if (read.isEmpty()) {
            wrong(column, problem);
        }
        return read.orElse(null);
    }

    private String matching(Pattern pattern, String text, Column column, String problem) {
        if (!pattern.matcher(text).matches()) {
            wrong(column, problem);
            return null;
        }
        return text;
    }
}
