package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.shouwen.credential.Credentials;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The page behind a paper's QR code on a telephone of whoever scans it. */
@BrowserTest
class VerdictPageIT extends DeskInBrowser {

    @Autowired
    private Credentials credentials;

    private Browser.Person passerBy() {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), 390, 844);
    }

    private static void look(Browser.Person person, String name) {
        person.wholePage(name);
        Object beyond = person.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("pixels beyond the right edge").isEqualTo(0);
    }

    @Test
    void aWorkOrderBeforeAndAfterItWasTakenBack() {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
                         "reporter": {"name": "张三", "phone": "13812345678"}, "description": "水龙头漏水"}
                        """).text("number");
        String path = "/v/" + credentials.token("WORK_ORDER", number, 1);
        try (Browser.Person guard = passerBy()) {
            Page page = guard.page();
            page.navigate(path);
            assertThat(page.locator("h1")).hasText("有效");
            assertThat(page.locator(".sentence")).hasText("是本物业签发的维修单，正在办理。");
            look(guard, "verdict-valid");
            Api.Answer withdrawn = api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"修好了\"}");
            assertThat(withdrawn.status()).isEqualTo(200);
            page.reload();
            assertThat(page.locator("h1")).hasText("已作废");
            look(guard, "verdict-revoked");
            assertThat(guard.complaints()).isEmpty();
        }
    }

    @Test
    void anAlteredCode() {
        String token = credentials.token("WORK_ORDER", "BX-26-000001", 1);
        try (Browser.Person guard = passerBy()) {
            guard.page().navigate("/v/" + token.substring(1));
            assertThat(guard.page().locator("h1")).hasText("查无此证");
            assertThat(guard.page().locator("dl")).hasCount(0);
            look(guard, "verdict-unknown");
        }
    }
}
