package org.shouwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.Browser;
import org.shouwen.testing.BrowserTest;
import org.shouwen.testing.RepairVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 迁移: the manager sees where the repairs of the older version stand, says what a step is called now, and lets them go. */
@BrowserTest
class MigrationStoryIT extends DeskInBrowser {

    private RepairVersions versions;

    @Autowired
    void engine(ProcessEngine engine) {
        versions = new RepairVersions(engine);
    }

    @Autowired
    private JdbcTemplate jdbc;

    private final List<String> numbers = new ArrayList<>();

    @AfterEach
    void asShipped() {
        runJobs();
        numbers.forEach(number -> api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"修好了\"}"));
        runJobs();
        jdbc.update("DELETE FROM migration_flow");
        jdbc.update("DELETE FROM migration");
        versions.forget();
    }

    private void open(int home) {
        numbers.add(api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-%d", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "1381234%d"}}
                """.formatted(home, 5000 + home)).text("number"));
    }

    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void theManagerLetsThemGoOver(int width) {
        int old = versions.deploy(edit -> edit.set("userTask_reportWork", "name", "登记维修结果"));
        open(101);
        open(102);
        runJobs();
        open(103);
        int now = versions.deploy(edit -> edit.anew("callActivity_oneTimeNotice", "callActivity_telling"));
        try (Browser.Person manager = person("manager", width);
                Browser.Person plumber = person("plumber1", width)) {
            Page page = manager.page();
            page.navigate("/desk/rules/flows/repair");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("正在办的"))
                    .click();
            assertThat(page.locator("h1")).hasText("《报修》正在办的");
            assertThat(page.locator("#version-" + old)).containsText("正在办的 3 件");
            assertThat(page.locator("#version-" + old)).containsText("首问负责");
            fits(manager, "80-running", width);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("第 " + old + " 版的迁移到现行版本"))
                    .click();
            assertThat(page.locator("#forecast h2")).hasText("2 件会迁移，1 件会留下");
            assertThat(page.locator("#forecast")).containsText("留下：停在“一次性告知”：第 " + now + " 版没有这一步");
            fits(manager, "81-forecast", width);

            page.getByLabel("“一次性告知”在第 " + now + " 版是").selectOption("callActivity_telling");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("再试算"))
                    .click();
            assertThat(page.locator("#forecast h2")).hasText("3 件会迁移，0 件会留下");
            page.getByLabel("为什么迁移").fill("新版的告知更清楚");
            fits(manager, "82-forecast-renamed", width);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("迁移这 3 件"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("已经开始迁移");
            String migration = page.url();
            assertThat(page.locator("#progress")).containsText("3 件已迁移");
            assertThat(page.locator("h1 + .stage")).hasText("已完成");
            fits(manager, "83-migrated", width);
            page.navigate("/desk/inbox");
            assertThat(page.locator("#content")).containsText("【迁移完成】《报修》第 " + old + " 版 → 第 " + now + " 版");

            page.navigate("/desk/studio/flows/repair/running");
            assertThat(page.locator("#version-" + old)).hasCount(0);
            assertThat(page.locator("#migrations")).containsText("新版的告知更清楚");
            fits(manager, "84-running-after", width);
            assertThat(manager.complaints()).isEmpty();

            // Others look
            Page other = plumber.page();
            other.navigate(migration);
            assertThat(other.locator("#progress")).containsText("3 件已迁移");
            other.navigate("/desk/studio/flows/repair/running");
            assertThat(other.locator("#version-" + now)).containsText("正在办的 3 件");
            assertThat(other.getByText("迁移到现行版本…")).hasCount(0);
            assertThat(plumber.complaints()).isEmpty();

            // What nobody offers
            page.navigate("/desk/studio/flows/repair/versions/" + now + "/migration");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("现行版本，不用迁移");
            page.navigate("/desk/studio/flows/repair/versions/999/migration");
            assertThat(page.locator("body")).containsText("没有第 999 版");
        }
    }

    /** One that goes on, as its page shows it: it looks again by itself. */
    @ParameterizedTest
    @CsvSource({"1440", "390"})
    void howFarItIsStandsThere(int width) {
        jdbc.update(
                "INSERT INTO migration (process, from_version, to_version, renamed, reason, started_by, started_at, open_for)"
                        + " VALUES ('repair', 1, 2, '', '在修的也要复核', 'manager', ?, 'repair')",
                Timestamp.from(clock().instant()));
        long id = jdbc.queryForObject("SELECT MAX(id) FROM migration", Long.class);
        List.of("MOVED", "MOVED", "WAITING", "STAYED")
                .forEach(state -> jdbc.update(
                        "INSERT INTO migration_flow (migration, flow, number, state, why) VALUES (?, ?, '', ?, '')",
                        id,
                        UUID.randomUUID().toString(),
                        state));
        try (Browser.Person manager = person("manager", width)) {
            Page page = manager.page();
            String refresh = page.navigate("/desk/studio/migrations/" + id).headerValue("Refresh");
            assertThat(refresh).isEqualTo("5");
            assertThat(page.locator("#progress")).containsText("共 4 件：2 件已迁移，1 件留在原版，0 件已走完，1 件等待");
            assertThat(page.locator("#stayed")).containsText("另有 1 件没有列出");
            fits(manager, "85-migrating", width);
            page.navigate("/desk/studio/flows/repair/running");
            assertThat(page.locator("#migrations")).containsText("正在迁移，还有 1 件");
            assertThat(manager.complaints()).isEmpty();
        }
    }
}
