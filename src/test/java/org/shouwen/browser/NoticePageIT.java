package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.access.Accounts;
import org.shouwen.onetimenotice.Item;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.onetimenotice.OneTimeNotices;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** 一次性告知书 in the browser and over the API: the items, the receipt, what was asked for later; at a desk and on a phone. */
@BrowserTest
class NoticePageIT extends DeskInBrowser {

    @Autowired
    private Accounts accounts;

    @Autowired
    private OneTimeNotices notices;

    @Autowired
    private OneTimeNoticeDesk desk;

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    /** @return a renovation with a bathroom in the balcony, for which only deed and identity were shown */
    private String told(String home) {
        Api.Answer applied = api().post("/api/tickets", """
                {"kind": "RENOVATION", "category": "RENOVATION_HOME", "home": "%s", "description": "阳台改卫生间",
                 "reporter": {"name": "张三", "phone": "13812345678"},
                 "details": {"applicant": "OWNER", "wetRoom": "true", "waterproofing": "true", "gasPipes": "true",
                     "firm": "安居装饰", "qualification": "D237000001", "from": "2026-12-07", "until": "2027-01-29"}}
                """.formatted(home));
        assertThat(applied.status()).as(applied.text()).isEqualTo(201);
        String number = applied.text("number");
        runJobs();
        Api.Answer checked = api().post(
                        "/api/tickets/" + number + "/steps/checkPapers",
                        "{\"papers\": [\"OWNERSHIP\", \"IDENTITY\"], \"identity\": \"1234\"}");
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        runJobs();
        return number;
    }

    @ParameterizedTest
    @CsvSource({"1440, 1-2-903", "390, 1-2-904"})
    void theNoticeIsFollowedToItsReceiptAndWhatComesLaterIsSeen(int width, String home) {
        String number = told(home);
        String notice = notices.get(number).number();
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.navigate("/desk/tickets/" + number);
            // The step's form asks what is supplied of it; the notice's own part follows
            assertThat(page.getByText("从装修方案中去掉").last()).isVisible();
            look(wang, "60-ticket-with-notice", width);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("告知书 " + notice))
                    .click();
            assertThat(page.getByText("改动防水层：闭水试验记录")).isVisible();
            page.getByLabel("签收人").fill("张三");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登记签收"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已登记签收");
            assertThat(page.locator("#notice")).containsText("张三 当面签收");
            assertThat(page.navigate("/desk/one-time-notices").status()).isEqualTo(403);
        }

        Api.Answer again =
                api().post("/api/tickets/" + number + "/notice/receipt", "{\"receiver\": \"李四\", \"how\": \"POSTED\"}");
        assertThat(again.status()).as(again.text()).isEqualTo(409);
        desk.require(
                number,
                new Item(
                        "OWNER_CONSENT",
                        notices.get(number).items().get(0).item().section(),
                        "业主同意装修的书面证明",
                        "《住宅室内装饰装修管理办法》第13条"),
                Optional.of("受理时把租户登记成了业主"),
                "supervisor",
                clock().instant());

        try (Browser.Person wu = person("supervisor", width)) {
            Page page = wu.page();
            page.navigate("/desk/tickets/" + number + "/notice");
            assertThat(page.locator("#notice")).containsText("受理时把租户登记成了业主");
            look(wu, "61-notice", width);
            page.navigate("/desk/supervision");
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("督办"))
                    .getByText("一次性告知")
                    .click();
            assertThat(page.locator("#notices")).containsText(number);
            look(wu, "62-one-time-notices", width);
        }
        assertThat(api().get("/api/one-time-notices/breaches").status()).isEqualTo(403);
        Api.Answer breaches = as("supervisor").get("/api/one-time-notices/breaches?site=east");
        assertThat(breaches.body().path("items").findValuesAsText("ticket")).contains(number);
        assertThat(as("supervisor")
                        .get("/api/one-time-notices/breaches?month=2026-13")
                        .status())
                .isEqualTo(422);
        assertThat(as("supervisor")
                        .get("/api/one-time-notices/figures?site=east")
                        .body()
                        .path("items")
                        .path(0)
                        .path("breaches")
                        .asInt())
                .isPositive();
    }
}
