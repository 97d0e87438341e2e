package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.SentFiles;

/** A renovation as people see to it: with the mouse in Tasklist, by the owner on his telephone, to the certificate. */
@BrowserTest
class RenovationStoryIT extends DeskInBrowser {

    private static final int PHONE = 390;

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private Browser.Person onHisPhone() {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844);
    }

    private String newest() {
        return api().get("/api/tickets?size=1&kind=RENOVATION")
                .body()
                .path("items")
                .path(0)
                .path("number")
                .asText();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Test
    void fromTheApplicationToTheCertificate() throws IOException {
        // Later than the tasks other tests leave behind: the list begins with the newest
        time.travelTo("2026-11-23T11:00");
        String number;
        String link;
        try (Browser.Person wang = signedIn("desk1")) {
            number = applied(wang);
            checked(wang, number);
            link = link(wang, number);
        }
        supplemented(link, number);
        try (Browser.Person wang = signedIn("desk1")) {
            Tasklist tasks =
                    Tasklist.of(wang).filter("本岗待领").open(number, "核对网页补件").claim();
            tasks.tickFirst("合格的材料");
            wang.screenshot("53-accept-papers");
            tasks.complete();
            runJobs();
            assertThat(wang.complaints()).isEmpty();
        }
        approved(number);
        try (Browser.Person wang = signedIn("desk1")) {
            signed(wang, number);
            wang.page().navigate("/desk/renovations/" + number);
            assertThat(wang.page().getByText("ZJ-26-").first()).isVisible();
            wang.wholePage("57-renovation-page");
            assertThat(wang.complaints()).isEmpty();
        }
        certified(link, number);
    }

    private String applied(Browser.Person wang) {
        Tasklist desk = Tasklist.of(wang).start("装修");
        desk.fill("房号", "3-2-1005").choose("房屋用途", "住宅装修").tick("业主");
        desk.tick("涂刷、贴砖、吊顶、家具等一般装修").tick("把没有防水要求的房间或者阳台改为卫生间、厨房");
        desk.fill("施工单位", "美家装饰").fill("资质证书编号", "鲁D-0012");
        desk.day("开工日期", "2026/12/07").day("完工日期", "2027/02/05");
        desk.fill("装修方案摘要", "厨卫翻新，水电重排，阳台想改成卫生间");
        wang.screenshot("50-register-renovation");
        desk.press("发起");
        assertThat(desk.form()).hasCount(0);
        runJobs();
        assertThat(wang.complaints()).isEmpty();
        return newest();
    }

    /** Ownership, plan and identity are there; the qualification is missing, the wet room forbidden. */
    private void checked(Browser.Person wang, String number) {
        Tasklist tasks = Tasklist.of(wang).filter("本岗待领").open(number, "核对材料").claim();
        tasks.tickContaining("已交的材料", "所有权")
                .tickContaining("已交的材料", "身份")
                .tickContaining("已交的材料", "方案")
                .fill("证件号码后四位", "0021");
        wang.screenshot("51-check-papers");
        tasks.complete();
        runJobs();
        assertThat(wang.complaints()).isEmpty();
    }

    private String link(Browser.Person wang, String number) {
        Page page = wang.page();
        page.navigate("/desk/tickets/" + number);
        page.getByRole(AriaRole.BUTTON, named("生成业主链接")).click();
        return URI.create(page.getByLabel("业主链接").inputValue()).getPath();
    }

    /** The owner takes the forbidden act out and hands in the missing paper. */
    private void supplemented(String link, String number) {
        try (Browser.Person owner = onHisPhone()) {
            Page page = owner.page();
            page.navigate(link);
            page.getByRole(AriaRole.BUTTON, named("我已收到告知书")).click();
            page.getByRole(AriaRole.BUTTON, named("从方案中去掉")).click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            page.locator("#item-QUALIFICATION summary").click();
            owner.wholePage("52-owner-supplements");
            page.locator("#item-QUALIFICATION input[type=file]")
                    .setInputFiles(new FilePayload("资质.jpg", "image/jpeg", SentFiles.photo("jpeg", 1200, 900)));
            page.locator("#item-QUALIFICATION")
                    .getByRole(AriaRole.BUTTON, new com.microsoft.playwright.Locator.GetByRoleOptions().setName("交这一项"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            runJobs();
            assertThat(owner.complaints()).isEmpty();
        }
    }

    private void approved(String number) {
        try (Browser.Person zhou = signedIn("lead")) {
            Tasklist tasks =
                    Tasklist.of(zhou).filter("本岗待领").open(number, "工程审核").claim();
            tasks.tick("方案可行").fill("审核意见", "水电走向清楚，不动结构");
            zhou.screenshot("54-review-plan");
            tasks.complete();
            runJobs();
        }
        try (Browser.Person wu = signedIn("supervisor")) {
            Tasklist tasks = Tasklist.of(wu).filter("本岗待领").open(number, "主管决定").claim();
            tasks.tick("准予登记").fill("理由", "材料齐全，方案可行");
            wu.screenshot("55-decide-registration");
            tasks.complete();
            runJobs();
        }
    }

    private void signed(Browser.Person wang, String number) {
        Page page = wang.page();
        page.navigate("/desk/renovations/" + number);
        page.getByText("登记施工负责人").first().click();
        page.getByLabel("施工负责人").fill("王工");
        page.getByLabel("电话").fill("13900001111");
        page.getByRole(AriaRole.BUTTON, named("确认登记施工负责人")).click();
        assertThat(page.getByText("王工 13900001111")).isVisible();
        Tasklist tasks = Tasklist.of(wang).filter("本岗待领").open(number, "签约告知").claim();
        tasks.tickAll("开工前已办妥").tick("业主").tick("施工方");
        wang.screenshot("56-sign-agreement");
        tasks.complete();
        runJobs();
    }

    private void certified(String link, String number) throws IOException {
        try (Browser.Person owner = onHisPhone()) {
            Page page = owner.page();
            page.navigate(link);
            assertThat(page.getByAltText("登记证二维码")).isVisible();
            assertThat(page.locator(".certificate")).containsText("ZJ-26-");
            owner.wholePage("58-owner-certificate");
            APIResponse paper = page.request().get("/r/t/" + number + "/certificate/paper");
            assertThat(paper.status()).isEqualTo(200);
            Files.write(Path.of("target", "screenshots", "59-certificate.pdf"), paper.body());
            assertThat(owner.complaints()).isEmpty();
        }
    }
}
