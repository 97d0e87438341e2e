package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.citypack.SitePolicies;
import org.shouwen.citypack.SitePolicy;
import org.shouwen.credential.Credentials;
import org.shouwen.gate.Goods;
import org.shouwen.gate.Slips;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.workerpass.WorkerPassDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager chooses a city; the desk issues passes; the guard reads them on a phone. */
@BrowserTest
class GatePagesIT extends DeskInBrowser {

    @Autowired
    private SitePolicies policies;

    @Autowired
    private Renovations renovations;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Slips slips;

    @AfterEach
    void theCountrysLaw() {
        policies.choose(SitePolicy.usual("east"), "manager", Instant.EPOCH);
    }

    /** @return code of a slip for five boxes and a refrigerator, until the evening of 16 September 2026 */
    private String slip(String number, String site) {
        slips.issue(new Slips.Slip(
                number,
                site,
                Instant.parse("2026-09-16T16:00:00Z"),
                List.of(new Goods(1, "纸箱", 5, 5), new Goods(2, "双开门冰箱", 1, 1))));
        return credentials.token(Slips.KIND, number, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void goodsAreCountedOffOnTheSamePage(int width) {
        time.travelTo("2026-09-16T10:00");
        String number = "FT-26-000" + width;
        String code = slip(number, "east");
        try (Browser.Person guard = person("desk1", width)) {
            Page page = guard.page();
            page.navigate("/v/" + code);
            page.getByText("去工单台办理").click();
            assertThat(page.locator(".verdict")).containsText("可以放行");
            count(page, "纸箱", "3");
            guard.wholePage("78-gate-goods-" + width);
            fits(page);
            click(page, "放行");
            assertThat(page.locator(".flash")).containsText("还剩：纸箱 2 件、双开门冰箱 1 件");

            page.navigate("/desk/gate?code=" + code);
            count(page, "纸箱", "6");
            click(page, "放行");
            assertThat(page.locator(".problem")).hasText("清单上的纸箱共 5 件，还剩 2 件，不能放行 6 件");
            count(page, "纸箱", "2");
            count(page, "双开门冰箱", "1");
            click(page, "放行");
            assertThat(page.locator(".flash")).containsText("清单上的物品已经全部放行");
            page.navigate("/desk/gate?code=" + number);
            assertThat(page.locator(".verdict")).containsText("已用完，不能放行");
            guard.wholePage("79-gate-goods-gone-" + width);
            fits(page);

            page.navigate("/desk/gate?code=" + slip("FT-26-001" + width, "南苑"));
            assertThat(page.locator(".problem")).containsText("是南苑的，不是您值守的项目的，请不要放行");
            assertThat(page.locator(".verdict")).hasCount(0);
            assertThat(guard.complaints()).hasSize(1).allMatch(line -> line.contains("409"));
        }
    }

    private static void count(Page page, String goods, String count) {
        page.getByLabel(goods + "这次放行几件").fill(count);
    }

    private static void click(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static void fits(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels beyond the right edge")
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theManagerChoosesACityAndSeesWhatFollows(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/admin/sites/east");
            assertThat(page.locator("#rules")).containsText("06:00-22:00");
            page.locator("#city").selectOption("BEIJING");
            page.locator("#workingDay").fill("早上八点");
            click(page, "保存");
            assertThat(page.locator(".problem")).containsText("不是时段");
            assertThat(page.locator("#city")).hasValue("BEIJING");
            page.locator("#workingDay").fill("08:30-12:00 14:00-17:30");
            click(page, "先看结果，不保存");
            assertThat(page.locator("#rules")).containsText("还没有保存");
            assertThat(page.locator("#rules")).containsText("08:30-12:00、14:00-17:30");
            manager.wholePage("70-city-rules-preview-" + width);
            fits(page);
            click(page, "保存");
            assertThat(page.locator(".flash")).containsText("已保存");
            page.getByText("登记特别安静期").click();
            page.locator("#from").fill("2027-06-07");
            page.locator("#until").fill("2027-06-09");
            page.locator("#name").fill("高考");
            page.locator("#source").fill("市政府关于高考期间噪声管理的公告");
            click(page, "登记");
            assertThat(page.locator("#rules")).containsText("2027年6月7日 至 2027年6月9日");
            manager.wholePage("71-city-rules-" + width);
            fits(page);
            click(page, "删除 高考");
            assertThat(page.locator("#rules")).containsText("没有登记");
            assertThat(manager.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void theDeskIssuesAPassAndTheGuardLetsTheWorkerIn(int width) {
        String ticket = RegisteredRenovation.of("3-1-" + (width == 390 ? "201" : "202"), api(), renovations, time);
        time.travelTo("2026-09-16T10:00");
        try (Browser.Person desk = person("desk1", width)) {
            Page page = desk.page();
            page.navigate("/desk/tickets/" + ticket + "/passes");
            page.locator("#passes-name").fill("李强");
            page.locator("#passes-trade").fill("水电工");
            page.locator("#passes-phone").fill("13900001111");
            click(page, "确认办出入证");
            assertThat(page.locator(".flash")).containsText("已发出入证");
            page.locator("#passes-name").fill("王五");
            page.locator("#passes-trade").fill("泥瓦工");
            page.locator("#passes-phone").fill("13900002222");
            click(page, "确认办出入证");
            page.locator("details.drop").last().locator("summary").click();
            page.locator("details.drop input[name=reason]").last().fill("没有在允许时间施工");
            page.locator("details.drop button").last().click();
            assertThat(page.locator(".flash")).containsText("已暂停");
            desk.wholePage("72-passes-" + width);
            fits(page);

            String number = page.locator("tbody th").first().textContent().split("/")[0];
            String other = page.locator("tbody th").last().textContent();
            page.navigate("/desk/gate?code=" + credentials.token(WorkerPassDesk.PAPER, number, 1));
            assertThat(page.locator(".verdict")).containsText("可以进场");
            desk.wholePage("73-gate-valid-" + width);
            fits(page);
            click(page, "登记进场");
            assertThat(page.locator(".flash")).containsText("已登记进场：李强");
            page.locator("#code").fill(number);
            click(page, "查验");
            assertThat(page.locator(".verdict .alarm")).containsText("可能是复制的");
            desk.wholePage("74-gate-copied-" + width);
            fits(page);
            click(page, "有人拿它要进场，记下拒绝");
            assertThat(page.locator(".problem")).containsText("请核对 B 卡和本人");
            page.navigate("/desk/gate?code=" + other);
            assertThat(page.locator(".verdict")).containsText("暂停使用");
            desk.wholePage("75-gate-suspended-" + width);
            page.navigate("/v/" + credentials.token(WorkerPassDesk.PAPER, number, 1));
            desk.wholePage("76-scanned-" + width);
            time.travelTo("2026-09-16T22:30");
            page.navigate("/desk/gate?code=" + number);
            assertThat(page.locator("#gate")).containsText("应当离场");
            desk.wholePage("77-gate-night-" + width);
            fits(page);
            page.locator(".verdict").getByText("登记离场").click();
            assertThat(page.locator(".flash")).containsText("已登记离场");
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
