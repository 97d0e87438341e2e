package org.shouwen.paper.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.shouwen.credential.internal.Codes;
import org.shouwen.paper.Paper;
import org.shouwen.testing.QrReader;

/** What a printed paper holds, read back from the PDF. */
class PdfPressTest {

    private final PdfPress press = new PdfPress();

    private static Paper letter(String words) {
        return new Paper(
                "投诉答复函",
                "TS-26-000012-01",
                List.of(
                        new Paper.Line("张三业主："),
                        new Paper.Heading("一、您反映的问题"),
                        new Paper.Quotation(words),
                        new Paper.Heading("二、答复意见"),
                        new Paper.Text("已当场制止。\n对您造成的影响，我们向您道歉。"),
                        new Paper.Signature(List.of("首问花园东苑", "2026年11月24日"))));
    }

    private interface Reading<T> {
        T of(PDDocument document) throws IOException;
    }

    private <T> T read(Paper paper, Reading<T> reading) {
        try (PDDocument document = Loader.loadPDF(press.pdf(paper))) {
            return reading.of(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that stands on the pages, without blanks and line breaks. */
    private String text(Paper paper) {
        return read(paper, document -> new PDFTextStripper().getText(document).replaceAll("[\\s　]", ""));
    }

    @Test
    void everyPartIsPrintedInItsOrder() {
        assertThat(text(letter("中午十二点施工")))
                .containsSubsequence(
                        "投诉答复函",
                        "TS-26-000012-01",
                        "张三业主：",
                        "一、您反映的问题",
                        "中午十二点施工",
                        "二、答复意见",
                        "已当场制止。",
                        "对您造成的影响，我们向您道歉。",
                        "首问花园东苑",
                        "2026年11月24日",
                        "第1页，共1页");
    }

    @Test
    void aLongTextGoesOnOverThePagesAndNothingIsLost() {
        String words =
                IntStream.rangeClosed(1, 400).mapToObj(i -> "第" + i + "天楼上装修，").collect(Collectors.joining());
        Paper letter = letter(words);
        int pages = read(letter, PDDocument::getNumberOfPages);
        assertThat(pages).isGreaterThan(3);
        String printed = text(letter).replaceAll("TS-26-000012-01[\\s　]*第\\d+页，共\\d+页", "");
        // Where it fails the whole letter is not printed into the log
        assertThat(printed.contains(words)).isTrue();
        assertThat(text(letter)).contains("第" + pages + "页，共" + pages + "页");
    }

    @Test
    void theFontTravelsWithThePaper() {
        boolean embedded = read(letter("吵"), document -> {
            var resources = document.getPage(0).getResources();
            return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                    .allMatch(name -> {
                        try {
                            PDFont font = resources.getFont(name);
                            return font.isEmbedded() && font.getName().contains("NotoSansSC");
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    });
        });
        assertThat(embedded).isTrue();
        assertThat(press.pdf(letter("吵"))).hasSizeLessThan(100_000);
    }

    @Test
    void rareNamesAreInTheFont() {
        assertThat(text(letter("䶮㛃𬭎镕喆昇犇鱻"))).contains("䶮㛃𬭎镕喆昇犇鱻").doesNotContain("〓");
    }

    @Test
    void whatTheFontLacksIsSeenAndNamed() {
        String printed = text(letter("太吵了😂，𠮷"));
        assertThat(printed).contains("太吵了〓，〓").contains("注：“〓”处是字库里没有的字符：U+1F602、U+20BB7。");
    }

    @Test
    void marksWithoutAShapeAreLeftOutAndStopNothing() {
        String odd = "前\u0000\u0007\u200B\u200D\uFEFF\u202E\uFE0F后\te\u0301 \u2028完\uD83D";
        assertThat(text(letter(odd))).contains("前后é完〓").contains("U+D83D");
    }

    @Test
    void thousandsOfDifferentCharactersAreNoTrouble() {
        StringBuilder all = new StringBuilder();
        for (int c = 0x20; c < 0x10000; c += 5) {
            all.appendCodePoint(c);
        }
        assertThat(read(letter(all.toString()), PDDocument::getNumberOfPages)).isGreaterThan(3);
    }

    @Test
    void theSamePaperIsTheSameFile() {
        assertThat(press.pdf(letter("吵"))).isEqualTo(press.pdf(letter("吵")));
    }

    // Grids, tables, pictures, cards

    private static Paper of(Paper.Part... parts) {
        return new Paper("维修单", "BX-26-000042", List.of(parts));
    }

    private static Paper.Picture code(String text) {
        return new Paper.Picture(Codes.png(text), 28, "扫码核实。");
    }

    @Test
    void factsStandInTheirOrder() {
        Paper paper = of(new Paper.Fields(List.of(
                new Paper.Field("地点", "1-1-101"),
                new Paper.Field("报修人", "张三"),
                new Paper.Field("故障描述", "厨房水龙头漏水，".repeat(20)),
                new Paper.Field("到场时间", ""),
                new Paper.Field("维修人员", "王𬭎"))));
        assertThat(text(paper)).containsSubsequence("地点", "1-1-101", "报修人", "张三", "故障描述", "到场时间", "维修人员", "王𬭎");
    }

    @Test
    void theHeadOfATableIsOnEachOfItsPages() {
        List<List<String>> rows = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> List.of(String.valueOf(i), "第" + i + "项，要写两行才写得下的一件事情，真的要写两行才写得下"))
                .toList();
        Paper paper = of(new Paper.Table(List.of("序号", "告知事项"), List.of(1, 4), rows));
        int pages = read(paper, PDDocument::getNumberOfPages);
        assertThat(pages).isGreaterThan(2);
        assertThat(text(paper).split("告知事项", -1)).hasSize(pages + 1);
        for (int i = 1; i <= 60; i++) {
            assertThat(text(paper)).contains("第" + i + "项，");
        }
    }

    @Test
    void aRowThatIsHigherThanAPageGoesOnAndNothingIsLost() {
        String words =
                IntStream.rangeClosed(1, 500).mapToObj(i -> "第" + i + "天楼上装修，").collect(Collectors.joining());
        Paper paper = of(
                new Paper.Table(List.of("序号", "情况"), List.of(1, 4), List.of(List.of("1", words), List.of("2", "完"))));
        assertThat(text(paper)
                        .replaceAll("BX-26-000042第\\d+页，共\\d+页(序号情况)?", "")
                        .contains(words))
                .isTrue();
        assertThat(text(paper)).contains("2完");
    }

    @Test
    void aCodeIsReadFromThePrintedPage() {
        Paper paper = of(new Paper.Text("厨房水龙头漏水。".repeat(150)), code("http://localhost:8080/v/A-B_c"));
        assertThat(QrReader.ofPdf(press.pdf(paper))).containsExactly("http://localhost:8080/v/A-B_c");
        assertThat(press.pdf(paper)).isEqualTo(press.pdf(paper));
    }

    @Test
    void aCodeInTheCornerTakesNoRoom() {
        Paper.Corner corner = new Paper.Corner(code("http://localhost:8080/v/corner"));
        Paper with = of(corner, new Paper.Text("厨房水龙头漏水。".repeat(90)));
        Paper without = of(new Paper.Text("厨房水龙头漏水。".repeat(90)));
        assertThat(QrReader.ofPdf(press.pdf(with))).containsExactly("http://localhost:8080/v/corner");
        assertThat(text(with)).isEqualTo(text(without));
    }

    @Test
    void eachCardHasItsMarkItsFactsAndItsCode() {
        List<Paper.Card> cards = List.of(card("A", 3), card("B", 3), card("C", 40));
        Paper paper = of(new Paper.Cards(cards));
        assertThat(QrReader.ofPdf(press.pdf(paper)))
                .containsExactlyInAnyOrder("http://x/v/A", "http://x/v/B", "http://x/v/C");
        assertThat(text(paper)).contains("施工人员出入证", "事项2：随身携带A", "事项2：随身携带B", "遗失请立即挂失");
        // What a card has no room for is seen to be missing
        assertThat(text(paper)).contains("事项0：随身携带C").doesNotContain("事项39").contains("…");
    }

    private static Paper.Card card(String mark, int facts) {
        return new Paper.Card(
                "施工人员出入证",
                mark,
                "随身携带" + mark,
                IntStream.range(0, facts)
                        .mapToObj(i -> new Paper.Field("事项" + i, "随身携带" + mark))
                        .toList(),
                code("http://x/v/" + mark),
                "遗失请立即挂失");
    }
}
