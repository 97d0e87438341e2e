package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** A site and the list of patrols in the browser; at a desk and on a phone. */
@BrowserTest
class WorksitePagesIT extends DeskInBrowser {

    private static int room;

    @Autowired
    private RenovationDesk registrations;

    @Autowired
    private Renovations renovations;

    @Autowired
    private PatrolDesk patrols;

    @Autowired
    private RuntimeService flows;

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theDeskRecordsAViolationAndSeesWhatFollows(int width) {
        String number = RegisteredRenovation.of("1-2-" + ++room + "03", api(), renovations, time);
        patrols.open(number, time.instant());
        time.travelTo("2026-09-07T10:00");
        patrols.record(new Patrol(
                number, time.instant(), "plumber1", Patrol.Outcome.NORMAL, Phase.DEMOLITION, Set.of(), null, null));
        time.travelTo("2026-09-10T10:00");
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                    .getByText("巡查")
                    .click();
            assertThat(page.locator("table.tickets")).containsText(number);
            assertThat(page.locator("tr.late", new Page.LocatorOptions().setHasText(number)))
                    .isVisible();
            look(wang, "60-patrols", width);
            page.getByText(number).click();
            assertThat(page.locator("#worksite")).containsText("拆改、水电、防水");
            page.getByText("登记违规").first().click();
            page.getByLabel("什么违规").selectOption("BEARING_STRUCTURE");
            page.getByLabel("当场处置的结果").selectOption("STOPPED");
            page.getByLabel("现场情况").fill("客厅与阳台之间的承重墙凿开");
            click(page, "确认登记违规");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已登记违规");
            assertThat(page.locator("#worksite")).containsText("ZG-26-");
            assertThat(page.locator("#worksite")).containsText("整改前工人不得进场");
            assertThat(page.locator("#worksite")).containsText("有违规没有了结，每天巡查");
            look(wang, "61-worksite", width);
            // Nothing is supervised here that could hear of it: the sentence says so, and nothing is changed
            click(page, "报完工");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("请稍后再报完工");
            assertThat(page.locator("#worksite")).containsText("施工中");
        }
    }

    /** The certificate is revoked, and on the same day somebody sees that they have stopped. */
    @Test
    void aTechnicianLooksWhetherTheyHaveStopped() {
        String number = RegisteredRenovation.of("1-2-805", api(), renovations, time);
        time.travelTo("2026-09-08T10:00");
        registrations.revoke(
                renovations.get(number).certificate().orElseThrow().number(), "擅自拆改", "supervisor", clock().instant());
        try (Browser.Person zhao = browser.person("http://127.0.0.1:" + port, clock().instant(), 1440, 1400)
                .signIn("plumber1", "shouwen-demo")) {
            Tasklist tasks =
                    Tasklist.of(zhao).filter("本岗待领").open(number, "核实停工").claim();
            tasks.tick("已经停工").fill("看到的情况", "工人已撤场，登记证已取下");
            zhao.screenshot("66-check-stop");
            tasks.complete();
            runJobs();
            assertThat(zhao.complaints()).isEmpty();
        }
        assertThat(api().get("/api/tickets/" + number + "/timeline").text()).contains("核实停工：已经停工");
    }

    /** From the patrol to the notice in Tasklist, then the owner's report at the desk. */
    @Test
    void aTechnicianFindsABearingWallOpenOnPatrol() {
        String number = RegisteredRenovation.of("1-2-905", api(), renovations, time);
        flows.startProcessInstanceByKey("renovationSupervision", number);
        runJobs();
        time.travelTo("2026-09-07T10:00");
        try (Browser.Person zhao = browser.person("http://127.0.0.1:" + port, clock().instant(), 1440, 1400)
                .signIn("plumber1", "shouwen-demo")) {
            Tasklist tasks =
                    Tasklist.of(zhao).filter("本岗待领").open(number, "巡查现场").claim();
            tasks.tick("发现违规").choose("现在的施工阶段", "拆改、水电、防水").tick("承重结构");
            tasks.choose("违规", "拆改承重结构").tick("当场停止").fill("情况说明", "客厅与阳台之间的承重墙凿开");
            zhao.screenshot("62-patrol");
            tasks.complete();
            runJobs();
            tasks.filter("本岗待领").open(number, "送达整改通知书").claim();
            tasks.tick("施工负责人").tick("当面签收");
            zhao.screenshot("63-deliver-notice");
            tasks.complete();
            runJobs();
            tasks.filter("本岗待领").open(number, "复查整改").claim();
            tasks.tick("拒不整改").fill("现场情况和照片编号", "照片 4，仍在施工");
            tasks.complete();
            runJobs();
            assertThat(zhao.complaints()).isEmpty();
        }
        try (Browser.Person wu = browser.person("http://127.0.0.1:" + port, clock().instant(), 1440, 1400)
                .signIn("supervisor", "shouwen-demo")) {
            Tasklist tasks = Tasklist.of(wu).filter("本岗待领").open(number, "上报违规").claim();
            tasks.fill("第一个单位的回执编号", "业委会 12").fill("第二个单位的回执编号", "住建 88");
            wu.screenshot("64-report-violation");
            tasks.complete();
            wu.page().navigate("/desk/renovations/" + number + "/site");
            assertThat(wu.page().locator("#worksite")).containsText("已上报");
            click(wu.page(), "报完工");
            assertThat(wu.page().getByRole(AriaRole.STATUS)).containsText("已报完工");
            look(wu, "65-worksite-reported", 1440);
            runJobs();
            tasks = Tasklist.of(wu).filter("本岗待领").open(number, "完工验收").claim();
            tasks.tick("要整改").tick("公共部位、公共设施损坏未修复").fill("查验情况", "电梯厅墙面划伤");
            wu.screenshot("66-inspect-completion");
            tasks.complete();
            assertThat(wu.complaints()).isEmpty();
        }
    }
}
