package org.shouwen.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.shouwen.testing.Browser;
import org.shouwen.testing.RunningDesk;

/** The running desk as people see it, in one Chromium a class. */
abstract class DeskInBrowser extends RunningDesk {

    static Browser browser;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    /** @param width of the screen in pixels: 1440 at a desk, 390 on a phone */
    Browser.Person person(String account, int width) {
        return browser.person("http://127.0.0.1:" + port, clock().instant(), width, 900)
                .signIn(account, "shouwen-demo");
    }

    /** Keeps the page to be looked at; nothing of it lies beyond the right edge. */
    static void fits(Browser.Person person, String name, int width) {
        person.wholePage(name + "-" + width);
        Object beyond = person.page()
                .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(beyond).as("pixels beyond the right edge of " + name).isEqualTo(0);
    }

    /** From the next page on, {@link #handedOver} tells what a page sends. */
    static void keepsWhatIsHandedOver(Page page) {
        page.addInitScript("const plain = fetch; window.fetch = async (address, how) => {"
                + " if (how?.body instanceof FormData) { window.handed = await Promise.all("
                + "how.body.getAll('file').map(async file => file.name + ' ' + await file.text())); }"
                + " return plain(address, how); };");
    }

    /** @return the files that the page sent last, each with its name */
    static List<?> handedOver(Page page) {
        return (List<?>) page.evaluate("() => window.handed");
    }

    /** The same, and the browser has nothing to complain of. */
    static void look(Browser.Person person, String name, int width) {
        fits(person, name, width);
        assertThat(person.complaints()).isEmpty();
    }
}
