package org.shouwen.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.FileDifference;
import org.shouwen.studio.Updates;
import org.shouwen.studio.Updates.Update;
import org.shouwen.testing.Callers;
import org.shouwen.testing.Models;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.testing.TasklistSession;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.shouwen.workflow.internal.BuildGuard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was changed here goes home as the program's own files; what the program brings anew is decided about, model by model. */
@Tag("scenario")
class UpdatesIT extends RunningDesk {

    private static final String FLOW = "acceptance.bpmn";
    private static final String FORM = "accept-work.form";

    @Autowired
    private Updates updates;

    @Autowired
    private StudioDesk desk;

    @Autowired
    private ModelVersions versions;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    @Qualifier("modelDeployer")
    private SmartLifecycle start;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, "acceptance");
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller supervisor() {
        return Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
    }

    private Version now() {
        return versions.inForce(FLOW).orElseThrow();
    }

    private String file(String name) {
        return new String(versions.files(now()).get(name), UTF_8);
    }

    private void approved(Change draft) {
        desk.approve(desk.propose(draft.id(), "经理会定的", manager()).id(), supervisor());
    }

    private void changed(String... filesAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < filesAndTexts.length; i += 2) {
            files.put(filesAndTexts[i], filesAndTexts[i + 1].getBytes(UTF_8));
        }
        approved(desk.draft(desk.hand(files, List.of()), manager()));
    }

    private String renamed(String name) {
        return file(FLOW).replaceFirst("(userTask_acceptWork\" name=\")[^\"]*", "$1" + name);
    }

    /** @return what the ZIP holds, by its place */
    private Map<String, byte[]> taken() throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/desk/studio/export"))
                                .header(
                                        "Cookie",
                                        TasklistSession.signedIn(port, "manager", "shouwen-demo")
                                                .cookies())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static Map<String, byte[]> repository() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Models.bytes().forEach((file, bytes) -> files.put((file.endsWith(".form") ? "forms/" : "bpmn/") + file, bytes));
        try (Stream<Path> texts = Files.list(Path.of("src", "main", "resources", "notification"))) {
            for (Path text : texts.toList()) {
                files.put("notification/" + text.getFileName(), Files.readAllBytes(text));
            }
        }
        return files;
    }

    @Test
    void whatIsInForceGoesHomeAsTheFoldersOfTheRepository() throws Exception {
        Map<String, byte[]> untouched = taken();
        assertThat(untouched.keySet()).isEqualTo(repository().keySet());
        repository()
                .forEach((place, bytes) ->
                        assertThat(untouched.get(place)).as(place).isEqualTo(bytes));

        changed(FLOW, renamed("业主当场看过"), FORM, file(FORM).replace("\"label\": \"验收结果\"", "\"label\": \"业主怎么说\""));
        Map<String, byte[]> ours = taken();
        assertThat(ours.keySet()).isEqualTo(repository().keySet());
        assertThat(ours.keySet().stream()
                        .filter(place -> !java.util.Arrays.equals(ours.get(place), untouched.get(place))))
                .containsExactly("bpmn/" + FLOW, "forms/" + FORM);
        assertThat(new String(ours.get("forms/" + FORM), UTF_8)).contains("业主怎么说");
        Map<String, byte[]> build = new TreeMap<>();
        ours.forEach((place, bytes) -> build.put(place.substring(place.indexOf('/') + 1), bytes));
        build.keySet().removeIf(file -> file.endsWith(ModelVersions.TEXT));
        assertThat(BuildGuard.faults(build)).isEmpty();
    }

    /** An older text that the program shipped, changed here; what it ships now says something else than then. */
    private void changedOnAnOlderOne() {
        Map<String, byte[]> older = versions.files(now());
        older.put(FLOW, renamed("验收旧名").getBytes(UTF_8));
        versions.deploy(older, true);
        changed(FORM, file(FORM).replace("\"label\": \"验收结果\"", "\"label\": \"业主怎么说\""));
        start.start();
    }

    private static Stream<String> cells(List<FileDifference> files) {
        return files.stream()
                .flatMap(file -> file.difference().lines().stream())
                .flatMap(line -> line.cells().stream())
                .filter(cell -> List.of("名称", "问题").contains(cell.label()))
                .map(cell -> cell.before() + " → " + cell.after());
    }

    @Test
    void whatIsShippedAnewIsLookedAtThreeWaysAndTaken() {
        assertThat(updates.all()).isEmpty();
        changedOnAnOlderOne();
        assertThat(file(FORM)).as("what is shipped does not override it").contains("业主怎么说");
        Update update = updates.all().get(0);
        assertThat(update.former().version()).isEqualTo(2);
        assertThat(update.ours().version()).isEqualTo(3);
        assertThat(cells(update.theirs())).containsExactly("验收旧名 → 验收维修");
        assertThat(cells(update.own())).containsExactly("验收结果 → 业主怎么说");

        Change draft = updates.take(FLOW, manager());
        assertThat(cells(desk.differences(draft))).containsExactly("业主怎么说 → 验收结果", "验收旧名 → 验收维修");
        approved(draft);
        assertThat(now().shipped()).as("it is the program's again").isTrue();
        assertThat(versions.files(now()).get(FLOW)).isEqualTo(Models.bytes().get(FLOW));
        assertThat(updates.all()).isEmpty();
        Version undone = desk.undo(desk.history(FLOW).get(0).version().id(), supervisor());
        assertThat(undone.shipped()).isFalse();
        assertThat(file(FORM)).contains("业主怎么说");
    }

    @Test
    void oursIsKeptUntilTheProgramBringsAnother() {
        changedOnAnOlderOne();
        updates.keep(FLOW, "和业委会约定的", manager());
        assertThat(updates.all()).singleElement().satisfies(update -> assertThat(
                        update.kept().orElseThrow().reason())
                .isEqualTo("和业委会约定的"));
        jdbc.update("UPDATE studio_kept SET shipped = 'of another version'");
        assertThat(updates.all()).singleElement().satisfies(update -> assertThat(update.kept())
                .isEmpty());
        assertThatThrownBy(() -> updates.take("repair.bpmn", manager()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有要决定的");
    }
}
