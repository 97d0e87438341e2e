package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.calendar.Calendars;
import org.shouwen.calendar.HolidayList;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.HolidayNotices;
import org.shouwen.testing.ShippedRules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 导入节假日: the State Council's notice is pasted, looked at, approved by the supervisor, taken back with one click. */
@BrowserTest
class HolidayStoryIT extends DeskInBrowser {

    private static final String LOOK = "先看会改哪些天，不提出";

    @Autowired
    private Calendars calendars;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    private HolidayList former;

    @BeforeEach
    void asItStands() {
        former = calendars.holidays(2027);
    }

    @AfterEach
    void again() {
        HolidayNotices.again(calendars, jdbc, former);
        ShippedRules.again(models, jdbc);
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private static Locator row(Page page, String words) {
        return page.locator(".difference tbody tr").filter(new Locator.FilterOptions().setHasText(words));
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void theNoticeIsPastedLookedAtApprovedAndTakenBack(int width) {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/holidays?year=2027");
            assertThat(page.locator(".versions")).containsText("一直执行的");
            fits(manager, "120-holidays", width);
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("导入国务院的通知").setExact(true))
                    .click();
            Locator notice = page.getByLabel("通知的原文");
            String wrong = HolidayNotices.OF_2027.replace("6月9日（周三）", "6月9日（周四）");
            notice.fill(wrong);
            page.getByLabel("为什么改").fill("明年的放假安排公布了");
            press(page, "提出");
            assertThat(page.locator("#content")).containsText("端午节：2027-06-09 是周三，写的却是周四");
            assertThat(notice).hasValue(wrong);
            assertThat(page.getByLabel("为什么改")).hasValue("明年的放假安排公布了");
            fits(manager, "121-holidays-refused", width);

            notice.fill(HolidayNotices.OF_2027);
            press(page, LOOK);
            assertThat(row(page, "1月30日（周六）")).containsText("照平常的星期 → 春节 调休上班");
            assertThat(row(page, "2月5日（周五）")).containsText("春节 法定节日，放假（推算的） → 春节 法定节日，放假");
            assertThat(row(page, "1月4日")).hasCount(0);
            assertThat(page.getByLabel("为什么改")).hasValue("明年的放假安排公布了");
            fits(manager, "122-holidays-looked-at", width);

            notice.fill("");
            page.getByLabel("或者选一个文件")
                    .setInputFiles(new FilePayload(
                            "通知.txt", "text/plain", HolidayNotices.OF_2027.getBytes(Charset.forName("GB18030"))));
            page.getByLabel("从什么时候起执行").fill("2020-01-01T00:00");
            press(page, "提出");
            assertThat(page.locator("#content")).containsText("这个时间已经过了");
            assertThat(notice).hasValue(java.util.regex.Pattern.compile("国务院办公厅关于2027年[^�]*10月9日（周六）上班。"));
            page.getByLabel("从什么时候起执行").fill("");
            press(page, "提出");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");
            fits(manager, "123-holidays-proposed", width);
            page.navigate("/desk/studio/holidays");
            notice.fill(HolidayNotices.OF_2027);
            press(page, LOOK);
            assertThat(page.locator(".panel.warn")).containsText("对2027 年节假日提出的改动正在等待批准");

            Page other = supervisor.page();
            other.navigate("/desk/studio");
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2027 年节假日"))
                    .click();
            press(other, "批准，到时执行");
            assertThat(other.locator("#content")).containsText("从什么时候起执行");
            assertThat(row(other, "10月9日（周六）")).containsText("国庆节 调休上班");
            press(other, "批准，马上执行");
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行；没办完的时限照新的日子重新算");
            assertThat(other.locator("#rules")).containsText("国务院已公布");
            assertThat(other.locator(".versions")).containsText("郑华提出，吴敏批准");
            fits(supervisor, "124-holidays-history", width);

            page.navigate("/desk/rules/holidays?year=2027");
            press(page, "撤销第 2 版，恢复原来的");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已撤销");
            assertThat(page.locator("#rules")).containsText("按法定节日推算");
            manager.complaints();
            supervisor.complaints();
        }
        assertThat(calendars.holidays(2027)).isEqualTo(former);
    }
}
