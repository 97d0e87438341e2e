package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;

/** 预览: a form as Tasklist shows it, rendered in the same version, which is loaded when somebody asks for it. */
@BrowserTest
class FormPreviewIT extends DeskInBrowser {

    private static Locator shown(Page page) {
        Locator preview = page.locator(".previewing[data-shown]");
        assertThat(preview).isVisible();
        return preview;
    }

    /** The mark of bpmn.io is in view, and nothing covers it. */
    private static void theMarkIsVisible(Locator preview) {
        Locator mark = preview.locator(".fjs-powered-by-link");
        mark.scrollIntoViewIfNeeded();
        assertThat(mark).isInViewport();
        assertThat(
                        (Boolean)
                                mark.evaluate(
                                        "mark => { const box = mark.getBoundingClientRect();"
                                                + " return mark.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)); }"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 390})
    void everybodySeesAFormAsItWillLook(int width) {
        try (Browser.Person worker = person("plumber1", width)) {
            Page page = worker.page();
            List<String> loaded = new ArrayList<>();
            page.onRequest(request -> loaded.add(request.url()));
            page.navigate("/desk/rules/forms/reportWork");
            assertThat(page.locator("h1")).containsText("表单");
            assertThat(loaded).noneMatch(address -> address.contains("/studio/form."));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("预览"))
                    .click();
            Locator preview = shown(page);
            assertThat(preview).containsText("故障原因");
            preview.getByLabel("故障原因").fill("阀芯磨损");
            theMarkIsVisible(preview);
            look(worker, "93-form-preview", width);
            page.keyboard().press("Escape");
            assertThat(page.locator(".previewing")).hasCount(0);
        }
    }

    @Test
    void aManagerSeesWhatHisStepAsks() {
        try (Browser.Person manager = person("manager", 1366)) {
            Page page = manager.page();
            page.navigate("/desk/studio/flows/repair/drawing");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            page.getByLabel("选一处").selectOption(new SelectOption().setLabel("菱形 → 验收"));
            page.getByText("加人工步骤").click();
            page.getByText("加一个问题").click();
            Locator question = page.locator("#inside").getByLabel("问题");
            question.fill("接头还渗不渗");
            question.press("Tab");
            page.getByText("预览表单").click();
            Locator preview = shown(page);
            assertThat(preview).containsText("接头还渗不渗");
            theMarkIsVisible(preview);
            look(manager, "94-own-form-preview", 1366);
        }
    }
}
