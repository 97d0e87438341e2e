package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** What the supervisor does about what is late: with the mouse, in Tasklist. */
@BrowserTest
class SupervisionStoryIT extends DeskInBrowser {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678"},
             "description": "厨房水龙头漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    private String open(String home) {
        return opened(LEAK.formatted(home));
    }

    private String opened(String intake) {
        String number = api().post("/api/tickets", intake).text("number");
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

    /** The electricians break three promises in a month: the lead reads which, and says why and what is done. */
    @Test
    void theThirdBrokenPromiseOfAPostIsPutRight() {
        List<String> numbers = Stream.of("1-2-101", "1-2-102", "1-2-103")
                .map(home -> opened(LEAK.formatted(home).replace("HOME_PLUMBING", "HOME_ELECTRICAL")))
                .toList();
        time.travelTo("2026-11-23T09:31");
        runJobs();
        String third = numbers.stream()
                .filter(number -> events(number).contains("post-late"))
                .findFirst()
                .orElseThrow();

        try (Browser.Person zhou = signedIn("lead")) {
            Tasklist tasks = Tasklist.of(zhou).filter("我的任务").open(third, "岗位整改");
            assertThat(tasks.form()).containsText("东苑电工");
            numbers.forEach(number -> assertThat(tasks.form()).containsText(number));
            zhou.screenshot("33-rectify-post");
            tasks.fill("超时的原因", "两人请假，没有排替班").fill("整改措施", "周浩在 12 月 1 日前排好替班表");
            tasks.complete();
            runJobs();
            assertThat(zhou.complaints()).isEmpty();
            zhou.page().navigate("/desk/supervision");
            assertThat(zhou.page().locator("main")).containsText("周浩在 12 月 1 日前排好替班表");
            zhou.screenshot("34-rectified");
        }
        assertThat(events(third)).contains("post-rectified");
    }

    /** Nobody on call can come: lead and manager are called in the same moment, and the manager goes himself. */
    @Test
    void theManagerAnswersTheCallThatNobodyAnswered() {
        String number = opened(LEAK.formatted("1-2-104").replace("\"danger\": \"NONE\"", "\"danger\": \"PERSON\""));
        for (int minute = 0; minute < 30 && !events(number).contains("unanswered"); minute++) {
            time.pass(Duration.ofMinutes(1));
            runJobs();
        }
        assertThat(events(number)).contains("unanswered");

        try (Browser.Person manager = signedIn("manager")) {
            Tasklist tasks = Tasklist.of(manager)
                    .filter("本岗待领")
                    .open(number, "应答无人应答的呼叫")
                    .claim();
            manager.screenshot("35-answer-as-superior");
            tasks.complete();
            runJobs();
            assertThat(manager.complaints()).isEmpty();
        }
        assertThat(api().get("/api/tickets/" + number).text("handler")).contains("manager");
    }
}
