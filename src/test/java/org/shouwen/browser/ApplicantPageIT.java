package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.renovation.RegistrationDesk;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.AppliedRenovation;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.SentFiles;
import org.springframework.beans.factory.annotation.Autowired;

/** The applicant's page on a telephone, from the one-time notice to the certificate; and at a desk. */
@BrowserTest
class ApplicantPageIT extends DeskInBrowser {

    @Autowired
    private LinkDesk links;

    @Autowired
    private RegistrationDesk registration;

    @Autowired
    private Accounts accounts;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    @ParameterizedTest
    @CsvSource({"390, 1-1-304", "1440, 1-1-305"})
    void fromTheNoticeToTheCertificate(int width, String home) {
        AppliedRenovation applied = new AppliedRenovation(home, api(), as("lead"), as("supervisor"), this::runJobs);
        String number = applied.number();
        String link =
                URI.create(links.issue(number, "desk1", clock().instant())).getPath();
        try (Browser.Person zhang = browser.person("http://127.0.0.1:" + port, clock().instant(), width, 844)) {
            Page page = zhang.page();
            page.navigate(link);
            look(zhang, "46-applicant-told", width);
            button(page, "我已收到告知书").click();
            status(page, "您收到了一次性告知书");
            handIn(page, "QUALIFICATION", new FilePayload("资质.jpg", "image/jpeg", SentFiles.photo("jpeg", 900, 600)));
            handIn(page, "WATERPROOF_PLAN", new FilePayload("防水.pdf", "application/pdf", SentFiles.pdf("")));
            page.locator("#item-TAKE_OUT_WET_ROOM button").click();
            status(page, "已从装修方案中去掉");
            assertThat(page.locator("body")).containsText("等前台核对");
            look(zhang, "47-applicant-supplied", width);

            runJobs();
            applied.accept("QUALIFICATION", "WATERPROOF_PLAN");
            applied.approve();
            page.navigate("/r/t/" + number);
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("看一看"))
                    .click();
            look(zhang, "48-applicant-cautions", width);
            button(page, "我已看过并收到").click();
            status(page, "禁止行为和注意事项");

            applied.sign(registration, clock().instant());
            page.navigate("/r/t/" + number);
            assertThat(page.getByAltText("登记证二维码")).isVisible();
            assertThat(page.locator(".certificate")).containsText("ZJ-26-");
            look(zhang, "49-applicant-certificate", width);
        }
    }

    /** Everything is there by telephone, and nobody at the desk looks at it: the lead is told, then the supervisor, who sees to it. */
    @Test
    void whatCameByLinkAndWasForgottenClimbsTheLadder() {
        AppliedRenovation applied =
                new AppliedRenovation("1-1-303", api(), as("lead"), as("supervisor"), this::runJobs);
        String number = applied.number();
        String link =
                URI.create(links.issue(number, "desk1", clock().instant())).getPath();
        try (Browser.Person zhang = browser.person("http://127.0.0.1:" + port, clock().instant(), 390, 844)) {
            Page page = zhang.page();
            page.navigate(link);
            handIn(page, "QUALIFICATION", new FilePayload("资质.jpg", "image/jpeg", SentFiles.photo("jpeg", 900, 600)));
            handIn(page, "WATERPROOF_PLAN", new FilePayload("防水.pdf", "application/pdf", SentFiles.pdf("")));
            page.locator("#item-TAKE_OUT_WET_ROOM button").click();
            status(page, "已从装修方案中去掉");
        }
        runJobs();

        time.travelTo("2026-11-25T10:00");
        runJobs();
        try (Browser.Person zhou = signedIn("lead")) {
            Tasklist tasks = Tasklist.of(zhou).filter("我的任务").open(number, "确认督办");
            assertThat(tasks.form()).containsText("网页补件核对逾期");
            zhou.screenshot("36-forgotten-supplement");
        }
        time.travelTo("2026-11-26T16:00");
        runJobs();
        try (Browser.Person wu = signedIn("supervisor")) {
            Tasklist tasks = Tasklist.of(wu).filter("我的任务").open(number, "确认督办");
            tasks.tick("责令继续").fill("超时或不满意的原因", "前台忙于年底收费").fill("督办意见", "今天下班前核对完");
            wu.screenshot("37-seen-to");
            tasks.complete();
            runJobs();
            assertThat(wu.complaints()).isEmpty();
        }
        applied.accept("QUALIFICATION", "WATERPROOF_PLAN");
        assertThat(api().get("/api/tickets/" + number + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsText("event"))
                .containsSubsequence("escalated", "supervision-passed", "acknowledged");
    }

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private static void handIn(Page page, String code, FilePayload file) {
        Locator item = page.locator("#item-" + code);
        item.locator("summary").click();
        item.locator("input[type=file]").setInputFiles(file);
        item.locator("button").click();
        status(page, "已收到，前台会核对");
        assertThat(page.locator("#item-" + code)).containsText("已交，等前台核对");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void status(Page page, String words) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(words);
    }
}
