package org.shouwen.desk.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A list as a file, written row by row: nothing of it is kept. */
interface Sheets {

    /** What a spreadsheet takes for the beginning of a formula, at full width, too. */
    String FORMULA = "=+-@\t\r\0＝＋－＠";

    /** Takes the rows in their order, each with as many cells as the first, which is the heading. */
    interface Rows extends AutoCloseable {

        void row(List<String> cells);

        @Override
        void close();
    }

    /** @return what was written, so that a spreadsheet shows it and does nothing */
    static String harmless(String cell) {
        return cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }

    /** Text with commas, in UTF-8, with the mark by which spreadsheets know that. */
    static Rows csv(OutputStream to) {
        try {
            Writer writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            CSVPrinter printer = new CSVPrinter(
                    writer,
                    CSVFormat.RFC4180.builder().setRecordSeparator("\r\n").get());
            return new Rows() {
                @Override
                public void row(List<String> cells) {
                    writing(() -> printer.printRecord(
                            cells.stream().map(Sheets::harmless).toList()));
                }

                @Override
                public void close() {
                    writing(printer::close);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook with one sheet; each cell stands in its row, because a table of all texts would be kept in memory. */
    static Rows workbook(OutputStream to, String name) {
        Workbook book = new Workbook(to, "Shouwen", "1.0");
        Worksheet sheet = book.newWorksheet(name);
        sheet.freezePane(0, 1);
        return new Rows() {

            private static final int BUFFERED = 200;

            private int rows;

            @Override
            public void row(List<String> cells) {
                writing(() -> {
                    for (int i = 0; i < cells.size(); i++) {
                        sheet.inlineString(rows, i, harmless(cells.get(i)));
                    }
                    rows++;
                    if (rows % BUFFERED == 0) {
                        sheet.flush();
                    }
                });
            }

            @Override
            public void close() {
                writing(book::close);
            }
        };
    }

    /** Something that is written. */
    interface Writing {
        void run() throws IOException;
    }

    private static void writing(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
