package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwen.estate.Estate;
import org.shouwen.estate.Phone;
import org.shouwen.estate.Resident;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.Telephone;
import org.springframework.beans.factory.annotation.Autowired;

/** A file never changes by itself who somebody is: the administrator reads what it would change, and says yes. */
@BrowserTest
class ImportsPageIT extends DeskInBrowser {

    private static final String HOME = "3-2-1004";
    private static final String HEADER = "房号,序号,姓名,电话,邮箱,入住,迁出\n";

    @Autowired
    private Estate estate;

    @Autowired
    private LinkDesk links;

    private Browser.Person admin;

    @AfterEach
    void leave() {
        admin.close();
    }

    @Test
    void anotherPersonInAFileIsAskedAboutAndInheritsNothing() {
        Resident before = estate.residentsOf(HOME).get(0);
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s",
                         "reporter": {"name": "%s", "phone": "%s"}, "description": "水龙头漏水"}
                        """.formatted(HOME, before.name(), before.phone()))
                .text("number");
        String link = URI.create(links.issue(number, "desk1", time.instant())).getPath();
        assertThat(new Telephone(port).open(link).statusCode()).isEqualTo(200);

        admin = browser.person("http://127.0.0.1:" + port, clock().instant(), 1440, 900)
                .signIn("admin", "shouwen-demo");
        Page page = admin.page();
        page.navigate("/desk/admin/imports");
        String file = HEADER + HOME + ",1,新业主,13800006666,,2026-11-23,\n";
        take(page, "住户", file, false);
        assertThat(page.locator(".panel.warn"))
                .containsText("%s（%s） 换成 新业主（13800006666），原来的邮箱不再使用，发给他的链接作废"
                        .formatted(before.name(), Phone.masked(before.phone())));
        admin.wholePage("96-import-asks");
        assertThat(estate.residentsOf(HOME)).contains(before);
        assertThat(new Telephone(port).open(link).statusCode()).isEqualTo(200);

        take(page, "住户", file, true);
        assertThat(page.locator(".panel.good")).containsText("住户");
        assertThat(estate.residentsOf(HOME))
                .extracting(Resident::name)
                .contains("新业主")
                .doesNotContain(before.name());
        assertThat(new Telephone(port).open(link).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aFileWithFaultsSaysAllOfThemAndTakesNothing() {
        admin = browser.person("http://127.0.0.1:" + port, clock().instant(), 390, 900)
                .signIn("admin", "shouwen-demo");
        Page page = admin.page();
        page.navigate("/desk/admin/imports");
        take(page, "住户", HEADER + HOME + ",2,=HYPERLINK(\"x\"),13800006667,,,\n9-9-999,1,李四,1380000,,,\n", false);
        Locator errors = page.locator(".errors li");
        assertThat(errors).hasCount(3);
        assertThat(errors.nth(0)).containsText("第 2 行 姓名：须为姓名");
        admin.wholePage("97-import-refused-390");
    }

    private static void take(Page page, String table, String csv, boolean confirmed) {
        Locator form = page.locator("form.panel")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.BUTTON,
                                new Page.GetByRoleOptions()
                                        .setName("导入" + table)
                                        .setExact(true))));
        form.locator("input[type=file]")
                .setInputFiles(new FilePayload("residents.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        if (confirmed) {
            form.getByLabel("已核对变动").check();
        }
        form.locator("button[type=submit]").click();
    }
}
