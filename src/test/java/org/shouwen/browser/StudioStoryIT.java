package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RunningDesk;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改规则: the manager by keyboard alone, the supervisor who approves, and back with one click. */
@BrowserTest
class StudioStoryIT extends RunningDesk {

    /** Of ordinary repairs at home. */
    private static final String ROW = "第 6 行 ";

    private static Browser browser;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    @AfterEach
    void asShipped() {
        jdbc.update("DELETE FROM studio_change");
        models.createDecisionDefinitionQuery().decisionDefinitionKey("timeLimits").list().stream()
                .filter(version -> version.getVersion() > 1)
                .map(DecisionDefinition::getDeploymentId)
                .forEach(deployment -> models.deleteDeployment(deployment, true));
    }

    private Browser.Person person(String account, int width) {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), width, 900)
                .signIn(account, "shouwen-demo");
    }

    private static void look(Browser.Person person, String name, int width) {
        person.wholePage(name + "-" + width);
        Object beyond = person.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("pixels beyond the right edge of " + name).isEqualTo(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Until the page that follows is there to its end. */
    private static void press(Page page, String name) {
        button(page, name).click();
        page.waitForLoadState();
    }

    private static Locator field(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    /** Goes on with the tab key until that has the focus. */
    private static void tabTo(Page page, Locator target) {
        for (int i = 0; i < 400; i++) {
            if ((boolean) target.evaluate("it => it === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by keyboard: " + target);
    }

    private static void type(Page page, Locator target, String text) {
        tabTo(page, target);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aLimitIsChangedByKeyboardApprovedAndTakenBack(int width) {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/timeLimits");
            tabTo(
                    page,
                    page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("修改").setExact(true)));
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("修改《办结时限》");
            look(manager, "70-studio", width);

            type(page, field(page, ROW + "到场时限"), "两");
            type(page, page.getByLabel("为什么改"), "业主反映太久");
            tabTo(page, button(page, "提出"));
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("《办结时限》第 6 行 到场时限：须为不小于 1 的整数");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("第 6 行改了，请写明新的依据");
            assertThat(page.getByLabel("为什么改")).hasValue("业主反映太久");
            look(manager, "71-studio-refused", width);

            type(page, field(page, ROW + "到场时限"), "2");
            type(page, field(page, ROW + "依据"), "经理会 2026-11-23");
            page.keyboard().press("Shift+Tab");
            tabTo(page, page.getByLabel("为什么改"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".difference")).containsText("到场时限：4 个工作小时 → 2 个工作小时");
            look(manager, "72-studio-difference", width);
            tabTo(page, button(page, "提出"));
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");
            assertThat(button(page, "批准，马上执行")).hasCount(0);
            look(manager, "73-studio-proposed", width);

            Page other = supervisor.page();
            other.navigate("/desk/rules");
            other.getByText("等待批准的改动").click();
            look(supervisor, "74-studio-waiting", width);
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办结时限"))
                    .click();
            look(supervisor, "75-studio-deciding", width);
            button(other, "批准，马上执行").click();
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行");
            assertThat(other.locator(".versions")).containsText("郑华提出，吴敏批准");
            look(supervisor, "76-studio-history", width);

            page.navigate("/desk/rules/timeLimits");
            button(page, "撤销第 2 版，恢复原来的").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已撤销");
            assertThat(page.locator(".versions")).containsText("郑华撤销，内容同第 1 版");
            other.navigate("/desk/inbox");
            assertThat(other.locator("#content")).containsText("《办结时限》第 2 版已撤销");
            manager.complaints();
            assertThat(supervisor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void rowsAreAddedDoubledAndRemoved(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/studio/tables/timeLimits");
            press(page, "复制第 6 行");
            assertThat(page.locator("tr.fresh")).hasCount(1);
            assertThat(field(page, "第 7 行 事项类别")).isFocused();
            press(page, "在第 1 行下面加一行");
            assertThat(page.locator("tr.fresh")).hasCount(2);
            press(page, "删去第 8 行");
            assertThat(page.locator("tr.fresh")).hasCount(1);
            press(page, "删去第 6 行");
            assertThat(page.locator("tr.gone")).hasCount(1);
            press(page, "先看改了什么，不提出");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("第 2 行");
            look(manager, "77-studio-rows", width);
            press(page, "恢复");
            assertThat(page.locator("tr.gone")).hasCount(0);
            assertThat(manager.complaints()).isEmpty();
        }
    }

    @Test
    void everyTableIsOpened() {
        try (Browser.Person manager = person("manager", 1440)) {
            for (RuleTable table : rulebook.all()) {
                manager.page().navigate("/desk/studio/tables/" + table.id());
                assertThat(manager.page().locator(".grid tbody tr"))
                        .hasCount(table.rows().size());
                look(manager, "78-studio-" + table.id(), 1440);
                press(manager.page(), "先看改了什么，不提出");
                assertThat(manager.page().getByRole(AriaRole.ALERT)).containsText("没有改动");
            }
            assertThat(manager.complaints()).isEmpty();
        }
    }
}
