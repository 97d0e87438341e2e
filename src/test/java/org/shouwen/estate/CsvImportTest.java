package org.shouwen.estate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.estate.CsvImport.Column;

class CsvImportTest {

    private static final Column HOME = new Column("home", "房号");
    private static final Column NAME = new Column("name", "姓名");
    private static final Column PHONE = new Column("phone", "电话");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "房号,姓名,电话\n1-1-101,张三,13853110001\n",
                "home,name,phone\n1-1-101,张三,13853110001",
                "\uFEFF房号,姓名,电话\r\n1-1-101,张三,13853110001\r\n",
                "\n\n姓名,电话,房号,,\n\n ,,,\n张三 ,\t138 5311 0001, 1-1-101,,\n\n",
                "Home,姓名,PHONE\r\"1-1-101\" , \"张三\",13853110001\r",
                "\uFEFF\"房号\",\"姓名\",\"电话\"\n\"1-1-101\",\"张三\",\"13853110001\"\n",
            })
    void readsWhatSpreadsheetsWrite(String csv) {
        CsvImport file = read(csv);

        assertThat(file.errors()).isEmpty();
        assertThat(file.lines()).singleElement().satisfies(line -> {
            assertThat(line.code(HOME)).isEqualTo("1-1-101");
            assertThat(line.required(NAME, 60)).isEqualTo("张三");
            assertThat(line.phone(PHONE)).isEqualTo("13853110001");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesAsAnEditorDoes(String end) {
        String csv = String.join(
                end,
                "房号,姓名,电话", // 1
                "", // 2
                "1-1-101,张三,123", // 3
                ",,", // 4
                "1-1-102,\"张" + end + "三\",13853110001", // 5 and 6
                "1-1-103,李四,456", // 7
                "");
        CsvImport file = read(csv);
        file.lines().forEach(line -> {
            line.required(NAME, 60);
            line.phone(PHONE);
        });

        assertThat(file.errors())
                .extracting(LineError::line, LineError::column)
                .containsExactly(tuple(3L, "电话"), tuple(5L, "姓名"), tuple(7L, "电话"));
        assertThat(file.errors().get(2).sentence()).isEqualTo("第 7 行 电话：须为 11 位手机号，或带区号的座机号，例如 0531-88886666");
    }

    @Test
    void tellsAllThatIsWrongInALine() {
        CsvImport file = read("房号,姓名,电话\n１-1-101,,138\n");
        CsvLine line = file.lines().get(0);

        assertThat(line.code(HOME)).isNull();
        assertThat(line.required(NAME, 60)).isNull();
        assertThat(line.phone(PHONE)).isNull();
        assertThat(line.isClean()).isFalse();
        assertThat(file.errors()).extracting(LineError::column).containsExactly("房号", "姓名", "电话");
    }

    @Test
    void namesUnknownMissingAndRepeatedColumns() {
        assertThat(sentences("房号,姓名,手机,姓名\n1-1-101,张三,1,2\n"))
                .containsExactly(
                        "第 1 行 手机：不认识的列；表头须为 房号,姓名,电话 或 home,name,phone", "第 1 行 姓名：这一列出现了两次", "第 1 行 电话：缺少这一列");
        assertThat(sentences("home,name\n")).containsExactly("第 1 行 phone：缺少这一列");
    }

    @Test
    void fullWidthCommasAreNoSeparators() {
        assertThat(sentences("房号，姓名，电话\n")).first().asString().contains("第 1 行 房号，姓名，电话：须用半角逗号分隔");
    }

    @Test
    void aCellBesideTheHeaderIsWrong() {
        assertThat(sentences("房号,姓名,电话\n1-1-101,张三,13853110001,备注\n"))
                .containsExactly("第 2 行 第 4 列：表头没有这一列；含逗号的内容须放在半角双引号里");
    }

    @Test
    void aMissingCellIsBlank() {
        CsvLine line = read("房号,姓名,电话\n1-1-101\n").lines().get(0);

        assertThat(line.optional(NAME, 60)).isNull();
        assertThat(line.phone(PHONE)).isNull();
        assertThat(line.isClean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-", "@SUM", "100%_!'"})
    void contentIsNeverInterpreted(String text) {
        assertThat(read("房号,姓名,电话\n1, " + text + " ,\n").lines().get(0).required(NAME, 60))
                .isEqualTo(text);
    }

    @Test
    void anOpenQuoteIsToldWithTheLineWhereItOpens() {
        assertThat(sentences("房号,姓名,电话\n1,2,\n1,\"张三,\n2,3,\n")).containsExactly("第 3 行 引号：没有成对，或引号后面还有别的字");
        assertThat(sentences("房号,姓名,电话\n1,\"张\"三,\n")).containsExactly("第 2 行 引号：没有成对，或引号后面还有别的字");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", ",,\n"})
    void anEmptyFileIsWrong(String csv) {
        assertThat(sentences(csv)).containsExactly("文件：没有内容，第一行须为表头 房号,姓名,电话");
    }

    @Test
    void anotherEncodingIsWrong() {
        assertThat(sentences("\uFFFD\uFFFD,name\n")).containsExactly("文件：不是 UTF-8 编码，请在表格软件中另存为“CSV UTF-8”");
    }

    @Test
    void tooMuchIsWrong() {
        assertThat(sentences("房号,姓名,电话\n" + "1,2,3\n".repeat(50_000))).isEmpty();
        assertThat(sentences("房号,姓名,电话\n" + "1,2,3\n".repeat(50_001))).containsExactly("文件：超过 50000 行，请分成几个文件导入");
        // 1,750,000 characters of three bytes are more than 5 MB
        assertThat(sentences("字".repeat(1_750_000))).containsExactly("文件：超过 5 MB，请分成几个文件导入");
    }

    @Test
    void atMost200ErrorsAreTold() {
        CsvImport file = read("房号,姓名,电话\n" + "1,2,3\n".repeat(300));
        file.lines().forEach(line -> line.phone(PHONE));

        assertThat(file.errors()).hasSize(200);
        assertThat(ImportReport.refused(file).summary()).isEqualTo("至少有 200 处错误，没有导入任何内容");
    }

    @Test
    void readsDatesNumbersAndLists() {
        CsvImport file = read("房号,姓名,电话\n2024/5/1, 12 ,a; b；;a\n2024-02-30,０,\n,,x\n");

        assertThat(file.lines().get(0).date(HOME)).isEqualTo(LocalDate.of(2024, 5, 1));
        assertThat(file.lines().get(0).number(NAME)).isEqualTo(12);
        assertThat(file.lines().get(0).list(PHONE)).containsExactly("a", "b");
        assertThat(file.lines().get(1).date(HOME)).isNull();
        assertThat(file.lines().get(1).number(NAME)).isNull();
        assertThat(file.lines().get(2).date(HOME)).isNull();
        assertThat(file.lines().get(2).number(NAME)).isNull();
        assertThat(file.errors())
                .extracting(LineError::sentence)
                .containsExactly("第 3 行 房号：须为日期，例如 2024-05-31", "第 3 行 姓名：须为 1 到 999 的整数");
    }

    private static CsvImport read(String csv) {
        return CsvImport.read(new StringReader(csv), HOME, NAME, PHONE);
    }

    private static java.util.List<String> sentences(String csv) {
        return read(csv).errors().stream().map(LineError::sentence).toList();
    }
}
