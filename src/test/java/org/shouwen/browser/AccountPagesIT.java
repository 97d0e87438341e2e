package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** An account is disabled while its owner has work in hand, and opened again; the owner's own password page. */
@BrowserTest
class AccountPagesIT extends DeskInBrowser {

    @Autowired
    private Accounts accounts;

    @AfterEach
    void everybodyCanSignIn() {
        accounts.enable("plumber2");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private String takenByPlumber2() {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "水龙头漏水"}
                        """).text("number");
        runJobs();
        Api.Answer taken =
                as("plumber2").post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"MYSELF\"}");
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        runJobs();
        return number;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void anAccountIsDisabledWithWorkInHandAndOpenedAgain(int width) {
        String number = takenByPlumber2();
        try (Browser.Person admin = person("admin", width)) {
            Page page = admin.page();
            page.navigate("/desk/admin/accounts");
            look(admin, "90-accounts", width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("钱勇"))
                    .click();
            look(admin, "91-account", width);
            page.getByText("停用账号…").click();
            assertThat(page.locator("#disabling")).containsText(number);
            look(admin, "92-before-disabling", width);
            press(page, "停用账号");
            assertThat(page.locator(".warn")).containsText(number + "：退回岗位重新派单");
            look(admin, "93-disabled", width);

            page.navigate("/desk/tickets/" + number);
            assertThat(page.locator("main")).containsText("退回岗位“东苑水暖综合维修”重新派单：钱勇的账号已停用");
            page.navigate("/desk/roster");
            assertThat(page.getByText("账号已停用，由赵强代办").first()).isVisible();

            page.navigate("/desk/admin/accounts/plumber2");
            press(page, "启用账号");
            assertThat(page.locator(".flash")).containsText("已启用账号 plumber2");
            assertThat(page.locator("#account")).containsText("系统管理员：停用账号");
        }
        try (Browser.Person qian = person("plumber2", width)) {
            Page page = qian.page();
            page.navigate("/desk/password");
            page.getByLabel("现在的密码").fill("shouwen-demo");
            page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(false))
                    .first()
                    .fill("my own secret");
            page.getByLabel("再输一次新密码").fill("another secret");
            press(page, "改密码");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("两次输入的新密码不一样");
            look(qian, "94-own-password", width);
        }
    }
}
