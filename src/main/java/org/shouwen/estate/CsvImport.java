package org.shouwen.estate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.shouwen.problem.Typed;

/**
 * A CSV file that a person made in a spreadsheet: its lines, and all that is wrong in it. Tolerates a byte order mark, CRLF,
 * blank lines and blanks around cells. Content is never interpreted: a cell that begins with {@code =} is text.
 */
public final class CsvImport {

    public static final int MAX_BYTES = 5 * 1024 * 1024;
    public static final int MAX_ROWS = 50_000;
    public static final int MAX_ERRORS = 200;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();

    private final List<Column> columns;
    private final Map<Column, Integer> positions = new HashMap<>();
    private final Map<Column, String> spellings = new HashMap<>();
    private final List<CsvLine> lines = new ArrayList<>();
    private final List<LineError> errors = new ArrayList<>();

    /**
     * A column, which a header may name in English or in Chinese.
     *
     * @param required whether the file must have it
     */
    public record Column(String english, String chinese, boolean required) {

        public Column(String english, String chinese) {
            this(english, chinese, true);
        }

        public static Column optional(String english, String chinese) {
            return new Column(english, chinese, false);
        }

        boolean isNamed(String heading) {
            return english.equalsIgnoreCase(heading) || chinese.equals(heading);
        }
    }

    private CsvImport(List<Column> columns) {
        this.columns = columns;
    }

    /** @param columns the file must have all of these that are required and no others, in any order */
    public static CsvImport read(Reader csv, Column... columns) {
        CsvImport file = new CsvImport(List.of(columns));
        textOf(csv)
                .ifPresentOrElse(
                        file::parse, () -> file.add(LineError.ofFile("超过 %d MB，请分成几个文件导入".formatted(MAX_BYTES >> 20))));
        return file;
    }

    /** @return the lines below the header, without blank ones */
    public List<CsvLine> lines() {
        return List.copyOf(lines);
    }

    /** @return by line, at most {@value #MAX_ERRORS} */
    public List<LineError> errors() {
        return errors.stream().sorted(Comparator.comparingLong(LineError::line)).toList();
    }

    public boolean isClean() {
        return errors.isEmpty();
    }

    /** @return beyond every cell where the file does not have the column */
    int positionOf(Column column) {
        return positions.getOrDefault(column, Integer.MAX_VALUE);
    }

    void wrong(long line, Column column, String problem) {
        add(LineError.at(line, spellings.get(column), problem));
    }

    private void add(LineError error) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(error);
        }
    }

    /** @return nothing where it is too large */
    private static Optional<String> textOf(Reader csv) {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[16_384];
        try {
            for (int n = csv.read(buffer); n >= 0; n = csv.read(buffer)) {
                text.append(buffer, 0, n);
                if (text.length() > MAX_BYTES) {
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(text.toString()).filter(all -> all.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES);
    }

    private void parse(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            add(LineError.ofFile("不是 UTF-8 编码，请在表格软件中另存为“CSV UTF-8”"));
            return;
        }
        long line = 1;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), FORMAT)) {
            boolean more = true;
            for (Iterator<CSVRecord> rows = parser.iterator(); more && rows.hasNext(); ) {
                more = take(rows.next(), line);
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            add(LineError.at(line, "引号", "没有成对，或引号后面还有别的字"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (positions.isEmpty() && isClean()) {
            add(LineError.ofFile("没有内容，第一行须为表头 " + headings(Column::chinese)));
        }
    }

    /** @return whether the rest of the file is worth reading */
    private boolean take(CSVRecord row, long line) {
        if (row.stream().allMatch(Typed::isBlank)) {
            return true;
        }
        List<String> cells = row.stream().map(Typed::plain).toList();
        if (positions.isEmpty()) {
            header(cells, line);
            return isClean();
        }
        if (lines.size() == MAX_ROWS) {
            add(LineError.ofFile("超过 %d 行，请分成几个文件导入".formatted(MAX_ROWS)));
            return false;
        }
        OptionalInt stray = IntStream.range(0, cells.size())
                .filter(i -> !positions.containsValue(i) && !cells.get(i).isEmpty())
                .findFirst();
        if (stray.isPresent()) {
            add(LineError.at(line, "第 " + (stray.getAsInt() + 1) + " 列", "表头没有这一列；含逗号的内容须放在半角双引号里"));
        } else {
            lines.add(new CsvLine(this, line, cells));
        }
        return true;
    }

    private void header(List<String> cells, long line) {
        for (int i = 0; i < cells.size(); i++) {
            String heading = cells.get(i);
            Optional<Column> column =
                    columns.stream().filter(c -> c.isNamed(heading)).findFirst();
            if (column.isPresent() && positions.putIfAbsent(column.get(), i) == null) {
                spellings.put(column.get(), heading);
            } else if (column.isPresent()) {
                add(LineError.at(line, heading, "这一列出现了两次"));
            } else if (!heading.isEmpty()) {
                String hint = heading.contains("，") ? "须用半角逗号分隔" : "不认识的列";
                add(LineError.at(
                        line,
                        heading,
                        hint + "；表头须为 " + headings(Column::chinese) + " 或 " + headings(Column::english)));
            }
        }
        boolean english = spellings.entrySet().stream()
                .anyMatch(e -> e.getValue().equalsIgnoreCase(e.getKey().english()));
        for (Column column : columns) {
            if (column.required() && !positions.containsKey(column)) {
                add(LineError.at(line, english ? column.english() : column.chinese(), "缺少这一列"));
            }
        }
    }

    private String headings(Function<Column, String> language) {
        return columns.stream().map(language).collect(Collectors.joining(","));
    }
}
