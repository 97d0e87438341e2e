package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list as a file does nothing where it is opened, and costs no memory where it is written. */
class SheetsTest {

    private static final int ROWS = 100_000;

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+1,'''+1'", "-1,'''-1'", "@SUM(A1),'''@SUM(A1)'", "＝1,'''＝1'", "1=1,1=1", "'',''"})
    void whatBeginsLikeAFormulaIsText(String cell, String shown) {
        assertThat(Sheets.harmless(cell)).isEqualTo(shown);
    }

    @Test
    void aCsvIsReadBySpreadsheetsAsItWasWritten() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Sheets.Rows rows = Sheets.csv(file)) {
            rows.row(List.of("工单", "地点"));
            rows.row(List.of("=cmd|' /C calc'!A0", "1 号楼, \"东\"\n门"));
        }
        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF工单,地点\r\n'=cmd|' /C calc'!A0,\"1 号楼, \"\"东\"\"\n门\"\r\n");
    }

    @Test
    void aWorkbookHoldsTextsAndNoFormula(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.xlsx");
        try (Sheets.Rows rows = Sheets.workbook(Files.newOutputStream(file), "全部")) {
            rows.row(List.of("工单", "地点"));
            rows.row(List.of("=1+1", "<b>东</b> & 门"));
        }
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
        assertThat(sheet)
                .contains("&#x5de5;", "&apos;=1+1", "&lt;b&gt;&#x4e1c;&lt;/b&gt; &amp;")
                .doesNotContain("<f>", "t=\"s\"", ">=1+1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aHundredThousandRowsCostNoMoreMemoryThanAThousand(String ending) {
        List<String> cells = Collections.nCopies(10, "1 号楼 1 单元 101 室的一格文字");
        Runtime runtime = Runtime.getRuntime();
        long[] most = new long[2];
        try (Sheets.Rows rows = ending.equals("csv")
                ? Sheets.csv(OutputStream.nullOutputStream())
                : Sheets.workbook(OutputStream.nullOutputStream(), "全部")) {
            for (int i = 0; i < ROWS; i++) {
                rows.row(cells);
                if (i == 1_000 || i == ROWS - 1) {
                    System.gc();
                    most[i == 1_000 ? 0 : 1] = runtime.totalMemory() - runtime.freeMemory();
                }
            }
        }
        // The sheet itself would be a hundred megabytes
        assertThat(most[1] - most[0]).isLessThan(8_000_000);
    }
}
