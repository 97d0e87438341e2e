package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.shouwen.testing.Api;
import org.shouwen.testing.Browser;

/** Camunda Tasklist as one person uses it. */
final class Tasklist {

    private static final int MOST_PAGES = 10;

    private final Page page;

    /** Name of the list that was opened last; null: the one that Tasklist opens by itself. */
    private String shown;

    private Tasklist(Page page) {
        this.page = page;
    }

    /** Opens Tasklist; who is signed in at our login page is not asked again. */
    static Tasklist of(Browser.Person person) {
        // The list that it opens by itself has come, too, before anybody opens another: the later answer would cover it
        person.page().waitForResponse(list -> isList(list.url()), () -> person.page()
                .navigate(
                        "/camunda/app/tasklist/default/",
                        new Page.NavigateOptions().setWaitUntil(WaitUntilState.NETWORKIDLE)));
        Tasklist tasklist = new Tasklist(person.page());
        assertThat(tasklist.filters().first()).isVisible();
        return tasklist;
    }

    private static boolean isList(String url) {
        return url.contains("/filter/") && url.contains("/list");
    }

    Locator filters() {
        return page.locator(".task-filters h4 a");
    }

    /** Opens a list, as it is now: Tasklist asks for it when another one was open before. */
    Tasklist filter(String name) {
        Locator active = page.locator(".task-filters .active h4");
        if (active.count() > 0 && active.textContent().contains(name)) {
            show(filters()
                    .filter(new Locator.FilterOptions().setHasNotText(name))
                    .first());
        }
        show(filters().filter(new Locator.FilterOptions().setHasText(name)));
        assertThat(active).containsText(name);
        shown = name;
        return this;
    }

    /** Its cards have come when this returns, and the pointer does not rest on it: what it explains would cover the one above. */
    private void show(Locator filter) {
        // What is open already asks anew by itself after a step
        String list = "/filter/" + idOf(filter.textContent()) + "/list";
        Request asked = page.waitForRequest(request -> request.url().contains(list), filter::click);
        String first =
                Api.parsed(asked.response().text()).at("/_embedded/task/0/id").asText();
        if (first.isEmpty()) {
            assertThat(cards()).hasCount(0);
        } else {
            assertThat(cards().first().locator("h4 a")).hasAttribute("href", Pattern.compile(".*" + first + ".*"));
        }
        page.mouse().move(0, 0);
    }

    /** @param shown name of a list, and how much is in it */
    private String idOf(String shown) {
        JsonNode lists = Api.parsed(page.request()
                .get(
                        "/camunda/api/engine/engine/default/filter?resourceType=Task&maxResults=50",
                        RequestOptions.create().setHeader("Accept", "application/json"))
                .text());
        return StreamSupport.stream(lists.spliterator(), false)
                .filter(list -> shown.contains(list.path("name").asText()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    /** The cards in the middle column. */
    Locator cards() {
        return page.locator("ol.tasks-list > li.task");
    }

    /** Turns the pages of the list shown to the one with a card of that ticket. */
    Locator turnTo(String number) {
        found(number, "");
        return card(number);
    }

    Locator card(String number) {
        return cards().filter(new Locator.FilterOptions().setHasText(number));
    }

    /** Opens the task of a ticket in the list shown. */
    Tasklist open(String number, String task) {
        found(number, task).click();
        assertThat(page.locator(".task-card h2.task")).hasText(task);
        assertThat(form()).isVisible();
        return this;
    }

    private static boolean isThere(Locator element) {
        try {
            element.waitFor(new Locator.WaitForOptions().setTimeout(5_000));
            return true;
        } catch (TimeoutError late) {
            return false;
        }
    }

    /** On whichever page of the list: what other stories left may stand before it. */
    private Locator found(String number, String task) {
        Locator found = card(number)
                .filter(new Locator.FilterOptions().setHasText(task))
                .locator("h4 a");
        Locator next = page.locator("li.pagination-next:not(.disabled) a");
        // A late answer of the list before may cover the one asked for, for people, too: they press it again
        for (int tries = 1; !isOnSomePage(found, next) && shown != null && tries < 3; tries++) {
            filter(shown);
        }
        assertThat(found.first()).isVisible();
        return found;
    }

    private boolean isOnSomePage(Locator found, Locator next) {
        Locator first = cards().first().locator("h4 a");
        for (int turned = 0; turned < MOST_PAGES && isThere(found.or(next).first()); turned++) {
            if (found.count() > 0) {
                return true;
            }
            String before = first.getAttribute("href");
            next.click();
            assertThat(first).not().hasAttribute("href", before);
        }
        return false;
    }

    Tasklist claim() {
        page.locator("button.claim").click();
        assertThat(page.locator(".assignee .view-value")).isVisible();
        assertThat(form()).isVisible();
        return this;
    }

    /** Opens the start form of a process. */
    Tasklist start(String process) {
        page.locator(".start-process-action a").click();
        page.locator(".modal-dialog .process-name, .modal-dialog a")
                .filter(new Locator.FilterOptions().setHasText(process))
                .first()
                .click();
        assertThat(form()).isVisible();
        return this;
    }

    /** The form shown: the start form in its window, or the open task's. */
    Locator form() {
        return page.locator(page.locator(".modal-dialog").count() > 0 ? ".modal-dialog .fjs-form" : ".fjs-form");
    }

    Tasklist fill(String label, String text) {
        Locator field = form().getByLabel(label);
        for (int attempt = 0; attempt < 5 && !field.inputValue().equals(text); attempt++) {
            field.fill(text);
            // Camunda Forms takes over what was typed 300 ms later, or when the field is left
            field.blur();
            settle();
        }
        assertThat(field).hasValue(text);
        return this;
    }

    /** Fills in the form's moment as people type it: {@code 2026/11/25}, {@code 10:00}. */
    Tasklist moment(String day, String time) {
        type("年/月/日", day);
        type("时:分", time);
        return this;
    }

    /** Fills in one of several days as people type it: {@code 2026/12/07}. */
    Tasklist day(String label, String day) {
        Locator field = form().locator(".fjs-form-field-datetime")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("input")
                .first();
        field.click();
        field.fill(day);
        field.press("Enter");
        field.blur();
        settle();
        return this;
    }

    private void type(String placeholder, String text) {
        Locator field = form().getByPlaceholder(placeholder);
        field.click();
        field.fill(text);
        field.press("Enter");
        field.blur();
        settle();
    }

    Tasklist tick(String label) {
        form().getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** The boxes of a checklist. */
    Locator boxes(String checklist) {
        return form().locator(".fjs-form-field-checklist")
                .filter(new Locator.FilterOptions().setHasText(checklist))
                .locator("input[type=checkbox]");
    }

    Tasklist tickAll(String checklist) {
        assertThat(boxes(checklist).first()).isVisible();
        boxes(checklist).all().forEach(Locator::check);
        return this;
    }

    Tasklist tickFirst(String checklist) {
        boxes(checklist).first().check();
        return this;
    }

    /** Ticks what reads so, in part, in this checklist. */
    Tasklist tickContaining(String checklist, String words) {
        form().locator(".fjs-form-field-checklist")
                .filter(new Locator.FilterOptions().setHasText(checklist))
                .locator("label")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .click();
        return this;
    }

    Locator select(String label) {
        return form().locator(".fjs-form-field-select").filter(new Locator.FilterOptions().setHasText(label));
    }

    Tasklist choose(String label, String option) {
        select(label).locator(".fjs-input-group").click();
        select(label)
                .locator(".fjs-dropdownlist-item")
                .filter(new Locator.FilterOptions().setHasText(option))
                .click();
        settle();
        return this;
    }

    /** Lets the form be drawn anew: what is typed meanwhile, faster than people type, is drawn over. */
    private void settle() {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame("
                + "() => setTimeout(drawn))))");
    }

    void press(String button) {
        page.locator(".modal-footer .btn-primary, .form-actions .btn-primary")
                .filter(new Locator.FilterOptions().setHasText(button).setVisible(true))
                .click();
    }

    /** Completes the open task and waits until it has left the screen. */
    Tasklist complete() {
        press("完成");
        assertThat(page.locator(".task-card")).hasCount(0);
        return this;
    }

    /** The red notice. */
    Locator refusal() {
        return page.locator(".alert-danger .message").filter(new Locator.FilterOptions().setVisible(true));
    }
}
