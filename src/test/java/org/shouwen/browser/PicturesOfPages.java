package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shouwen.documents.Picture;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.TestDatabase;
import org.shouwen.testing.TimeMachine;
import org.shouwen.workflow.Flows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.ITemplateResolver;
import org.thymeleaf.templateresolver.TemplateResolution;

/**
 * Photographs the pages that the documents show, from the demo as it stands one Tuesday afternoon, and notes which templates
 * and styles were seen; run by {@code docs/pictures/take}, never by the gate.
 */
@BrowserTest
@EnabledIf("anyIsDue")
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"shouwen.access.bcrypt-strength=4", "spring.thymeleaf.cache=false"})
@ActiveProfiles("demo")
@Import(PicturesOfPages.Fixtures.class)
class PicturesOfPages {

    private static final String TUESDAY = "2026-11-24T15:30";
    private static final List<Path> SERVED =
            List.of(Path.of("src/main/resources/static"), Path.of("src/main/resources/META-INF/resources/webjars"));

    private static final Set<String> TEMPLATES = new ConcurrentSkipListSet<>();
    private static final CountDownLatch TOLD = new CountDownLatch(1);

    private static Browser browser;

    @LocalServerPort
    private int port;

    @Autowired
    private TimeMachine time;

    @Autowired
    private ManagementService engineJobs;

    @TestConfiguration(proxyBeanMethods = false)
    static class Fixtures {

        @Bean
        @Primary
        TimeMachine timeMachine() {
            TimeMachine time = new TimeMachine();
            time.travelTo(TUESDAY);
            return time;
        }

        /** Sees which templates are used, and when the demo has told its stories. */
        @Bean
        static BeanPostProcessor observer() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    if (name.equals("defaultTemplateResolver")) {
                        return new ObservedTemplates((ITemplateResolver) bean);
                    }
                    return bean instanceof Flows flows ? new ObservedFlows(flows) : bean;
                }
            };
        }
    }

    private record ObservedTemplates(ITemplateResolver resolver) implements ITemplateResolver {

        @Override
        public String getName() {
            return resolver.getName();
        }

        @Override
        public Integer getOrder() {
            return resolver.getOrder();
        }

        @Override
        public TemplateResolution resolveTemplate(
                IEngineConfiguration configuration, String owner, String template, Map<String, Object> hints) {
            TEMPLATES.add(template);
            return resolver.resolveTemplate(configuration, owner, template, hints);
        }
    }

    private record ObservedFlows(Flows flows) implements Flows {

        @Override
        public void hold() {
            flows.hold();
        }

        @Override
        public void step() {
            flows.step();
        }

        @Override
        public void release() {
            flows.release();
            TOLD.countDown();
        }
    }

    static boolean anyIsDue() {
        return Arrays.stream(PicturesOfPages.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .anyMatch(method -> picture(method.getName()).isDue());
    }

    /** Each test is named after the picture it takes. */
    private static Picture picture(String test) {
        return new Picture(test.replaceAll("([A-Z])", "-$1").toLowerCase());
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        String url = TestDatabase.newUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", TestDatabase::user);
        properties.add("spring.datasource.password", () -> "");
    }

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    /** The past is told, and what follows from it today, such as a supervision, has happened. */
    @BeforeEach
    void everythingIsTold(CapturedOutput log) throws InterruptedException {
        assertThat(TOLD.await(3, TimeUnit.MINUTES)).isTrue();
        assertThat(log).doesNotContain("a demo story cannot go on");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .during(Duration.ofSeconds(2))
                .until(() -> engineJobs
                                .createJobQuery()
                                .executable()
                                .withRetriesLeft()
                                .count()
                        == 0);
    }

    /** Somebody at work whose next page is photographed. */
    private final class Sitter implements AutoCloseable {

        private final Picture picture;
        private final SortedSet<Path> shown = Collections.synchronizedSortedSet(new TreeSet<>(Picture.seed()));
        private final Browser.Person person;
        private final Page page;

        Sitter(String test, String account, int width, int height) {
            picture = picture(test);
            assumeTrue(picture.isDue(), "shows what there is");
            person = browser.person("http://127.0.0.1:" + port, time.instant(), width, height)
                    .signIn(account, "shouwen-demo");
            page = person.page();
            page.onResponse(answer -> SERVED.stream()
                    .map(folder ->
                            folder.resolve(URI.create(answer.url()).getPath().substring(1)))
                    .filter(Files::isRegularFile)
                    .forEach(shown::add));
        }

        /** Opens the page as if for the first time, so that everything it is made of is seen. */
        Page open(String address) {
            TEMPLATES.clear();
            shown.retainAll(Picture.seed());
            page.navigate(address);
            return page;
        }

        void photograph(boolean whole, String... others) {
            byte[] png = page.screenshot(new Page.ScreenshotOptions().setFullPage(whole));
            TEMPLATES.stream()
                    .map(template -> Path.of("src/main/resources/templates", template + ".html"))
                    .filter(Files::isRegularFile)
                    .forEach(shown::add);
            Stream.of(others).map(Path::of).forEach(shown::add);
            picture.keep(png, List.copyOf(shown));
        }

        @Override
        public void close() {
            person.close();
        }
    }

    @Test
    void desk() {
        try (Sitter wang = new Sitter("desk", "desk1", 1280, 800)) {
            Page page = wang.open("/desk?tab=open");
            assertThat(page.locator("table.tickets tbody tr").first()).isVisible();
            wang.photograph(false);
        }
    }

    @Test
    void ticket() {
        try (Sitter wang = new Sitter("ticket", "desk1", 1280, 800)) {
            wang.open("/desk?q=4-2-402");
            String ticket = wang.page.locator("table.tickets tbody a").first().getAttribute("href");
            Page page = wang.open(ticket);
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
            wang.photograph(false);
        }
    }

    @Test
    void supervisionPage() {
        try (Sitter wu = new Sitter("supervisionPage", "manager", 1440, 900)) {
            wu.open("/desk/supervision");
            wu.photograph(true);
        }
    }

    @Test
    void tasklistDispatch() {
        try (Sitter wang = new Sitter("tasklistDispatch", "desk1", 1280, 800)) {
            wang.open("/camunda/app/tasklist/default/");
            Tasklist tasklist = Tasklist.of(wang.person).filter("本岗待领");
            wang.page.getByText("首问花园东苑 1 号楼 1 单元 101").first().click();
            tasklist.claim().select("经办人").locator(".fjs-input-group").click();
            assertThat(wang.page.locator(".fjs-dropdownlist")).isVisible();
            tasklist.cards().first().scrollIntoViewIfNeeded();
            wang.photograph(false, "forms/dispatch.form");
        }
    }

    @Test
    void ruleChange() {
        try (Sitter zheng = new Sitter("ruleChange", "manager", 1280, 900)) {
            Page page = zheng.open("/desk/studio/tables/timeLimits");
            change(page, "2");
            press(page, "试算");
            assertThat(page.locator(".trial")).isVisible();
            zheng.photograph(false);
        }
    }

    @Test
    void ruleApproval() {
        try (Sitter wu = new Sitter("ruleApproval", "supervisor", 1280, 800);
                Browser.Person zheng = browser.person("http://127.0.0.1:" + port, time.instant(), 1280, 800)
                        .signIn("manager", "shouwen-demo")) {
            Page draft = zheng.page();
            draft.navigate("/desk/studio/tables/timeLimits");
            change(draft, "3");
            draft.getByLabel("为什么改").fill("业主反映水管报修等得太久");
            press(draft, "提出");
            wu.open(URI.create(draft.url()).getPath());
            wu.photograph(false);
        }
    }

    @Test
    void flowDrawing() {
        try (Sitter zheng = new Sitter("flowDrawing", "manager", 1440, 900)) {
            Page page = zheng.open("/desk/studio/flows/repair/drawing");
            assertThat(page.locator("#picture")).hasAttribute("data-drawn", "true");
            page.getByLabel("选一处").selectOption(new SelectOption().setLabel("菱形 → 验收"));
            press(page, "加人工步骤");
            Locator inside = page.locator("#inside");
            inside.getByLabel("名称").fill("经理复核");
            inside.getByLabel("名称").press("Tab");
            inside.getByLabel("办理人").selectOption(new SelectOption().setLabel("项目经理"));
            inside.getByLabel("等候时限").selectOption(new SelectOption().setLabel("复核"));
            assertThat(page.locator("#picture")).hasAttribute("data-faults", "0");
            zheng.photograph(false, "bpmn/repair.bpmn");
        }
    }

    /** An ordinary repair at home. */
    private static void change(Page page, String hours) {
        field(page, "第 6 行 到场时限").fill(hours);
        field(page, "第 6 行 依据").fill("经理会 2026-11-23");
    }

    private static Locator field(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }
}
