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
import org.shouwen.paper.Paper;

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
}
