package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改规则: a manager takes a flow's files along, changes them in Camunda Modeler, and brings them back for somebody else to approve. */
@BrowserTest
class FlowChangeStoryIT extends DeskInBrowser {

    @Autowired
    private RepositoryService models;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, "acceptance");
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private static void areDrawn(Page page) {
        assertThat(page.locator(".picture[data-drawn]")).hasCount(2);
        assertThat(page.locator(".picture .bjs-powered-by")).hasCount(2);
    }

    private static String taken(Page page, String file) throws Exception {
        Path taken = page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(file))
                        .click())
                .path();
        return Files.readString(taken);
    }

    private static void bring(Page page, String diagram, String form) {
        page.getByLabel("流程图和表单").setInputFiles(new FilePayload[] {
            new FilePayload("acceptance.bpmn", "application/octet-stream", diagram.getBytes(UTF_8)),
            new FilePayload("accept-work.form", "application/octet-stream", form.getBytes(UTF_8))
        });
        press(page, "交上，看改了什么");
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void aFlowIsTakenAlongBroughtBackApprovedAndTakenBack(int width) throws Exception {
        try (Browser.Person manager = person("manager", width);
                Browser.Person supervisor = person("supervisor", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/flows/acceptance");
            assertThat(page.locator(".hint").first()).containsText("起执行。 软件自带。");
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("修改").setExact(true))
                    .click();
            String diagram = taken(page, "acceptance.bpmn");
            String form = taken(page, "accept-work.form");
            fits(manager, "80-flow-change", width);

            String step = "id=\"userTask_acceptWork\" name=\"";
            assertThat(diagram).contains(step);
            bring(
                    page,
                    diagram.replaceAll(" camunda:assignee=\"[^\"]*\"| camunda:candidateGroups=\"[^\"]*\"", ""),
                    form);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("还不能收下");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("验收");
            fits(manager, "81-flow-refused", width);

            bring(
                    page,
                    diagram.replaceFirst(step + "[^\"]*", step + "业主当场看过"),
                    form.replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"业主满意吗\""));
            assertThat(page.locator("h1")).hasText("《验收》的改动");
            assertThat(page.locator(".difference").last()).containsText("名称：");
            areDrawn(page);
            assertThat(page.locator(".picture .changed[data-element-id=userTask_acceptWork]"))
                    .hasCount(2);
            fits(manager, "82-flow-draft", width);
            page.getByLabel("为什么改").fill("业主看不懂原来的叫法");
            press(page, "提出，等另一个人批准");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("等另一个人批准");

            Page other = supervisor.page();
            other.navigate("/desk/studio");
            other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("验收"))
                    .click();
            areDrawn(other);
            fits(supervisor, "83-flow-deciding", width);
            press(other, "批准，马上执行");
            assertThat(other.getByRole(AriaRole.STATUS)).containsText("第 2 版从现在起执行；新的工单按新版走");
            assertThat(other.locator(".hint").first()).containsText("业主看不懂原来的叫法：郑华提出，吴敏批准。");
            assertThat(other.locator(".list")).containsText("业主当场看过");
            fits(supervisor, "84-flow-in-force", width);

            page.navigate("/desk/rules/flows/acceptance");
            press(page, "撤销第 2 版，恢复原来的");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已撤销");
            assertThat(page.locator(".list")).not().containsText("业主当场看过");
            assertThat(page.locator(".versions")).containsText("郑华撤销，内容同第 1 版");
            fits(manager, "85-flow-taken-back", width);
            assertThat(supervisor.complaints()).isEmpty();
        }
    }

    /** As if the program had shipped the step under another name before, and somebody had changed its form here. */
    private void changedOnAnOlderVersion() {
        Map<String, byte[]> files =
                versions.files(versions.inForce("acceptance.bpmn").orElseThrow());
        files.compute("acceptance.bpmn", (file, diagram) -> new String(diagram, UTF_8)
                .replace("name=\"验收维修\"", "name=\"业主验收\"")
                .getBytes(UTF_8));
        versions.deploy(files, true);
        files.compute("accept-work.form", (file, form) -> new String(form, UTF_8)
                .replaceFirst("\"label\": \"[^\"]*\"", "\"label\": \"业主满意吗\"")
                .getBytes(UTF_8));
        versions.deploy(files, false);
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void whatAnUpdateBringsIsDecidedAbout(int width) {
        changedOnAnOlderVersion();
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("软件更新"))
                    .click();
            assertThat(page.locator(".three")).containsText("名称：业主验收 → 验收维修");
            assertThat(page.locator(".three")).containsText("问题：验收结果 → 业主满意吗");
            fits(manager, "86-updates", width);
            page.getByLabel("为什么保留这里的").fill("业委会同意过的");
            press(page, "保留这里的");
            assertThat(page.locator("#content")).containsText("郑华 11月23日（周一）09:00 决定保留：业委会同意过的");
            press(page, "用软件的《验收》");
            assertThat(page.locator("h1")).hasText("《验收》的改动");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已成为草稿");
            fits(manager, "87-update-taken", width);
            assertThat(manager.complaints()).isEmpty();
        }
    }

    /** Whoever brings more at once than any door takes reads how much it may be. */
    @ParameterizedTest
    @CsvSource({"manager, /desk/studio/flows/acceptance", "admin, /desk/admin/imports"})
    void howLargeFilesMayBeIsSaid(String account, String address, @TempDir Path folder) throws Exception {
        Path large = folder.resolve("acceptance.bpmn");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(96L << 20);
        }
        try (Browser.Person person = person(account, 1366)) {
            Page page = person.page();
            page.navigate(address);
            Locator form = page.locator("form[enctype='multipart/form-data']").first();
            form.locator("input[type=file]").setInputFiles(large);
            form.locator("button[type=submit], button:not([type])").first().click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("最多 95 MB");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("流程图、表单和规则表每个最多 1 MB，导入的文件每个最多 5 MB");
            fits(person, "99-too-large-" + account, 1366);
        }
    }
}
