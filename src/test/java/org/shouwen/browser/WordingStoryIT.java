package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改通知: in words, refused in sentences, looked at on a real ticket, approved by the supervisor, taken back with one click. */
@BrowserTest
class WordingStoryIT extends DeskInBrowser {

    private static final String NAME = "accepted.to-resident";

    @Autowired
    private ModelVersions versions;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        ShippedRules.wordings(versions, jdbc, NAME + ".txt");
        ShippedRules.again(models, jdbc);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private String reported() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    /** As somebody types it on a Chinese keyboard. */
    private static String typedOtherwise(String number) {
        return " " + number.toLowerCase(java.util.Locale.ROOT).replace('-', '－') + "　";
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aNoticeIsWrittenOtherwiseApprovedAndTakenBack(int width) {
        String number = reported();
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/notices/" + NAME);
            assertThat(page.locator(".notice")).containsText("〔如有经办人〕经办人：〔经办人〕");
            fits(manager, "100-notice", width);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("修改").setExact(true))
                    .click();
            Locator body = page.getByLabel("正文");
            String before = body.inputValue();
            fits(manager, "101-notice-editor", width);

            body.fill(before.replace("如有疑问或需改时间", "要改〔上门时间〕的看 http://example.com"));
            page.getByLabel("为什么改").fill("业主不知道怎么改时间");
            press(page, "提出");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("正文：没有〔上门时间〕这个标记，是不是");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("正文：不能写网址");
            assertThat(page.getByLabel("为什么改")).hasValue("业主不知道怎么改时间");
            fits(manager, "102-notice-refused", width);

            body.fill(before.replace("如有疑问或需改时间", "<b>上门时间</b>要改的，最迟提前两小时"));
            page.getByLabel("用哪一张工单看").fill("BX-26-999999");
            press(page, "先看改了什么、会怎么写，不提出");
            assertThat(page.locator("#content")).containsText("没有编号为 BX-26-999999 的工单");
            page.getByLabel("用哪一张工单看").fill(typedOtherwise(number));
            press(page, "先看改了什么、会怎么写，不提出");
            assertThat(page.locator(".difference")).containsText("最迟提前两小时");
            assertThat(page.locator(".preview")).containsText("您的报修 " + number + " 已安排经办人");
            assertThat(page.locator(".preview")).containsText("<b>上门时间</b>要改的，最迟提前两小时，请联系首问责任人");
            assertThat(page.locator(".preview")).containsText("这张工单现在没有：经办人");
            fits(manager, "103-notice-preview", width);
            page.getByLabel("从什么时候起执行").fill("2026-01-01T09:00");
            press(page, "提出");
            assertThat(page.locator("#content")).containsText("这个时间已经过了");
            assertThat(body).hasValue(before.replace("如有疑问或需改时间", "<b>上门时间</b>要改的，最迟提前两小时"));
            page.getByLabel("从什么时候起执行").fill("2026-12-24T09:00");
            press(page, "提出");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");
            assertThat(page.locator("#change")).containsText("提出人希望从12月24日（周四）09:00起执行");
            fits(manager, "104-notice-proposed", width);

            Page other = supervisor.page();
            other.navigate("/desk/studio");
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("已安排经办人"))
                    .click();
            assertThat(other.locator(".difference")).containsText("最迟提前两小时");
            other.getByLabel("用哪一张工单看").fill(typedOtherwise(number));
            press(other, "看会怎么写");
            assertThat(other.locator(".preview")).containsText("您的报修 " + number + " 已安排经办人");
            assertThat(other.locator(".preview")).containsText("<b>上门时间</b>要改的，最迟提前两小时，请联系首问责任人");
            fits(supervisor, "107-notice-approver", width);
            other.getByLabel("用哪一张工单看").fill("BX-26-999999");
            press(other, "看会怎么写");
            assertThat(other.locator("#content")).containsText("没有编号为 BX-26-999999 的工单");
            other.locator("#since").fill("2026-11-01T09:00");
            press(other, "批准，到时执行");
            assertThat(other.locator("#content")).containsText("这个时间已经过了");
            assertThat(other.locator("#since")).hasValue("2026-11-01T09:00");
            fits(supervisor, "108-notice-approval-refused", width);
            press(other, "批准，马上执行");
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行；以后发的通知都这样写");
            assertThat(other.locator(".notice")).containsText("最迟提前两小时");
            assertThat(other.locator(".versions")).containsText("郑华提出，吴敏批准");
            fits(supervisor, "105-notice-history", width);

            page.navigate("/desk/rules/notices/" + NAME);
            press(page, "撤销第 2 版，恢复原来的");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已撤销");
            assertThat(page.locator(".notice")).containsText("如有疑问或需改时间");
            page.navigate("/desk/rules/notices");
            fits(manager, "106-notices", width);
            manager.complaints();
            assertThat(supervisor.complaints())
                    .as("but what was refused")
                    .allMatch(complaint -> complaint.contains("/preview?") || complaint.contains("/approval"));
        }
    }
}
