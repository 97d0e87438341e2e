package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** Whoever looks for a ticket knows a word of it, and has a keyboard. */
@BrowserTest
class ListStoryIT extends DeskInBrowser {

    @ParameterizedTest
    @ValueSource(ints = {1440, 1366, 390})
    void foundByTwoCharactersNarrowedAndTakenAlong(int width) {
        String said = "幕墙" + width + "渗水 <b>急</b>";
        Api.Answer opened = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-10%d",
                 "reporter": {"name": "=cmd()", "phone": "13812345678"}, "description": "%s"}
                """.formatted(width == 390 ? 1 : 2, said));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String number = opened.text("number");
        try (Browser.Person wang = person("desk1", width)) {
            Page page = wang.page();
            page.keyboard().press("/");
            page.keyboard().type("幕墙");
            page.keyboard().press("Enter");
            assertThat(page.locator("#listing")).containsText(number);
            assertThat(page.locator("#listing")).containsText("以来受理的");
            look(wang, "60-words", width);
            page.getByText("更多条件和排序").focus();
            page.keyboard().press("Enter");
            page.getByLabel("状态").selectOption("CLOSED");
            look(wang, "61-conditions", width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("按条件查找"))
                    .press("Enter");
            assertThat(page.locator("#listing")).not().containsText(number);
            assertThat(page.getByText("已选 1 项")).isVisible();

            page.navigate("/desk?tab=open&from=2026-12-02&until=2026-12-01");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("早于开始");
            assertThat(page.getByLabel("到", new Page.GetByLabelOptions().setExact(true)))
                    .hasAttribute("aria-invalid", "true");
            look(wang, "62-wrong", width);

            page.navigate("/desk?tab=open&q=" + URLEncoder.encode("幕墙", StandardCharsets.UTF_8));
            page.getByText("打印").click();
            assertThat(page.locator("table.tickets")).containsText(number);
            look(wang, "63-print", width);

            page.navigate("/desk?tab=dispatch");
            assertThat(page.locator("table.tickets")).isVisible();
            look(wang, "64-dispatch", width);
        }
    }

    /** Nobody presses F5: a list is another one, of a ticket it is said; what did not change is not sent again. */
    @Test
    void whatOthersDoShowsUpByItself() {
        try (Browser.Person wang = person("desk1", 1440)) {
            Page page = wang.page();
            page.clock().install();
            page.navigate("/desk?tab=all");
            String number = api().post("/api/tickets", """
                            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-103",
                             "reporter": {"name": "陈晓", "phone": "13812345671"}, "description": "水表不走"}
                            """).text("number");
            assertThat(page.locator("#listing")).not().containsText(number);
            assertThat(looks(page)).isEqualTo(200);
            assertThat(page.locator("#listing")).containsText(number);
            assertThat(looks(page)).isEqualTo(304);

            page.navigate("/desk/tickets/" + number);
            assertThat(looks(page)).isEqualTo(200);
            assertThat(page.locator("#news")).hasCount(0);
            page.getByLabel("留言").fill("写到一半");
            api().post("/api/tickets/" + number + "/notes", "{\"text\": \"业主又来电\"}");
            assertThat(looks(page)).isEqualTo(200);
            assertThat(page.locator("#course")).containsText("业主又来电");
            assertThat(page.locator("#news")).containsText("刚刚有新的经过");
            assertThat(page.getByLabel("留言")).hasValue("写到一半");
            look(wang, "65-news", 1440);
            assertThat(looks(page)).isEqualTo(304);
        }
    }

    /** @return the status of what the page asks for by itself after twenty seconds */
    private static int looks(Page page) {
        return page.waitForResponse(
                        answer -> answer.request().headers().containsKey("shouwen-refresh"),
                        () -> page.clock().fastForward(20_000))
                .status();
    }
}
