package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** 回访 in the browser: what is to be asked, the rain, the month; at a desk and on a phone. */
@BrowserTest
class VisitsPageIT extends DeskInBrowser {

    @Autowired
    private Accounts accounts;

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    /** @return number of a repair whose work was accepted */
    private String repaired(String category) {
        String number = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "%s", "home": "1-1-101", "description": "漏水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """.formatted(category)).text("number");
        runJobs();
        accounts.registerToken("plumber1", "test", "token-of-plumber1-for-tests");
        Api plumber = new Api(port, "token-of-plumber1-for-tests");
        step(plumber, number, "dispatch", "{\"handler\": \"MYSELF\"}");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"接头松动\"}");
        step(plumber, number, "reportWork", "{\"cause\": \"松动\", \"work\": \"紧固\", \"materialSource\": \"NONE\"}");
        step(api(), number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        return number;
    }

    @ParameterizedTest
    @CsvSource({"1440, 2026-12-10T09:00", "390, 2026-12-11T09:00"})
    void theDeskSeesWhatToAskAndSaysThatItRained(int width, String moment) {
        time.travelTo(moment);
        String leak = repaired("SEEPAGE");
        step(
                api(),
                leak,
                "visit",
                "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}");
        String tap = repaired("HOME_PLUMBING");
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                    .getByText("回访")
                    .click();
            assertThat(page.locator("table.tickets")).containsText(tap);
            assertThat(page.locator("table.tickets")).not().containsText(leak);
            page.getByLabel("服务点").selectOption("east");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("下雨了").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已登记下雨");
            assertThat(page.locator("table.tickets")).containsText(leak);
            assertThat(page.locator("table.plain")).containsText("东苑");
            look(wang, "50-visits", width);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("下雨了").setExact(true))
                    .click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("已经登记过");
        }
        try (Browser.Person zhao = person("plumber1", width)) {
            assertThat(zhao.page()
                            .getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                            .getByText("回访")
                            .all())
                    .isEqualTo(List.of());
            assertThat(zhao.page().navigate("/desk/visits").status()).isEqualTo(403);
        }
    }
}
