package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.TimeMachine;
import org.shouwen.ticket.PauseReason;
import org.shouwen.timelimit.PostRectifications;
import org.shouwen.timelimit.TimeLimitDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** Who supervises: the task in Tasklist, and the page with what is late and what failed. */
@BrowserTest
class SupervisionPagesIT extends DeskInBrowser {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103",
             "reporter": {"name": "张三", "phone": "138 1234 5678"}, "description": "厨房水龙头漏水"}
            """;

    @Autowired
    private TimeLimitDesk limits;

    @Autowired
    private PostRectifications rectifications;

    @Autowired
    private Accounts accounts;

    private String open() {
        String number = api().post("/api/tickets", LEAK).text("number");
        runJobs();
        return number;
    }

    private void at(String moment) {
        time.travelTo(moment);
        runJobs();
    }

    /** A ticket that nobody took until 10:30, and the lead's task with that. */
    private String late() {
        time.travelTo("2026-11-23T10:00");
        String number = open();
        at("2026-11-23T10:23");
        at("2026-11-23T10:31");
        return number;
    }

    @Test
    void theLeadAcknowledgesInTasklist() {
        String number = late();
        try (Browser.Person zhou = person("lead", 1440)) {
            Tasklist tasks = Tasklist.of(zhou);
            tasks.filter("我的任务").open(number, "确认督办");
            assertThat(tasks.form()).containsText("一级督办");
            tasks.tick("增派人手").choose("由谁办理或增援", "钱勇").fill("督办意见", "两个人一起去，今天修好");
            zhou.screenshot("30-acknowledge");
            tasks.complete();
            runJobs();
            assertThat(zhou.complaints()).isEmpty();
        }
        assertThat(api().get("/api/tickets/" + number + "/timeline").text())
                .contains("确认一级督办（签收超时）：增派人手，由钱勇增援，两个人一起去，今天修好");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theSupervisorSeesWhatIsLateAndTriesAFailedStepAgain(int width) {
        String number = late();
        time.travelTo("2026-11-23T10:00");
        String paused = open();
        limits.pause(paused, PauseReason.PARTS, "阀芯", moment("2026-11-26T09:00"), "lead", clock().instant());
        String stopped = open();
        Job job = engineJobs
                .createJobQuery()
                .timers()
                .orderByJobId()
                .desc()
                .list()
                .get(0);
        engineJobs.setJobRetries(job.getId(), 0);
        time.travelTo("2026-11-23T10:31");
        try (Browser.Person wu = person("supervisor", width)) {
            Page page = wu.page();
            page.navigate("/desk/supervision");
            assertThat(page.locator("#supervision")).containsText(number);
            assertThat(page.locator("#supervision")).containsText(paused);
            wu.wholePage("31-supervision-" + width);
            Object beyond =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(beyond).as("pixels beyond the right edge").isEqualTo(0);
            Locator step = page.locator("tr").filter(new Locator.FilterOptions().setHasText("已停住"));
            assertThat(step).hasCount(1);
            step.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator(".flash")).containsText("已重新安排");
            assertThat(step).hasCount(0);
            assertThat(wu.complaints()).isEmpty();
        }
        assertThat(stopped).isNotNull();
    }

    /** Nobody takes three repairs in one month. */
    @Test
    void thePageSaysWhoPutsAPostRightAndWhatCameOfIt() {
        accounts.registerToken("lead", "test", "token-of-lead-for-tests");
        time.travelTo("2026-12-07T10:00");
        open();
        open();
        open();
        at("2026-12-07T10:23");
        at("2026-12-07T10:31");
        runJobs();
        String number = rectifications.of("2026-12").stream()
                .filter(each -> each.month().equals("2026-12") && each.person().equals("lead"))
                .findFirst()
                .orElseThrow()
                .ticket();
        assertThat(api().get("/api/tickets/" + number + "/steps").text()).contains("rectifyPost");
        try (Browser.Person zheng = person("manager", 390)) {
            Page page = zheng.page();
            page.navigate("/desk/supervision");
            assertThat(page.locator("#supervision")).containsText("岗位整改");
            assertThat(page.locator("#supervision")).containsText("还没有办理");
            assertThat(page.locator("#supervision")).not().containsText("没有设置公司值班领导");
            zheng.wholePage("33-rectifications-390");
            Object beyond =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(beyond).as("pixels beyond the right edge").isEqualTo(0);
        }
        Api.Answer done = new Api(port, "token-of-lead-for-tests")
                .post(
                        "/api/tickets/" + number + "/steps/rectifyPost",
                        "{\"cause\": \"两人同时请假\", \"measures\": \"周末加一个班\"}");
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        try (Browser.Person zhou = person("lead", 1440)) {
            Page page = zhou.page();
            page.navigate("/desk/supervision");
            assertThat(page.locator("#supervision")).containsText("两人同时请假；周末加一个班");
            zhou.wholePage("33-rectifications-1440");
            assertThat(zhou.complaints()).isEmpty();
        }
    }

    private static Instant moment(String local) {
        return LocalDateTime.parse(local).atZone(TimeMachine.ZONE).toInstant();
    }
}
