package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.rows.Sql;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.OwnStep;
import org.springframework.beans.factory.annotation.Autowired;

/** The life of a repair as people at the desk and on site do it: with the mouse, in Tasklist. */
@BrowserTest
class TasklistStoryIT extends DeskInBrowser {

    private static final String MAILBOX = "home-1-1-101@residents.example";
    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "138 1234 5678"},
             "description": "厨房水龙头漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sql sql;

    @Autowired
    private RepositoryService models;

    private Browser.Person wang;
    private Browser.Person zhao;

    @BeforeEach
    void people() {
        // Later than the tasks other tests leave behind: the list begins with the newest
        time.travelTo("2026-11-23T10:00");
        wang = browser.person(port, clock().instant()).signIn("desk1", "shouwen-demo");
        zhao = browser.person(port, clock().instant()).signIn("plumber1", "shouwen-demo");
    }

    @AfterEach
    void goHome() {
        wang.close();
        zhao.close();
    }

    private String open() {
        return open(LEAK);
    }

    private String open(String matter) {
        Api.Answer answer = api().post("/api/tickets", matter);
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
        desk.start("报修").fill("报修地点", "1-1-101").choose("报修类别", "家庭水管维修").fill("故障描述", "厨房水龙头关不紧，一直滴水");
        wang.screenshot("01-start-form");
        desk.press("发起");
        assertThat(desk.form()).hasCount(0);
        runJobs();
        String number = newest();

        desk.filter("本岗待领").open(number, "派单或抢单").claim().choose("经办人", "赵强");
        wang.screenshot("02-dispatch");
        desk.complete();
        runJobs();

        Tasklist tools = Tasklist.of(zhao);
        tools.filter("我的任务").open(number, "确认接单");
        zhao.screenshot("03-accept");
        tools.complete();
        runJobs();
        tools.filter("我的任务").open(number, "到场查看").fill("现场情况", "阀芯磨损，垫片老化");
        tools.choose("下一步怎么办", "要收费，先报价").fill("报价（元）", "35").fill("报价包括的维修内容", "更换阀芯和垫片");
        zhao.screenshot("04-inspect");
        tools.complete();
        runJobs();
        desk.filter("我的任务").open(number, "确认报价").tick("同意报价");
        wang.screenshot("04-quote");
        desk.complete();
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
        step(
                "desk1",
                number,
                "visit",
                "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}");

        assertThat(api().get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");
        assertThat(api().get("/api/tickets/" + number + "/timeline")
                        .body()
                        .path("items")
                        .findValuesAsText("event"))
                .containsExactly(
                        "registered",
                        "requirements-listed",
                        "dispatched",
                        "accepted",
                        "arrived",
                        "quoted",
                        "quoteAnswered",
                        "reported",
                        "work-accepted",
                        "visit-planned",
                        "closed");
        assertThat(subjects(MAILBOX, number, 5))
                .satisfiesExactly(
                        first -> assertThat(first).contains("一次性告知"),
                        second -> assertThat(second).contains("赵强"),
                        third -> assertThat(third).contains("报价"),
                        fourth -> assertThat(fourth).contains("验收"),
                        fifth -> assertThat(fifth).contains("办结"));
        assertThat(wang.complaints()).isEmpty();
        assertThat(zhao.complaints()).isEmpty();
    }

    /** Tasklist keeps what was typed; whoever typed it finds it again behind our own login, nobody else does. */
    @Test
    void whatWasTypedWhenTheSessionEndedIsThereForWhoeverTypedIt() {
        String number = open();
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        step("plumber1", number, "accept", "{\"decision\": \"ACCEPT\"}");
        String words = "水槽下面的软管接头渗水，柜子里的东西都湿了。".repeat(5);
        Tasklist tools = Tasklist.of(zhao).filter("我的任务").open(number, "到场查看");
        tools.fill("现场情况", words);
        Page page = zhao.page();

        sql.update("DELETE FROM sign_in");
        page.waitForURL("**/login?interrupted");
        assertThat(page.locator("[role=status]")).containsText("还没有提交");
        zhao.screenshot("08-interrupted");
        zhao.signInHere("plumber1", "shouwen-demo");
        assertThat(tools.form().getByLabel("现场情况")).hasValue(words);
        zhao.screenshot("09-there-again");

        sql.update("DELETE FROM sign_in");
        page.waitForURL("**/login?interrupted");
        zhao.signInHere("plumber2", "shouwen-demo");
        assertThat(page.locator(".task-filters h4 a").first()).isVisible();
        assertThat(page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camunda-form:'))")
                        .toString())
                .isEqualTo("[]");
    }

    /** 4.16 no. 5: whoever took in a leak tells the resident within three working days how it is going to be repaired. */
    @Test
    void theResidentOfALeakIsToldThePlan() {
        String number = open(LEAK.replace("HOME_PLUMBING", "SEEPAGE")
                .replace("138 1234 5678\"", "138 1234 5678\", \"email\": \"leak@residents.example\""));
        Tasklist desk = Tasklist.of(wang).filter("我的任务").open(number, "告知维修方案");
        desk.fill("维修方案", "外墙裂缝，补缝后重做防水，由防水公司施工").moment("2026/11/30", "17:00");
        wang.screenshot("15-leak-plan");
        desk.complete();
        runJobs();
        assertThat(subjects("leak@residents.example", number, 2))
                .last()
                .asString()
                .contains("维修方案");
        wang.page().navigate("/desk/tickets/" + number);
        assertThat(wang.page().getByText("外墙裂缝，补缝后重做防水").first()).isVisible();
        wang.screenshot("16-leak-with-its-plan");
        assertThat(wang.complaints()).isEmpty();
    }

    /** B19: planned by whoever works on it, approved by the manager, told with its date and every five working days. */
    @Test
    void aMajorRepairIsApprovedBeforeTheWorkAndToldWhileItGoesOn() {
        String number = open("""
                {"kind": "REPAIR", "category": "PUBLIC_LIGHTING", "place": "LIFT-1-1", "description": "整栋楼的照明线路老化",
                 "danger": "NONE", "scope": "UNIT",
                 "reporter": {"name": "李雷", "phone": "138 1234 5678", "email": "major@residents.example"}}
                """);
        step("electrician1", number, "dispatch", "{\"handler\": \"MYSELF\"}");
        Browser.Person sun = browser.person(port, clock().instant()).signIn("electrician1", "shouwen-demo");
        Tasklist wires = Tasklist.of(sun).filter("我的任务").open(number, "到场查看");
        wires.fill("现场情况", "线路绝缘老化，整栋楼须更换").choose("下一步怎么办", "公共部位须大修，报经理批准");
        sun.screenshot("17-major-found");
        wires.complete();
        runJobs();
        wires.filter("我的任务").open(number, "拟定维修方案").fill("维修方案", "分三段更换照明线路，每段停电一天");
        wires.fill("预算（元）", "8000").choose("资金来源", "物业服务费或公司支出").fill("受影响的范围", "1号楼");
        wires.moment("2026/12/11", "17:00");
        sun.screenshot("18-major-plan");
        wires.complete();
        runJobs();

        Browser.Person manager = browser.person(port, clock().instant()).signIn("manager", "shouwen-demo");
        Tasklist decides = Tasklist.of(manager).filter("我的任务").open(number, "审批重大维修");
        decides.tick("批准，预计完工的时间成为新的办结时限");
        manager.screenshot("19-major-decision");
        decides.complete();
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("resolveBy")).startsWith("2026-12-11T17:00");
        assertThat(subjects("major@residents.example", number, 3))
                .last()
                .asString()
                .contains("重大维修已批准");

        time.travelTo("2026-11-27T18:01");
        runJobs();
        wires.filter("我的任务").open(number, "报告进展").fill("进展", "第一段已换好，下周一换第二段");
        sun.screenshot("20-major-progress");
        wires.complete();
        runJobs();
        assertThat(subjects("major@residents.example", number, 4))
                .last()
                .asString()
                .contains("重大维修的进展");
        sun.page().navigate("/desk/tickets/" + number);
        sun.wholePage("21-major-ticket");
        assertThat(sun.page().getByText("第一段已换好").first()).isVisible();
        assertThat(sun.complaints()).isEmpty();
        assertThat(manager.complaints()).isEmpty();
        sun.close();
        manager.close();
    }

    @Test
    void nobodyAtHomeThenANewSlot() {
        String number = open();
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        step("plumber1", number, "accept", "{\"decision\": \"ACCEPT\"}");
        Tasklist tools = Tasklist.of(zhao).filter("我的任务").open(number, "到场查看");
        tools.fill("现场情况", "敲门无人应，电话不通").choose("下一步怎么办", "业主不在家");
        zhao.screenshot("11-not-home");
        tools.complete();
        runJobs();
        assertThat(api().get("/api/tickets/" + number)
                        .body()
                        .path("pause")
                        .path("reason")
                        .asText())
                .isEqualTo("RESIDENT_SLOT");

        Tasklist desk = Tasklist.of(wang).filter("我的任务").open(number, "约定新的上门时间");
        desk.moment("2026/11/25", "10:00");
        wang.screenshot("12-new-slot");
        desk.complete();
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("arriveBy")).startsWith("2026-11-25T10:15");
        tools.filter("我的任务").open(number, "到场查看");
        zhao.screenshot("13-visit-again");
        wang.page().navigate("/desk/tickets/" + number);
        wang.page().getByText("改约上门时间").first().click();
        wang.screenshot("14-ticket-changes");
        assertThat(wang.page().getByText("上门未成").first()).isVisible();
        assertThat(zhao.complaints()).isEmpty();
        assertThat(wang.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsRefusedInOneSentence() {
        Tasklist desk = Tasklist.of(wang);
        desk.start("报修").fill("报修地点", "9-9-999").choose("报修类别", "家庭水管维修").fill("故障描述", "漏水");
        desk.press("发起");
        assertThat(desk.refusal()).hasText("没有房号或公共部位“9-9-999”");
        assertThat(desk.form()).isVisible();
        wang.screenshot("07-start-refused");

        String number = open();
        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        step("plumber1", number, "accept", "{\"decision\": \"ACCEPT\"}");
        step("plumber1", number, "inspectOnSite", "{\"findings\": \"阀芯磨损\"}");
        Tasklist tools = Tasklist.of(zhao).filter("我的任务").open(number, "报告维修结果");
        tools.fill("故障原因", "阀芯磨损").fill("维修内容", "更换阀芯").choose("材料来源", "库存领用");
        tools.press("完成");
        assertThat(tools.refusal()).hasText("用了材料就要写材料清单");
        zhao.screenshot("08-report-refused");
        tools.fill("材料清单", "阀芯 1 个").complete();
        assertThat(wang.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
        assertThat(zhao.complaints()).allMatch(complaint -> complaint.contains("status of 422"));
    }

    /** The server never heard of it before a manager drew it. */
    @Test
    void aStepThatAManagerDrewIsDoneAsEveryOther() {
        DeploymentBuilder drawn = models.createDeployment().name("经理的报修").source("manager");
        OwnStep.models().forEach((file, bytes) -> drawn.addString(file, new String(bytes, UTF_8)));
        String deployment = drawn.deploy().getId();
        try (Browser.Person manager = browser.person(port, clock().instant()).signIn("manager", "shouwen-demo")) {
            String number = open();
            step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
            step("plumber1", number, "accept", "{\"decision\": \"ACCEPT\"}");
            step("plumber1", number, "inspectOnSite", "{\"findings\": \"阀芯磨损\"}");
            step(
                    "plumber1",
                    number,
                    "reportWork",
                    "{\"cause\": \"磨损\", \"work\": \"更换\", \"materialSource\": \"NONE\"}");
            Tasklist list = Tasklist.of(manager).filter("本岗待领").open(number, "经理复核");
            list.claim().tick("通过").fill("复核意见", "可以交付").fill("打分", "5");
            manager.screenshot("91-own-step");
            list.complete();
            runJobs();
            assertThat(api().get("/api/tickets/" + number + "/timeline")
                            .body()
                            .path("items")
                            .findValuesAsText("text"))
                    .contains("“经理复核”已办。复核结论：通过；复核意见：可以交付；打分：5");
            assertThat(api().get("/api/tickets/" + number + "/steps")
                            .body()
                            .path("items")
                            .findValuesAsText("step"))
                    .containsExactly("acceptWork");
        } finally {
            models.deleteDeployment(deployment, true, true, true);
        }
    }

    private void step(String person, String number, String step, String inputs) {
        accounts.registerToken(person, "browser test", "browser-token-of-" + person);
        Api.Answer answer =
                new Api(port, "browser-token-of-" + person).post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    @Test
    void everybodySeesTheirOwnLists() {
        String dark = open(LEAK.replace("HOME_PLUMBING", "HOME_ELECTRICAL"));
        String number = open();
        Tasklist tools = Tasklist.of(zhao);
        assertThat(tools.filters()).containsText(new String[] {"我的任务", "本岗待领", "我已超时"});
        assertThat(tools.filter("本岗待领").turnTo(number)).containsText("首问花园东苑 1 号楼 1 单元 103");
        zhao.screenshot("09-list");

        try (Browser.Person sun = signedIn("electrician1")) {
            Tasklist wires = Tasklist.of(sun);
            assertThat(wires.filter("本岗待领").turnTo(dark)).isVisible();
            assertThat(wires.card(number)).hasCount(0);
        }
        time.travelTo("2026-11-23T12:00");
        try (Browser.Person zhou = signedIn("lead")) {
            Tasklist all = Tasklist.of(zhou);
            assertThat(all.filters()).containsText(new String[] {"我的任务", "本岗待领", "已超时", "全部未办任务"});
            assertThat(all.filter("已超时 · 东苑").turnTo(number)).isVisible();
            zhou.screenshot("10-lead-overdue");
        }
    }

    private Browser.Person signedIn(String account) {
        return browser.person(port, clock().instant()).signIn(account, "shouwen-demo");
    }

    @Test
    void allIsInChineseAndNothingLeadsIntoTheVoid() {
        String number = open();
        Page page = zhao.page();
        Tasklist tools = Tasklist.of(zhao).filter("本岗待领").open(number, "派单或抢单").claim();
        assertThat(page).hasTitle("首问 · 任务");
        var shown = new LocatorAssertions.ContainsTextOptions().setUseInnerText(true);
        for (String part :
                List.of("[cam-widget-header]", ".task-filters", ".tasks-list header", ".task-details .nav-tabs")) {
            assertThat(page.locator(part).first()).not().containsText(ENGLISH, shown);
        }
        for (String closed :
                List.of(".ce-eol-banner", ".create-task-action", ".createCommentLink", ".unclaim", ".instance-link")) {
            assertThat(page.locator(closed).first()).isHidden();
        }
        assertThat(tools.select("经办人")).containsText("请选择");
        assertThat(tools.form()).not().containsText("Select");

        Tasklist.of(wang).start("报修").fill("报修地点", "1-1-101").fill("报修地点", "");
        assertThat(wang.page().locator(".fjs-form-field-error").first()).hasText("请填写这一项");
        assertThat(wang.page().getByPlaceholder("请选择，可输入文字查找")).isVisible();
        assertThat(zhao.complaints()).isEmpty();
    }

    @Test
    void whatWasNotSentIsForgotten() {
        Tasklist.of(zhao);
        zhao.page().evaluate("() => localStorage.setItem('camunda-form:42', '{\"input_reason\": \"…\"}')");
        zhao.page().reload();
        Tasklist.of(zhao);
        assertThat(zhao.page().evaluate("() => localStorage.getItem('camunda-form:42')"))
                .isNull();
    }
}
