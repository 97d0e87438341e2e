package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RunningDesk;

/** What the supervisor does about what is late: with the mouse, in Tasklist. */
@BrowserTest
class SupervisionStoryIT extends RunningDesk {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678"},
             "description": "厨房水龙头漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    private static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    private String open(String home) {
        String number = api().post("/api/tickets", LEAK.formatted(home)).text("number");
        runJobs();
        return number;
    }

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    private List<String> events(String number) {
        return api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("event");
    }

    /** Nobody takes the work, and the lead does not answer: the supervisor is asked, and gives a new time. */
    @Test
    void theSupervisorAcknowledgesWithANewTime() {
        String number = open("1-2-105");
        // To be taken until 9:30; the lead has four working hours for his answer: 9:31 to 12:00, 14:00 to 15:31
        time.travelTo("2026-11-23T09:31");
        runJobs();
        time.travelTo("2026-11-23T15:32");
        runJobs();
        assertThat(events(number)).contains("escalated", "supervision-passed");

        try (Browser.Person wu = signedIn("supervisor")) {
            Tasklist tasks = Tasklist.of(wu).filter("我的任务").open(number, "确认督办");
            tasks.tick("给业主新时限")
                    .moment("2026/11/26", "17:00")
                    .fill("超时或不满意的原因", "三处爆管，人手不够")
                    .fill("督办意见", "明天下午安排两个人");
            wu.screenshot("32-new-time");
            tasks.complete();
            runJobs();
            assertThat(wu.complaints()).isEmpty();
        }
        assertThat(events(number)).contains("promised", "acknowledged");
        assertThat(api().get("/api/tickets/" + number).text("respondBy")).startsWith("2026-11-26T17:00");
    }
}
