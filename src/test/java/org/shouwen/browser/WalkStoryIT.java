package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** 试走: a token goes through a copy of a drawing, and nothing is changed by it. */
@BrowserTest
class WalkStoryIT extends DeskInBrowser {

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator walking(Page page) {
        Locator walk = page.locator(".walking[data-shown]");
        assertThat(walk).isVisible();
        return walk;
    }

    private static Locator told(Page page) {
        return page.locator(".walking [role=status]");
    }

    /** Goes on wherever the token stands. */
    private static void goOn(Page page) {
        page.locator(".walking button[title$='办完了，接着走']:visible").first().click();
    }

    /** @return everything that can be read in the window or is said of something in it, but the names in the drawing; the mark stays as it is */
    private static List<?> words(Page page) {
        return (List<?>) page.locator(".walking").evaluate("""
                walk => [walk, ...walk.querySelectorAll('*')].flatMap(one => [
                  ...['title', 'aria-label', 'placeholder', 'alt'].map(name => one.getAttribute(name)),
                  ...(one.closest('.djs-element, style') ? [] : [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data)),
                ]).filter(text => text && text.trim())""");
    }

    private static void noEnglish(Page page) {
        assertThat(words(page)).isNotEmpty().allSatisfy(text -> assertThat(
                        text.toString().replace("Powered by bpmn.io", ""))
                .doesNotContainPattern("[A-Za-z]"));
    }

    private static void theMarkIsVisible(Page page) {
        Locator mark = page.locator(".walking .bjs-powered-by");
        assertThat(mark).isInViewport();
        assertThat(
                        (Boolean)
                                mark.evaluate(
                                        "mark => { const box = mark.getBoundingClientRect();"
                                                + " return mark.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }"))
                .isTrue();
    }

    /** @return what the board hands over, when the list is asked for */
    private static List<?> drawn(Page page) {
        page.evaluate("() => { window.handed = null; }");
        button(page, "看清单").click();
        page.waitForFunction("() => window.handed");
        List<?> handed = handedOver(page);
        button(page, "看图").click();
        return handed;
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1366})
    void aManagerWalksThroughWhatHeDrew(int width) {
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            keepsWhatIsHandedOver(page);
            List<String> loaded = new ArrayList<>();
            page.onRequest(request -> loaded.add(request.url()));
            page.navigate("/desk/studio/flows/repair/drawing");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            page.getByLabel("选一处").selectOption(new SelectOption().setLabel("报告维修结果"));
            page.locator("#inside").getByLabel("名称").fill("报告修好了没有");
            page.locator("#inside").getByLabel("名称").press("Tab");
            assertThat(page.locator("#picture")).hasAttribute("data-faults", "0");
            List<?> before = drawn(page);
            assertThat(before.toString()).contains("报告修好了没有");
            assertThat(loaded).noneMatch(address -> address.contains("/studio/tokens."));

            button(page, "试走").focus();
            page.keyboard().press("Enter");
            walking(page);
            theMarkIsVisible(page);
            noEnglish(page);
            // The page behind is out of reach
            assertThat(page.locator("dialog:modal.walking")).hasCount(1);
            page.locator(".walking button[title=开始]").first().focus();
            page.keyboard().press("Enter");
            assertThat(told(page)).hasText(Pattern.compile("停在：.+"));
            noEnglish(page);
            fits(manager, "96-walk", width);
            String first = told(page).innerText();
            goOn(page);
            assertThat(told(page)).not().hasText(first);
            noEnglish(page);
            page.keyboard().press("Escape");
            assertThat(page.locator(".walking")).hasCount(0);

            assertThat((Object) drawn(page)).isEqualTo(before);
            assertThat(loaded)
                    .allMatch(address -> address.startsWith("http://127.0.0.1:") || address.startsWith("data:"));
            assertThat(manager.complaints()).isEqualTo(List.of());
        }
    }

    /** Whoever looks at a flow walks through it, too, to its end and once more. */
    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void everybodyWalksThroughAFlow(int width) {
        try (Browser.Person worker = person("plumber1", width)) {
            Page page = worker.page();
            page.navigate("/desk/rules/flows/repair");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            button(page, "试走").click();
            walking(page);
            theMarkIsVisible(page);
            page.locator(".walking button[title=开始]").first().click();
            for (String step : List.of("一次性告知", "首问负责", "上门查看", "报告维修结果", "验收", "回访")) {
                assertThat(told(page)).hasText("停在：" + step);
                assertThat(page.locator(".walking button[title='“" + step + "”办完了，接着走']:visible"))
                        .isInViewport();
                noEnglish(page);
                if (step.equals("验收")) {
                    fits(worker, "97-walk-flow", width);
                }
                goOn(page);
                if (step.equals("首问负责")) {
                    button(page, "暂停").click();
                    assertThat(told(page)).hasText("");
                    button(page, "继续").click();
                }
            }
            assertThat(told(page)).hasText("走完了");
            noEnglish(page);
            button(page, "从头再走").click();
            assertThat(told(page)).hasText("");
            page.locator(".walking button[title=开始]").first().click();
            assertThat(told(page)).hasText("停在：一次性告知");
            button(page, "关闭").click();
            assertThat(page.locator(".walking")).hasCount(0);
            assertThat(worker.complaints()).isEqualTo(List.of());
        }
    }
}
