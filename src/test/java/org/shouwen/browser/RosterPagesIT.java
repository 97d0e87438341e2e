package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about people: who is there, leave, hand-over, change of post, the list of what was only passed on. */
@BrowserTest
class RosterPagesIT extends DeskInBrowser {

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everybodyIsThereAgain() {
        jdbc.sql("delete from absence").update();
        jdbc.sql("delete from handover").update();
        jdbc.sql("delete from post_change").update();
        jdbc.sql("delete from housekeeper").update();
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void leaveIsAskedForAndApprovedAndWhoIsAwayIsSeen(int width) {
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.navigate("/desk/roster/leave");
            page.getByLabel("开始").fill("2026-11-24T08:30");
            page.getByLabel("结束").fill("2026-11-24T08:00");
            page.getByLabel("原因").fill("体检");
            press(page, "提交请假");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("结束时间须在开始和现在之后");
            page.getByLabel("结束").fill("2026-11-25T18:00");
            press(page, "提交请假");
            assertThat(page.locator(".flash")).containsText("等上级审批");
            look(wang, "40-leave", width);
        }
        try (Browser.Person wu = person("supervisor", width)) {
            Page page = wu.page();
            page.navigate("/desk/roster/leave");
            look(wu, "41-leave-to-approve", width);
            press(page, "批准");
            assertThat(page.locator(".flash")).containsText("已批准");
            page.navigate("/desk/roster");
            page.getByLabel("谁不在岗").selectOption("plumber1");
            page.getByLabel("原因").fill("发烧");
            press(page, "登记不在岗");
            assertThat(page.getByText("不在岗，由钱勇代办").first()).isVisible();
            look(wu, "42-roster", width);
            page.navigate("/desk/roster/transfers");
            look(wu, "43-transfers", width);
            page.navigate("/desk/roster/post-changes");
            page.getByLabel("岗位").selectOption("plumbing-west");
            page.getByLabel("移交人").selectOption("plumber2");
            page.getByLabel("接收人").selectOption("electrician1");
            page.getByLabel("监交人").selectOption("lead");
            page.getByLabel("钥匙").fill("西苑泵房 2 把");
            press(page, "写好");
            look(wu, "44-post-changes", width);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aShiftIsHandedOver(int width) {
        try (Browser.Person zhao = person("plumber1", width)) {
            Page page = zhao.page();
            page.navigate("/desk/roster/handovers");
            page.getByLabel("岗位").selectOption("plumbing-east");
            page.getByLabel("接班人").selectOption("plumber2");
            page.getByLabel("交班时间").fill("2026-11-23T18:00");
            page.getByLabel("钥匙和工具").fill("泵房钥匙 2 把");
            page.getByLabel("注意事项").fill("3 号楼总阀关不严");
            press(page, "写好");
            press(page, "核对无误，签字");
            assertThat(page.locator("#roster")).containsText("等接班人签字");
            look(zhao, "45-handovers", width);
        }
        try (Browser.Person qian = person("plumber2", width)) {
            Page page = qian.page();
            page.navigate("/desk/roster/handovers");
            press(page, "核对无误，签字");
            assertThat(page.locator("#roster")).containsText("双方已签");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aManagerSaysWhoseABuildingIs(int width) {
        try (Browser.Person zheng = person("manager", width)) {
            Page page = zheng.page();
            page.navigate("/desk/admin/sites");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("管家").setExact(true))
                    .click();
            assertThat(page.locator("#housekeepers")).containsText("还没有设管家");
            page.getByLabel("楼栋或单元").selectOption("1/2");
            page.getByLabel("管家").selectOption("desk2");
            press(page, "设为管家");
            assertThat(page.locator(".flash")).containsText("2 单元的管家是李静");
            look(zheng, "46-housekeepers", width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("取消"))
                    .first()
                    .click();
            assertThat(page.locator("#housekeepers")).containsText("还没有设管家");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aManagerSaysWhenHisSiteWorks(int width) {
        try (Browser.Person zheng = person("manager", width)) {
            Page page = zheng.page();
            page.navigate("/desk/admin/sites");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("上班时间").setExact(true))
                    .click();
            assertThat(page.locator("#rules")).containsText("与没有单独设定的服务点一样");
            page.getByLabel("星期六").fill("9 点到 12 点");
            page.getByLabel("为什么改").fill("前台周六上午值班");
            press(page, "保存");
            assertThat(page.locator(".problem")).containsText("不是时段");
            assertThat(page.getByLabel("星期六")).hasValue("9 点到 12 点");
            page.getByLabel("星期六").fill("09:00-12:00");
            press(page, "先看结果，不保存");
            assertThat(page.locator("#rules")).containsText("这是预览，还没有保存");
            assertThat(page.locator("#rules")).containsText("周一至周五 08:30-12:00、14:00-18:00；周六 09:00-12:00");
            look(zheng, "65-working-hours-preview", width);
            press(page, "保存");
            assertThat(page.locator(".flash")).containsText("已保存");
            assertThat(page.locator(".timeline")).containsText("前台周六上午值班");
            look(zheng, "66-working-hours", width);
            page.getByLabel("星期六").fill("");
            page.getByLabel("为什么改").fill("恢复");
            press(page, "保存");
            assertThat(page.locator(".timeline")).containsText("恢复成没有单独设定的上班时间");
        }
    }
}
