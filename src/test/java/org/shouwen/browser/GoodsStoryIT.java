package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RunningDesk;

/** Goods leave the estate: registered at the desk, decided in Tasklist, printed, counted off at the gate. */
@BrowserTest
class GoodsStoryIT extends RunningDesk {

    private static final int PHONE = 390;

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private String registered(Browser.Person wang, String home, String applicant, String proof, String goods) {
        Page page = wang.page();
        page.navigate("/desk/register?location=" + home);
        page.getByLabel("类别").selectOption("GOODS_MOVING");
        page.getByLabel("问题描述").fill("带走自己的东西");
        page.locator("[name='GOODS.applicant']").selectOption(applicant);
        page.locator("[name='GOODS.proof']").selectOption(proof);
        page.locator("[name='GOODS.goods']").fill(goods);
        wang.wholePage("70-goods-register-" + applicant);
        press(page, "登记");
        assertThat(page.locator("#just")).containsText("已登记：WP-");
        runJobs();
        assertThat(wang.complaints()).isEmpty();
        return page.locator("#just").innerText().replaceAll("(?s).*(WP-\\d{2}-\\d{6}).*", "$1");
    }

    private void released(Browser.Person wang, String number) {
        Tasklist tasks = Tasklist.of(wang).filter("本岗待领").open(number, "审核放行").claim();
        tasks.tick("放行，开出放行条");
        wang.screenshot("71-decide-release");
        tasks.complete();
        runJobs();
        assertThat(wang.complaints()).isEmpty();
    }

    private void out(Browser.Person guard, String number, String what, String count) {
        Page page = guard.page();
        page.navigate("/desk/gate?code=" + number);
        page.getByLabel(what + "这次放行几件").fill(count);
        guard.wholePage("74-gate-" + count);
        press(page, "点数放行");
        runJobs();
    }

    @Test
    void theContractorsToolsLeaveInTwoTripsAndTheSixthStays() throws IOException {
        time.travelTo("2026-11-23T15:00");
        String number;
        try (Browser.Person wang = signedIn("desk1")) {
            number = registered(wang, "5-2-101", "CONTRACTOR", "PERMIT", "电锤 5");
            released(wang, number);
            Page page = wang.page();
            page.navigate("/desk/tickets/" + number);
            assertThat(page.getByText("打印放行条（PDF）")).isVisible();
            wang.wholePage("72-goods-ticket");
            APIResponse slip = page.request().get("/desk/tickets/" + number + "/slip/paper");
            assertThat(slip.status()).isEqualTo(200);
            Files.write(Path.of("target", "screenshots", "73-slip.pdf"), slip.body());
        }
        try (Browser.Person guard = browser.person("http://127.0.0.1:" + port, clock().instant(), PHONE, 844)
                .signIn("desk2", "shouwen-demo")) {
            out(guard, number, "电锤", "3");
            assertThat(guard.page().locator(".flash")).containsText("还剩电锤 2 件");
            out(guard, number, "电锤", "3");
            assertThat(guard.page().locator(".problem")).containsText("还剩 2 件，不能放行 3 件");
            out(guard, number, "电锤", "2");
            assertThat(guard.page().locator(".flash")).containsText("清单已全部放完");
            guard.page().navigate("/desk/gate?code=" + number);
            assertThat(guard.page().locator(".state-words")).containsText("不能放行");
            assertThat(guard.page().getByText("点数放行")).hasCount(0);
            guard.wholePage("75-gate-used-up");
            assertThat(guard.complaints()).isEmpty();
        }
        try (Browser.Person wang = signedIn("desk1")) {
            wang.page().navigate("/desk/goods");
            assertThat(wang.page().getByText(number)).isVisible();
            wang.wholePage("76-goods-month");
        }
    }
}
