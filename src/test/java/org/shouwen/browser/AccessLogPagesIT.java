package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk who reads a closed ticket masked says why he has to know more, and the supervisor reads that he did. */
@BrowserTest
class AccessLogPagesIT extends DeskInBrowser {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void forgetIt() {
        jdbc.sql("DELETE FROM access_log").update();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1366, 390})
    void whatIsMaskedIsShownWithAReasonAndWrittenDown(int width) {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-203",
                         "reporter": {"name": "欧阳明月", "phone": "13812340987"},
                         "description": "厨房漏水，打13812340987找欧阳明月"}
                        """).text("number");
        runJobs();
        jdbc.sql("UPDATE ticket SET status = 'CLOSED', is_open = FALSE WHERE number = ?")
                .param(number)
                .update();
        try (Browser.Person clerk = person("desk2", width)) {
            Page page = clerk.page();
            page.navigate("/desk/tickets/" + number);
            assertThat(page.locator("body")).containsText("欧** 138****0987");
            assertThat(page.locator("body")).not().containsText("欧阳明月");
            look(clerk, "70-masked", width);
            page.getByText("查看完整信息", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            page.getByLabel("为什么查看").selectOption("CONTACT");
            page.getByLabel("具体说明").fill("业主来电说又漏了，要约上门时间");
            look(clerk, "71-why", width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查看完整信息"))
                    .click();
            assertThat(page.locator("body")).containsText("厨房漏水，打13812340987找欧阳明月");
            assertThat(page.locator("body")).containsText("您能看到完整信息到");
            look(clerk, "72-shown", width);
        }
        try (Browser.Person supervisor = person("supervisor", width)) {
            Page page = supervisor.page();
            page.navigate("/desk/supervision");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("查阅记录"))
                    .click();
            Locator looked = page.locator("#looks tbody tr").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(looked).hasCount(1);
            assertThat(looked).containsText("李静（desk2）");
            look(supervisor, "73-access-log", width);
            page.getByLabel("谁查看的").fill("王芳");
            page.locator("#looks form button").click();
            assertThat(looked).hasCount(0);
            page.getByLabel("谁查看的").fill("李静");
            page.getByLabel("从", new Page.GetByLabelOptions().setExact(true)).fill("2026-11-23");
            page.locator("#looks form button").click();
            assertThat(looked).hasCount(1);
        }
        try (Browser.Person lead = person("lead", width)) {
            lead.page().navigate("/desk/supervision");
            assertThat(lead.page().getByText("查阅记录")).hasCount(0);
        }
    }
}
