package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RunningDesk;

/** The life of a repair as people at the desk and on site do it: with the mouse, in Tasklist. */
@BrowserTest
class TasklistStoryIT extends RunningDesk {

    private static final String MAILBOX = "home-1-1-101@residents.example";
    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678"},
             "description": "厨房水龙头漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    private static Browser browser;

    private Browser.Person wang;
    private Browser.Person zhao;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    @BeforeEach
    void people() {
        wang = browser.person(port, clock().instant()).signIn("desk1", "shouwen-demo");
        zhao = browser.person(port, clock().instant()).signIn("plumber1", "shouwen-demo");
    }

    @AfterEach
    void goHome() {
        wang.close();
        zhao.close();
    }

    private String open() {
        Api.Answer answer = api().post("/api/tickets", LEAK);
        runJobs();
        return answer.text("number");
    }

    private String newest() {
        JsonNode tickets = api().get("/api/tickets?size=1").body().path("items");
        return tickets.path(0).path("number").asText();
    }

    @Test
    void aRepairFromTheCallToItsEnd() {
        Tasklist desk = Tasklist.of(wang);
        desk.start("报修")
                .fill("报修地点", "1-1-101")
                .choose("报修类别", "家庭水管维修")
                .fill("故障描述", "厨房水龙头关不紧，一直滴水");
        wang.screenshot("01-start-form");
        desk.press("发起");
        assertThat(desk.form()).hasCount(0);
        runJobs();
        String number = newest();

        desk.filter("本岗待领").open(number, "派单或抢单").claim().choose("维修人", "赵强");
        wang.screenshot("02-dispatch");
        desk.complete();
        runJobs();

        Tasklist tools = Tasklist.of(zhao);
        tools.filter("我的任务").open(number, "确认接单");
        zhao.screenshot("03-accept");
        tools.complete();
        runJobs();
        tools.filter("我的任务").open(number, "到场查看").fill("现场情况", "阀芯磨损，垫片老化");
        zhao.screenshot("04-inspect");
        tools.complete();
        runJobs();
        tools.filter("我的任务").open(number, "报告维修结果");
        tools.fill("故障原因", "阀芯磨损").fill("维修内容", "更换阀芯和垫片").choose("材料来源", "库存领用");
        tools.fill("材料清单", "阀芯 1 个，垫片 2 个").fill("向业主收费", "35");
        zhao.screenshot("05-report");
        tools.complete();
        runJobs();

        desk.filter("我的任务").open(number, "验收维修").tick("合格");
        wang.screenshot("06-accept-work");
        desk.complete();
        runJobs();

        assertThat(api().get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");
        assertThat(api().get("/api/tickets/" + number + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsText("event"))
                .containsExactly(
                        "registered", "requirements-listed", "dispatched", "accepted", "arrived", "reported", "closed");
        assertThat(subjects(MAILBOX, number, 4))
                .satisfiesExactly(
                        first -> assertThat(first).contains("一次性告知"),
                        second -> assertThat(second).contains("赵强"),
                        third -> assertThat(third).contains("验收"),
                        fourth -> assertThat(fourth).contains("办结"));
        assertThat(wang.complaints()).isEmpty();
        assertThat(zhao.complaints()).isEmpty();
    }
}
