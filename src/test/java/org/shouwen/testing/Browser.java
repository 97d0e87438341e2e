package org.shouwen.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chromium as people at the desk have it: Chinese, in Shanghai, everybody with a session of their own. */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=zh-CN");
    private static final double PATIENCE = 15_000;

    private static final Pattern SUBMITTED = Pattern.compile("/task/([^/]+)/submit-form$");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** @return the Chromium of this machine */
    public static Optional<Path> executable() {
        String path = Objects.toString(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(Objects.toString(System.getenv("CHROMIUM"), ""), "/usr/bin/chromium"),
                        Arrays.stream(path.split(File.pathSeparator))
                                .flatMap(folder -> Stream.of(
                                        folder + "/chromium", folder + "/chromium-browser", folder + "/google-chrome")))
                .filter(candidate -> !candidate.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Browser launch() {
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(with("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(executable().orElseThrow())
                                // The browser's own words, such as the placeholder of a date field
                                .setEnv(with("LANGUAGE", "zh_CN"))
                                .setArgs(ARGUMENTS)));
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(name, value);
        return environment;
    }

    /**
     * A person at a computer with nothing open yet.
     *
     * @param base address of the application
     * @param now what the computer's clock shows; it goes on from there
     */
    public Person person(String base, Instant now, int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(base)
                .setLocale("zh-CN")
                .setTimezoneId(TimeMachine.ZONE.getId())
                .setViewportSize(width, height));
        context.setDefaultTimeout(PATIENCE);
        context.clock().install(new Clock.InstallOptions().setTime(Date.from(now)));
        return new Person(context);
    }

    public Person person(int port, Instant now) {
        return person("http://127.0.0.1:" + port, now, 1440, 900);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** Somebody with a browser of their own. */
    public static final class Person implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        /** Steps done in Tasklist; where its list answers late, it asks once more for the one that was open. */
        private final Set<String> done = ConcurrentHashMap.newKeySet();

        private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

        private Person(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text() + " [" + message.location() + "]");
                }
            });
            page.onPageError(complaints::add);
            page.onResponse(answer -> {
                Matcher step = SUBMITTED.matcher(answer.url());
                if (answer.ok() && step.find()) {
                    done.add(step.group(1));
                }
            });
            page.onRequestFailed(request -> {
                // Pages that are left, and redirections a script does not follow, are aborted
                if (!request.failure().equals("net::ERR_ABORTED")) {
                    complaints.add(request.url() + ": " + request.failure());
                }
            });
        }

        public Page page() {
            return page;
        }

        /** Errors in the console since the last call: scripts, content security policy, answers that are no success. */
        public List<String> complaints() {
            synchronized (complaints) {
                List<String> all = complaints.stream()
                        .filter(complaint -> !isOfStepThatIsDone(complaint))
                        .toList();
                complaints.clear();
                return all;
            }
        }

        private boolean isOfStepThatIsDone(String complaint) {
            return complaint.contains("status of 404")
                    && done.stream().anyMatch(task -> complaint.contains("/task/" + task + ":"));
        }

        /** Signs in at our one login page. */
        public Person signIn(String account, String password) {
            page.navigate("/login");
            return signInHere(account, password);
        }

        /** The same where the login page is shown already. */
        public Person signInHere(String account, String password) {
            page.getByLabel("账号").fill(account);
            page.getByLabel("密码").fill(password);
            page.locator("form button[type=submit]").click();
            page.waitForURL(url -> !url.contains("/login"));
            return this;
        }

        /** @param name file name in {@code target/screenshots}, without ending */
        public void screenshot(String name) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        }

        public void wholePage(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", name + ".png"))
                    .setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
