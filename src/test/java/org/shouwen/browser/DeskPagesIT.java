package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** Our own pages beside Tasklist, at a desk and on a phone; nothing may be complained of in the console. */
@BrowserTest
class DeskPagesIT extends DeskInBrowser {

    @ParameterizedTest
    @CsvSource({"1440, 1-1-104", "390, 1-1-105"})
    void aStrangersCallFromRegistrationToWithdrawal(int width, String home) {
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk$"));
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                    .getByText("受理登记")
                    .click();
            page.getByLabel("在哪里").fill(home);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找"))
                    .click();
            page.getByLabel("别的人").check();
            page.getByLabel("姓名").fill("郝来客");
            page.getByLabel("电话").fill("13700001234");
            page.getByLabel("类别").selectOption("HOME_PLUMBING");
            page.getByLabel("问题描述").fill("卫生间水管漏水，已经关了总阀");
            look(wang, "20-register", width);
            page.getByRole(AriaRole.BUTTON, named("登记")).click();

            assertThat(page.locator("#just")).containsText("已登记：BX-");
            String number = page.locator("h1").innerText();
            runJobs();
            look(wang, "21-registered", width);

            page.navigate("/desk/tickets/" + number);
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("催单"))
                    .click();
            page.getByLabel("谁在催").selectOption("RESIDENT");
            page.getByRole(AriaRole.BUTTON, named("确认催单")).click();
            assertThat(page.getByText("业主第 1 次催单")).isVisible();
            runJobs();
            theHandlerIsTold(number, width);
            page.navigate("/desk");
            assertThat(page.locator("table.tickets")).containsText(number);
            look(wang, "22-desk", width);

            page.navigate("/desk/tickets/" + number);
            look(wang, "23-ticket", width);
            page.locator("summary")
                    .filter(new Locator.FilterOptions().setHasText("撤回"))
                    .click();
            page.getByLabel("业主撤回的原因").fill("自己修好了");
            page.getByRole(AriaRole.BUTTON, named("确认撤回")).click();
            assertThat(page.getByText("业主撤回：自己修好了")).isVisible();
            runJobs();
            page.reload();
            assertThat(page.locator("body")).containsText("流程已结束，没有待办步骤。");
            look(wang, "25-withdrawn", width);
        }
    }

    private void theHandlerIsTold(String number, int width) {
        Api.Answer dispatched = api().post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(dispatched.status()).as(dispatched.text()).isEqualTo(200);
        runJobs();
        try (Browser.Person zhao = person("plumber1", width)) {
            Page page = zhao.page();
            Locator message = page.locator(".message")
                    .filter(new Locator.FilterOptions().setHasText(number))
                    .first();
            page.navigate("/desk/inbox");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                page.reload();
                return message.isVisible();
            });
            message.locator("summary").click();
            assertThat(message.getByText("打开工单 " + number)).isVisible();
            look(zhao, "24-inbox", width);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
