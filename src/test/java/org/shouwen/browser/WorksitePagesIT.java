package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.renovation.Renovations;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RegisteredRenovation;
import org.shouwen.testing.RunningDesk;
import org.shouwen.worksite.Patrol;
import org.shouwen.worksite.PatrolDesk;
import org.shouwen.worksite.Phase;
import org.springframework.beans.factory.annotation.Autowired;

/** A site and the list of patrols in the browser; at a desk and on a phone. */
@BrowserTest
class WorksitePagesIT extends RunningDesk {

    private static Browser browser;
    private static int room;

    @Autowired
    private Renovations renovations;

    @Autowired
    private PatrolDesk patrols;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    private static void look(Browser.Person person, String name, int width) {
        person.wholePage(name + "-" + width);
        Object beyond = person.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("pixels beyond the right edge").isEqualTo(0);
        assertThat(person.complaints()).isEmpty();
    }

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
                number,
                time.instant(),
                "plumber1",
                Patrol.Outcome.NORMAL,
                Phase.DEMOLITION,
                Set.of(),
                null,
                null));
        time.travelTo("2026-09-10T10:00");
        try (Browser.Person wang = browser.person("http://127.0.0.1:" + port, clock().instant(), width, 900)
                .signIn("desk1", "shouwen-demo")) {
            Page page = wang.page();
            page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("主导航"))
                    .getByText("巡查")
                    .click();
            assertThat(page.locator("table.tickets")).containsText(number);
            assertThat(page.locator("tr.late")).containsText(number);
            look(wang, "60-patrols", width);
            page.getByText(number).click();
            assertThat(page.locator("#worksite")).containsText("拆改、水电、防水");
            page.getByText("登记违规").first().click();
            page.getByLabel("违规", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("BEARING_STRUCTURE");
            page.getByLabel("当场处置的结果").selectOption("STOPPED");
            page.getByLabel("现场情况").fill("客厅与阳台之间的承重墙凿开");
            click(page, "登记违规");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已登记违规");
            assertThat(page.locator("#worksite")).containsText("ZG-26-");
            assertThat(page.locator("#worksite")).containsText("整改前工人和材料不得进场");
            assertThat(page.locator("#worksite")).containsText("有违规没有了结，每天巡查");
            look(wang, "61-worksite", width);
            // Nothing is supervised here that could hear of it: the sentence says so, and nothing is changed
            click(page, "业主报完工");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("请稍后再报完工");
            assertThat(page.locator("#worksite")).containsText("施工中");
        }
    }
}
