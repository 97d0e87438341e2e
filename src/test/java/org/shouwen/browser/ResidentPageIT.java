package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.SentFiles;

/** A resident's page, on a telephone and at a desk, and the link to it that staff give him. */
@BrowserTest
class ResidentPageIT extends DeskInBrowser {

    private Browser.Person person(int width) {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), width, 844);
    }

    private String open() {
        Api.Answer opened = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-203",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "厨房水龙头漏水"}
                """);
        runJobs();
        String number = opened.text("number");
        Api.Answer dispatched = api().post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(dispatched.status()).as(dispatched.text()).isEqualTo(200);
        runJobs();
        return number;
    }

    /** Staff give the link from the ticket's page; it is shown once. */
    private String link(String number, int width) {
        try (Browser.Person wang = person(width).signIn("desk1", "shouwen-demo")) {
            Page page = wang.page();
            page.navigate("/desk/tickets/" + number);
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("上传照片或文件"))
                    .click();
            page.getByLabel("照片或 PDF").setInputFiles(new FilePayload[] {
                new FilePayload("水槽.jpg", "image/jpeg", SentFiles.photo("jpeg", 800, 600)),
                new FilePayload("图纸.pdf", "application/pdf", SentFiles.pdf(""))
            });
            page.getByLabel("说明").fill("上门前业主发来");
            page.getByRole(AriaRole.BUTTON, named("上传")).click();
            assertThat(page.locator(".photos")).containsText("上门前业主发来");
            page.getByRole(AriaRole.BUTTON, named("生成业主链接")).click();
            String link = page.getByLabel("业主链接").inputValue();
            look(wang, "40-ticket-with-link", width);
            page.reload();
            assertThat(page.getByLabel("业主链接")).hasCount(0);
            assertThat(page.locator("body")).containsText("有效的业主链接 1 个");
            return URI.create(link).getPath();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1440})
    void heReadsUrgesAddsAPhotoAndTakesItBack(int width) {
        String number = open();
        String link = link(number, width);
        try (Browser.Person zhang = person(width)) {
            Page page = zhang.page();
            page.navigate(link);
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/r/t/" + number + "$"));
            assertThat(page.locator("body")).containsText("已安排办理人员，等他接单。");
            assertThat(page.locator("body")).containsText("赵**");
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("为什么是这个时间"))
                    .first()
                    .click();
            look(zhang, "41-resident", width);

            page.getByRole(AriaRole.BUTTON, named("催办")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已催办");
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("补照片或文件"))
                    .click();
            page.getByLabel("照片或 PDF")
                    .setInputFiles(new FilePayload("IMG_1.jpg", "image/jpeg", SentFiles.photo("jpeg", 1200, 900)));
            page.getByLabel("说明").fill("水槽下面");
            look(zhang, "42-resident-adds", width);
            page.getByRole(AriaRole.BUTTON, named("上传")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已收到");
            assertThat(page.getByAltText("水槽下面")).isVisible();
            assertThat(page.locator("body")).not().containsText("图纸.pdf");
            look(zhang, "43-resident-added", width);

            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("撤回，不办了"))
                    .click();
            page.getByLabel("为什么不办了").fill("自己修好了");
            page.getByRole(AriaRole.BUTTON, named("确认撤回")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已撤回");
            runJobs();
            look(zhang, "44-resident-withdrawn", width);

            page.navigate("/r/gone");
            zhang.wholePage("45-resident-gone-" + width);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
