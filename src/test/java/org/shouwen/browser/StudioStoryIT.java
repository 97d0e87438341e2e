package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.rulebook.Rulebook;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.RuleTables.RuleTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改规则: the manager by keyboard alone, the supervisor who approves, and back with one click. */
@BrowserTest
class StudioStoryIT extends DeskInBrowser {

    /** Of ordinary repairs at home. */
    private static final String ROW = "第 6 行 ";

    private static final int DESK = 1000;

    @Autowired
    private Rulebook rulebook;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, "timeLimits", "categories");
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

    /** Goes on with the tab key until that has the focus; a phone has none. Half a page is refused by the desk. */
    private static void tabTo(Page page, Locator target) {
        page.waitForLoadState();
        if (page.viewportSize().width < DESK) {
            target.focus();
            return;
        }
        for (int i = 0; i < 1000; i++) {
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

    private String reported() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private void arrival(String number, String change) {
        jdbc.update(
                "UPDATE ticket_clock SET " + change + " WHERE clock = 'ARRIVE' AND ticket_id ="
                        + " (SELECT id FROM ticket WHERE number = ?)",
                number);
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aTrialSaysWhoWouldBeLateAndWhatItCannotTell(int width) {
        jdbc.update("UPDATE ticket SET decisions = NULL WHERE number = ?", reported());
        arrival(reported(), "due_at = due_at + INTERVAL '1' DAY");
        arrival(reported(), "stopped_at = due_at - INTERVAL '1' HOUR");
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/studio/tables/timeLimits");
            field(page, ROW + "到场时限").fill("2");
            press(page, "试算");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("第 6 行改了，请写明新的依据");
            Locator trial = page.locator(".trial");
            assertThat(trial).containsText("张没有留下登记时的依据，不能重算。");
            assertThat(trial).containsText("张没有超时的会超时");
            assertThat(trial).containsText("张的时限登记以后停过、改过，只比时限，不算日期。");
            assertThat(trial.locator("li").first()).containsText("11:00，会超时");
            fits(manager, "81-studio-trial-late", width);

            page.navigate("/desk/studio/tables/visitRule");
            page.locator("[name=r0-note]").fill("经理会 2026-11-23");
            press(page, "试算");
            assertThat(page.locator(".trial")).containsText("张工单登记时都没有查过这张表，没有可以试算的。");
            fits(manager, "82-studio-trial-none", width);
            assertThat(manager.complaints()).isEmpty();
        }
    }

    /** People know no codes. */
    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aCategoryIsAddedWithoutACode(int width) {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/categories");
            fits(manager, "95-categories", width);
            page.navigate("/desk/studio/tables/categories");
            press(page, "复制第 8 行");
            assertThat(field(page, "第 9 行 代码")).hasAttribute("placeholder", "空着由系统编");
            assertThat(field(page, "第 8 行 代码")).hasAttribute("readonly", "readonly");
            field(page, "第 9 行 名称").fill("智能门锁");
            field(page, "第 9 行 依据").first().fill("经理会 2026-11-23");
            field(page, "第 9 行 依据").last().fill("经理会 2026-11-23，门锁归我方修");
            page.getByLabel("为什么改").fill("门锁报修多了");
            press(page, "先看改了什么，不提出");
            assertThat(page.locator(".difference")).containsText("智能门锁");
            fits(manager, "96-category-added", width);
            press(page, "提出");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");

            Page other = supervisor.page();
            other.navigate(page.url());
            button(other, "批准，马上执行").click();
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行");
            other.navigate("/desk/rules/categories");
            assertThat(other.locator("#content")).containsText("智能门锁");
            assertThat(manager.complaints()).isEmpty();
            assertThat(supervisor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aLimitIsChangedByKeyboardApprovedAndTakenBack(int width) {
        reported();
        reported();
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
            fits(manager, "70-studio", width);

            type(page, field(page, ROW + "到场时限"), "两");
            type(page, page.getByLabel("为什么改"), "业主反映太久");
            tabTo(page, button(page, "提出"));
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("《办结时限》第 6 行 到场时限：须为不小于 1 的整数");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("第 6 行改了，请写明新的依据");
            assertThat(page.getByLabel("为什么改")).hasValue("业主反映太久");
            fits(manager, "71-studio-refused", width);

            type(page, field(page, ROW + "到场时限"), "2");
            type(page, field(page, ROW + "依据"), "经理会 2026-11-23");
            page.keyboard().press("Shift+Tab");
            tabTo(page, page.getByLabel("为什么改"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".difference")).containsText("到场时限：4 个工作小时 → 2 个工作小时");
            fits(manager, "72-studio-difference", width);
            tabTo(page, button(page, "试算"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".trial")).containsText("试算：最近 30 天登记的工单");
            assertThat(page.locator(".trial")).containsText("到场时限：4 个工作小时 → 2 个工作小时");
            assertThat(page.locator(".trial li").first()).containsText("到场 11月23日（周一）15:00 → 11月23日（周一）11:00");
            fits(manager, "79-studio-trial", width);
            tabTo(page, button(page, "提出"));
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");
            assertThat(button(page, "批准，马上执行")).hasCount(0);
            fits(manager, "73-studio-proposed", width);

            Page other = supervisor.page();
            other.navigate("/desk/rules");
            other.getByText("等待批准的改动").click();
            fits(supervisor, "74-studio-waiting", width);
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("办结时限"))
                    .click();
            fits(supervisor, "75-studio-deciding", width);
            other.getByLabel("拿最近登记的工单").selectOption("7");
            press(other, "试算");
            assertThat(other.locator(".trial")).containsText("试算：最近 7 天登记的工单");
            assertThat(other.locator(".trial")).containsText("到场时限：4 个工作小时 → 2 个工作小时");
            fits(supervisor, "80-studio-trial-deciding", width);
            button(other, "批准，马上执行").click();
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行");
            assertThat(other.locator(".versions")).containsText("郑华提出，吴敏批准");
            fits(supervisor, "76-studio-history", width);

            jdbc.update("UPDATE studio_change SET decided_by = proposed_by");
            other.navigate("/desk/rules/timeLimits");
            assertThat(other.locator(".versions")).containsText("郑华提出，本人批准（公司只有一个人能改规则）");
            fits(supervisor, "90-studio-alone", width);
            jdbc.update("UPDATE studio_change SET decided_by = 'supervisor'");
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
    void whatIsApprovedForAMomentWaitsAndIsWithdrawn(int width) {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/studio/tables/timeLimits");
            field(page, "第 1 行 到场时限").fill("60");
            field(page, "第 1 行 依据").fill("经理会 2026-11-23");
            press(page, "先看改了什么，不提出");
            assertThat(page.locator(".cautions"))
                    .containsText("比依据里的标准长：第 1 行（事项类别 报修，优先级 特急，险情或专项 电梯困人），到场时限 60 分钟；标准是 30 分钟");
            fits(manager, "83-studio-cautions", width);
            page.getByLabel("为什么改").fill("维保单位换了");
            page.getByLabel("从什么时候起执行").fill("2026-11-20T08:00");
            press(page, "提出");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("这个时间已经过了");
            assertThat(page.getByLabel("从什么时候起执行")).hasValue("2026-11-20T08:00");
            page.getByLabel("从什么时候起执行").fill("2026-12-01T00:00");
            press(page, "提出");
            assertThat(page.locator("#change")).containsText("提出人希望从12月1日（周二）00:00起执行");

            Page other = supervisor.page();
            other.navigate(page.url());
            assertThat(other.locator(".cautions")).containsText("比依据里的标准长");
            assertThat(other.getByLabel("或者从")).hasValue("2026-12-01T00:00");
            fits(supervisor, "84-studio-moment", width);
            other.getByLabel("或者从").fill("");
            press(other, "批准，到时执行");
            assertThat(other.getByRole(AriaRole.ALERT)).containsText("从什么时候起执行");
            other.getByLabel("或者从").fill("2026-12-01T08:00");
            press(other, "批准，到时执行");
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("从12月1日（周二）08:00起执行");
            assertThat(button(other, "撤回")).hasCount(1);
            fits(supervisor, "85-studio-scheduled", width);
            other.navigate("/desk/studio");
            assertThat(other.locator("#waiting")).containsText("已批准，从12月1日（周二）08:00起执行");
            fits(supervisor, "86-studio-waiting", width);
            other.navigate("/desk/rules/timeLimits");
            assertThat(other.locator(".versions")).containsText("吴敏批准，从12月1日（周二）08:00起执行");
            fits(supervisor, "87-studio-history", width);
            other.navigate("/desk/rules");
            assertThat(other.locator("#tables")).containsText("规则第 ");
            fits(supervisor, "88-rules-set", width);

            page.navigate("/desk/studio/tables/timeLimits");
            assertThat(page.locator("#studio")).containsText("已经批准，从12月1日（周二）08:00起执行");
            fits(manager, "89-studio-while-it-waits", width);
            page.getByText("维保单位换了").click();
            press(page, "撤回");
            assertThat(page.locator("#change")).containsText("已撤回");
            other.navigate("/desk/inbox");
            assertThat(other.locator("#content")).containsText("《办结时限》的改动不执行了");
            manager.complaints();
            supervisor.complaints();
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
            fits(manager, "77-studio-rows", width);
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
                fits(manager, "78-studio-" + table.id(), 1440);
                press(manager.page(), "先看改了什么，不提出");
                assertThat(manager.page().getByRole(AriaRole.ALERT)).containsText("没有改动");
            }
            assertThat(manager.complaints()).isEmpty();
        }
    }
}
