package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.rulebook.Sheet;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.beans.factory.annotation.Autowired;

/** 规则: every decision table at a desk, on a phone and on paper. */
@BrowserTest
class RulebookPagesIT extends DeskInBrowser {

    private static final float SMALLEST_LETTER = 6;
    private static final float ROUNDING = 0.1f;

    @Autowired
    private Rulebook rulebook;

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void everybodyAtWorkReadsEveryTable(int width) {
        try (Browser.Person plumber = person("plumber1", width)) {
            Page page = plumber.page();
            page.navigate("/desk/rules");
            assertThat(page.locator("#tables tbody tr")).hasCount(rulebook.all().size());
            look(plumber, "60-rules", width);
            for (RuleTable table : rulebook.all()) {
                page.navigate("/desk/rules/" + table.id());
                assertThat(page.locator(".sheet tbody tr"))
                        .hasCount(table.rows().size());
                look(plumber, "61-rule-" + table.id(), width);
                page.navigate("/desk/rules/" + table.id() + "?codes=true");
                look(plumber, "62-codes-" + table.id(), width);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void everybodyAtWorkSeesWhichDaysAreHolidays(int width) {
        try (Browser.Person plumber = person("plumber1", width)) {
            Page page = plumber.page();
            page.navigate("/desk/rules");
            assertThat(page.locator("#times a")).hasCount(1);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("节假日").setExact(true))
                    .click();
            assertThat(page.locator("h1")).hasText("2026 年节假日");
            assertThat(page.locator("#rules")).containsText("国务院已公布");
            assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("元旦")))
                    .containsText("1月1日（周四）、1月2日（周五）、1月3日（周六）");
            look(plumber, "63-holidays", width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2027 年"))
                    .click();
            assertThat(page.locator("#rules")).containsText("按法定节日推算");
            look(plumber, "64-holidays-unknown", width);
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void todaysRowIsFoundByWhatIsKnownOfTheCase(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("规则").setExact(true))
                    .click();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("办结时限").setExact(true))
                    .click();
            page.getByText("按情形找一行").click();
            page.getByLabel("事项类别").selectOption("报修");
            page.getByLabel("优先级").selectOption("一般");
            page.getByLabel("部位").selectOption("居家");
            page.getByLabel("险情或专项").selectOption("无");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("找").setExact(true))
                    .click();
            assertThat(page.locator(".sheet tbody tr")).hasCount(1);
            assertThat(page.locator(".sheet tbody")).containsText("4 个工作小时");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("可能适用的有 1 行，共 18 行");
            look(manager, "63-rule-found", width);
            page.getByText("显示代码").click();
            assertThat(page.locator(".sheet tbody")).containsText("not(\"SEEPAGE\")");
        }
    }

    /** At least 6 pt, nothing beyond the paper, every word of every row. */
    @Test
    void everyTableIsPrintedWholeOnLandscapeA4() throws IOException {
        List<String> findings = new ArrayList<>();
        try (Browser.Person manager = person("manager", 1440)) {
            for (RuleTable table : rulebook.all()) {
                for (boolean codes : List.of(false, true)) {
                    manager.page().navigate("/desk/rules/" + table.id() + "?codes=" + codes);
                    String name = table.id() + (codes ? "-codes" : "");
                    byte[] pdf = manager.page()
                            .pdf(new Page.PdfOptions()
                                    .setPreferCSSPageSize(true)
                                    .setPath(Path.of("target", "screenshots", "64-print-" + name + ".pdf")));
                    try (PDDocument paper = Loader.loadPDF(pdf)) {
                        judge(name, paper, rulebook.sheet(table.id(), Map.of()), findings);
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    private static void judge(String name, PDDocument paper, Sheet sheet, List<String> findings) throws IOException {
        Letters letters = new Letters();
        String text = letters.getText(paper).replaceAll("\\s", "");
        paper.getPages().forEach(page -> {
            PDRectangle box = page.getMediaBox();
            if (Math.abs(box.getWidth() - PDRectangle.A4.getHeight()) > 1
                    || Math.abs(box.getHeight() - PDRectangle.A4.getWidth()) > 1) {
                findings.add(name + ": printed on " + box);
            }
        });
        if (letters.smallest < SMALLEST_LETTER - ROUNDING) {
            findings.add(name + ": letters of " + letters.smallest + " pt");
        }
        if (letters.leftmost < 0 || letters.rightmost > PDRectangle.A4.getHeight()) {
            findings.add(name + ": from " + letters.leftmost + " to " + letters.rightmost);
        }
        for (Sheet.Line line : sheet.lines()) {
            line.cells().stream()
                    .map(Sheet.Cell::words)
                    .filter(words -> !text.contains(words.replaceAll("\\s", "")))
                    .forEach(words -> findings.add(name + ", row " + line.number() + ": not printed: " + words));
        }
    }

    /** How large the letters are, and how far to the sides they stand, in points. */
    private static final class Letters extends PDFTextStripper {

        private float smallest = Float.MAX_VALUE;
        private float leftmost = Float.MAX_VALUE;
        private float rightmost;

        @Override
        protected void processTextPosition(TextPosition letter) {
            super.processTextPosition(letter);
            smallest = Math.min(smallest, letter.getFontSizeInPt());
            leftmost = Math.min(leftmost, letter.getXDirAdj());
            rightmost = Math.max(rightmost, letter.getXDirAdj() + letter.getWidthDirAdj());
        }
    }
}
