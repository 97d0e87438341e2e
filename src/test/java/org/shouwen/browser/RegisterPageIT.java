package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters of every kind are registered on one page, which asks what the chosen kind asks. */
@BrowserTest
class RegisterPageIT extends DeskInBrowser {

    @Autowired
    private JdbcClient jdbc;

    private Browser.Person person(int width) {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), width, 900)
                .signIn("desk1", "shouwen-demo");
    }

    private static void register(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("登记").setExact(true))
                .click();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void aQuestionAnsweredAtOnce(int width) {
        try (Browser.Person wang = person(width)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=1-1-201");
            assertThat(page.getByText("有没有危险")).isVisible();
            assertThat(page.locator("button[name=emergency][value=GAS_LEAK]")).isVisible();
            page.getByLabel("类别").selectOption("CONSULT_PARKING");
            assertThat(page.getByText("有没有危险")).isHidden();
            page.getByLabel("问题描述").fill("还有没有地下车位可以租");
            page.locator("[name='CONSULTATION.answer']").fill("车位已满，可以登记排队");
            look(wang, "30-consultation", width);
            register(page);
            assertThat(page.locator("#just")).containsText("已登记：ZX-");
            assertThat(page.locator("body")).containsText("答复业主：车位已满，可以登记排队");
            look(wang, "31-consulted", width);
        }
    }

    @Test
    void praiseWithoutThePersonPraisedComesBackWithWhatWasTyped() {
        try (Browser.Person wang = person(1440)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=1-1-202");
            page.getByLabel("类别").selectOption("PRAISE_REPAIR");
            page.getByLabel("问题描述").fill("修得又快又好");
            register(page);
            assertThat(page.getByText("请填写受表扬的人")).isVisible();
            assertThat(page.getByLabel("问题描述")).hasValue("修得又快又好");
            page.getByLabel("受表扬的人").selectOption("plumber1");
            wang.wholePage("32-praise-1440");
            register(page);
            assertThat(page.locator("#just")).containsText("已登记：BY-");
        }
    }

    @Test
    void aMatterOfTheSiteAsAWholeIsPassedToAPost() {
        try (Browser.Person wang = person(1440)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=东苑");
            page.getByText("east · 服务点").click();
            assertThat(page.getByLabel("类别").locator("option[value=HOME_PLUMBING]"))
                    .hasCount(0);
            page.getByLabel("姓名").fill("郝来客");
            page.getByLabel("电话").fill("13700001234");
            page.getByLabel("类别").selectOption("SUGGEST_FACILITIES");
            page.getByLabel("问题描述").fill("地下车库装几个充电桩吧");
            page.locator("[name='SUGGESTION.passTo']").selectOption("plumbing-east");
            look(wang, "33-suggestion", 1440);
            register(page);
            assertThat(page.locator("#just")).containsText("已登记：JY-");
        }
    }

    /** A passer-by shouts that somebody is in the lift: whoever is on call is called before anything else is asked. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void anEmergencyIsRegisteredByKeyboardAndTheRestIsToldLater(int width) {
        try (Browser.Person wang = person(width)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=LIFT-2-1");
            look(wang, "34-emergency", width);
            List<String> emergencies =
                    page.getByRole(AriaRole.TOOLBAR).getByRole(AriaRole.BUTTON).allTextContents();
            assertThat(emergencies).hasSizeGreaterThan(9).contains("火情", "停水", "污水外溢");
            for (String emergency : emergencies) {
                page.reload();
                // With the enter key after them under twelve
                assertThat(keysTo(page, emergency)).as(emergency).isLessThan(11);
            }
            page.reload();
            keysTo(page, "电梯困人");
            page.keyboard().press("Enter");
            assertThat(page.locator("#just")).containsText("已登记：BX-");
            assertThat(page.locator("body")).containsText("路人");
            String number = page.url().replaceFirst(".*/", "");
            runJobs();
            assertThat(api().get("/api/tickets/" + number).text("priority")).isEqualTo("P0");
            assertThat(api().get("/api/tickets/" + number + "/steps")
                            .body()
                            .path("items")
                            .findValuesAsText("step"))
                    .contains("answerCall");

            page.reload();
            page.getByText("补充报事人和内容", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            var form = page.locator("form[action$='/particulars']");
            form.getByLabel("姓名").fill("李路");
            form.getByLabel("电话").fill("138 0000 9999");
            form.getByLabel("内容").fill("两个人在 2 单元电梯里，灯不亮");
            look(wang, "35-completion", width);
            form.locator("button[type=submit]").click();
            assertThat(page.locator("body")).containsText("两个人在 2 单元电梯里，灯不亮");
            assertThat(page.locator("body")).containsText("补充：报事人李路，电话 138****9999");
            look(wang, "36-completed", width);
            assertThat(api().get("/api/tickets/" + number)
                            .body()
                            .path("reporter")
                            .path("phone")
                            .asText())
                    .isEqualTo("13800009999");
        }
    }

    /** @return how many keys lead from where the page begins to that button, round the shorter way */
    private static int keysTo(Page page, String emergency) {
        int tabs = 0;
        while (!"toolbar".equals(page.evaluate("() => document.activeElement.closest('[role]')?.role"))) {
            page.keyboard().press("Tab");
            assertThat(++tabs).as("on the way to " + emergency).isLessThan(11);
        }
        List<String> buttons =
                page.getByRole(AriaRole.TOOLBAR).getByRole(AriaRole.BUTTON).allTextContents();
        int at = buttons.indexOf(emergency);
        boolean forth = at <= buttons.size() / 2;
        int arrows = forth ? at : buttons.size() - at;
        for (int i = 0; i < arrows; i++) {
            page.keyboard().press(forth ? "ArrowRight" : "ArrowLeft");
        }
        assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo(emergency);
        return tabs + arrows;
    }

    /** Whoever gives no number is recorded all the same, once the clerk has said so. */
    @Test
    void aCallerWithoutANumberIsRecorded() {
        try (Browser.Person wang = person(1440)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=1-1-203");
            page.getByText("别的人").click();
            page.getByLabel("姓名").fill("郝来客");
            page.getByLabel("类别").selectOption("HOME_PLUMBING");
            page.getByLabel("问题描述").fill("水龙头滴水");
            register(page);
            assertThat(page.locator("[role=alert], .problem").first()).containsText("11 位手机号");
            page.getByLabel("没有，或者只能照原话记下").check();
            register(page);
            assertThat(page.locator("#just")).containsText("已登记：BX-");
        }
    }

    /** A session may end while somebody writes, by its age or with the browser's cookies: nothing of it is lost. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasWrittenWhenTheSessionEndedIsThereAfterSigningInAgain(boolean cookies) {
        String words = "厨房水槽下面的软管接头一直在渗水，柜子里的东西都湿了。".repeat(9);
        try (Browser.Person wang = person(1440)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=1-1-201");
            page.getByLabel("类别").selectOption("HOME_PLUMBING");
            page.getByLabel("问题描述").fill(words);
            page.getByLabel("财产").check();
            end(page, cookies);
            register(page);
            assertThat(page.locator("[role=status]")).containsText("还没有提交");
            wang.screenshot("37-interrupted");
            wang.signInHere("desk1", "shouwen-demo");
            assertThat(page.getByText("刚才没有提交的内容已经填回来了")).isVisible();
            assertThat(page.getByLabel("问题描述")).hasValue(words);
            assertThat(page.getByLabel("财产")).isChecked();
            wang.wholePage("38-filled-again");
            register(page);
            assertThat(page.locator("#just")).containsText("已登记：BX-");

            page.getByLabel("留言").fill("业主晚上七点以后在家");
            end(page, cookies);
            page.getByText("写入经过").click();
            wang.signInHere("desk1", "shouwen-demo");
            assertThat(page.getByLabel("留言")).hasValue("业主晚上七点以后在家");
            page.getByText("写入经过").click();
            assertThat(page.locator("body")).containsText("业主晚上七点以后在家");
            assertThat(page.getByText("刚才没有提交的内容已经填回来了")).hasCount(0);
            assertThat(wang.complaints()).isEmpty();
        }
    }

    /** What one wrote is not shown to another who signs in on the same machine. */
    @Test
    void whatOneWroteIsNotShownToAnother() {
        try (Browser.Person wang = person(1440)) {
            Page page = wang.page();
            page.navigate("/desk/register?location=1-1-201");
            page.getByLabel("类别").selectOption("HOME_PLUMBING");
            page.getByLabel("问题描述").fill("只有我看得见");
            end(page, true);
            register(page);
            wang.signInHere("desk2", "shouwen-demo");
            assertThat(page.getByLabel("问题描述")).hasValue("");
        }
    }

    private void end(Page page, boolean cookies) {
        if (cookies) {
            page.context().clearCookies();
        } else {
            jdbc.sql("DELETE FROM sign_in").update();
        }
    }
}
