package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.rulebook.Rules;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.workflow.FlowSheets.FlowSheet;
import org.springframework.beans.factory.annotation.Autowired;

/** 规则: flows, forms and wordings at a desk, on a phone and on paper; and where in its flow a ticket is. */
@BrowserTest
class FlowPagesIT extends DeskInBrowser {

    @Autowired
    private Rules rules;

    private static void isDrawn(Page page) {
        assertThat(page.locator("#picture[data-drawn]")).isVisible();
        assertThat(page.locator("#picture .bjs-powered-by")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void everybodyAtWorkReadsEveryFlow(int width) {
        try (Browser.Person plumber = person("plumber1", width)) {
            Page page = plumber.page();
            for (FlowSheet flow : rules.flows().all()) {
                page.navigate("/desk/rules/flows/" + flow.id());
                assertThat(page.locator("h1")).hasText(flow.name());
                assertThat(page.locator(".promise")).hasText(flow.promise());
                isDrawn(page);
                // Each element of the drawing has its place in the list
                Object without = page.evaluate("() => [...document.querySelectorAll("
                        + "'#picture .djs-shape[data-element-id]')].map((shape) => shape.dataset.elementId)"
                        + ".filter((id) => /^(startEvent|endEvent|event|[a-zA-Z]+Task|callActivity|subProcess|gateway)_/"
                        + ".test(id) && !id.endsWith('_label') && !document.getElementById(id))");
                assertThat(without.toString()).as(flow.id()).isEqualTo("[]");
                look(plumber, "65-flow-" + flow.id(), width);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aWordLeadsToTheFormAndToTheWordingThatHaveIt(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules");
            page.getByLabel("流程、表、表单或通知里的一个词").fill("故障原因");
            page.keyboard().press("Enter");
            assertThat(page.locator("#forms tbody tr")).hasCount(1);
            assertThat(page.locator("#tables")).hasCount(0);
            page.locator("#forms tbody a").click();
            assertThat(page.locator("h1")).hasText("表单：报告维修结果");
            assertThat(page.locator("tbody")).containsText("“材料来源”选的不是“未用材料”时");
            look(manager, "66-form", width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("报修“报告维修结果”"))
                    .click();
            assertThat(page.locator("#userTask_reportWork")).containsText("经办人");
            assertThat(page.locator("#userTask_reportWork")).containsText("办结时限");
            isDrawn(page);

            page.locator("#sendTask_notifyResidentOfClosing").getByText("原文").click();
            assertThat(page.locator("[id='closed.to-resident']")).containsText("您的〔事项类别〕 〔编号〕 已办结");
            look(manager, "67-notices", width);

            // What stands in the cells of a table, in the words of its page
            page.navigate("/desk/rules?q=4 个工作小时");
            assertThat(page.locator("#tables tbody")).containsText("办结时限");
            assertThat(page.locator("#tables tbody")).containsText("督办阶梯");

            page.navigate("/desk/rules?q=没有这个词");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("没有哪里写着“没有这个词”");
        }
    }

    /** The list and the drawing show where it is; what was called is a page of its own. */
    @ParameterizedTest
    @CsvSource({"1440, 1-1-104", "390, 1-1-105"})
    void aTicketIsFoundInItsFlow(int width, String home) {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s", "channel": "PHONE",
                         "reporter": {"name": "郝来客", "phone": "13700001234"}, "description": "水管漏水"}""".formatted(home)).text("number");
        runJobs();
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.navigate("/desk/tickets/" + number);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("走到流程的哪一步了"))
                    .click();
            assertThat(page.locator("h1")).hasText("报修");
            assertThat(page.locator(".list #callActivity_firstResponsibility")).containsText("现在在这里");
            isDrawn(page);
            assertThat(page.locator("#picture .now[data-element-id=callActivity_firstResponsibility]"))
                    .isVisible();
            look(wang, "68-ticket-in-flow", width);
            page.locator(".places a")
                    .filter(new Locator.FilterOptions().setHasText("首问负责"))
                    .click();
            assertThat(page.locator("h1")).hasText("首问负责");
            assertThat(page.locator(".list .now")).containsText("派单");
            look(wang, "69-ticket-in-called-flow", width);

            page.navigate("/desk/tickets/BX-29991231-0001/flow");
            assertThat(page.locator("body")).not().containsText("现在在这里");
        }
    }

    @Test
    void aFlowIsPrintedOnA4() throws IOException {
        try (Browser.Person manager = person("manager", 1440)) {
            manager.page().navigate("/desk/rules/flows/repair");
            isDrawn(manager.page());
            byte[] pdf = manager.page()
                    .pdf(new Page.PdfOptions()
                            .setPreferCSSPageSize(true)
                            .setPath(Path.of("target", "screenshots", "65-print-repair.pdf")));
            try (PDDocument paper = Loader.loadPDF(pdf)) {
                PDRectangle box = paper.getPage(0).getMediaBox();
                assertThat(Math.max(box.getWidth(), box.getHeight()))
                        .isBetween(PDRectangle.A4.getHeight() - 1, PDRectangle.A4.getHeight() + 1);
                String text = new PDFTextStripper().getText(paper).replaceAll("\\s", "");
                assertThat(text).contains("报修的业主一次知道要准备什么", "→回到『上门查看』", "如果：业主不接受报价");
            }
        }
    }
}
