package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.Draft;
import org.shouwen.studio.Grid;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.studio.Trials;
import org.shouwen.studio.Tried;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.ticket.CategoryTable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A category that the department adds: from the table to its last ticket. */
@Tag("scenario")
class CategoriesIT extends RunningDesk {

    private static final String BASIS = "经理会 2027-04-05";
    private static final String POOL = "REPAIR_1";

    @Autowired
    private StudioDesk desk;

    @Autowired
    private Grid grid;

    @Autowired
    private Trials trials;

    @Autowired
    private Roster roster;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    private Api front;
    private Api plumber;

    @BeforeEach
    void people() {
        time.travelTo("2027-04-05T09:00");
        front = api();
        accounts.registerToken("plumber2", "test", "token-of-plumber2-for-tests");
        plumber = new Api(port, "token-of-plumber2-for-tests");
    }

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, CategoryTable.ID);
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller director() {
        return Callers.of("director", roster, time.instant(), Role.MANAGER);
    }

    private static int row(Base base, String code) {
        return IntStream.range(0, base.table().rows().size())
                .filter(row -> base.table().rows().get(row).inputs().get(0).equals('"' + code + '"'))
                .findFirst()
                .orElseThrow();
    }

    /** @param fields of the row, without its prefix */
    private Draft draft(Base base, int row, Draft made, Map<String, String> fields) {
        Map<String, String> sent =
                new HashMap<>(Map.of("rows", String.valueOf(made.rows().size()), "end", "true"));
        for (int i = 0; i < made.rows().size(); i++) {
            sent.put("r" + i + "-from", String.valueOf(made.rows().get(i).from()));
            sent.put("r" + i + "-copy", String.valueOf(made.rows().get(i).copy()));
            sent.put("r" + i + "-gone", String.valueOf(made.rows().get(i).gone()));
        }
        fields.forEach((name, value) -> sent.put("r" + row + "-" + name, value));
        return grid.read(base.table(), sent);
    }

    private Draft of(Base base) {
        return grid.read(base.table(), Map.of());
    }

    /** @return an emergency at common places, below the burst pipes */
    private Draft pool(Base base) {
        int below = row(base, "BURST_PIPE");
        return draft(
                base,
                below + 1,
                of(base).below(below, 1),
                Map.ofEntries(
                        Map.entry("c0", ""),
                        Map.entry("c1", "\"REPAIR\""),
                        Map.entry("c2", "游泳池设备"),
                        Map.entry("c3", "\"PUBLIC\""),
                        Map.entry("c4", "\"PLUMBING\""),
                        Map.entry("c5", "\"LARGE_LEAK\""),
                        Map.entry("c6", "\"NONE\""),
                        Map.entry("c7", "5"),
                        Map.entry("c8", "true"),
                        Map.entry("c9", BASIS),
                        Map.entry("note", BASIS + "，夏天开泳池")));
    }

    private Draft changed(Base base, String code, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("note", BASIS);
        return draft(base, row(base, code), of(base), all);
    }

    private void inForce(Base base, Draft draft) {
        Change change = desk.propose(base, draft, "夏天开泳池", null, null, manager());
        desk.approve(change.id(), director());
    }

    private Api.Answer report(String category, String place) {
        return front.post("/api/tickets", """
                {"kind": "REPAIR", "category": "%s", "place": "%s", "description": "循环泵漏水",
                 "reporter": {"name": "住户", "phone": "13800131234"}}
                """.formatted(category, place));
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private List<String> codes() {
        return texts(front.get("/api/categories?kind=REPAIR").body(), "code");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private List<String> similar(String place) {
        return texts(
                front.get("/api/tickets/similar?kind=REPAIR&category=" + POOL + "&place=" + place)
                        .body(),
                "number");
    }

    @Test
    void aNewCategoryWorksFromItsFirstTicketToItsLast() {
        Base base = desk.inForce(CategoryTable.ID);
        Draft draft = pool(base);
        assertThat(desk.faults(base, draft)).isEmpty();
        assertThat(report(POOL, "LIFT-1-1").text("type")).endsWith("category-unknown");
        inForce(base, draft);

        assertThat(codes()).contains(POOL).containsSubsequence("BURST_PIPE", POOL, "LARGE_LEAK");
        Api.Answer first = report(POOL, "LIFT-1-1");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        String number = first.text("number");
        assertThat(first.text("categoryLabel")).isEqualTo("游泳池设备");
        assertThat(first.text("priority")).isEqualTo("P1");
        assertThat(similar("LIFT-1-1")).contains(number);
        time.pass(Duration.ofHours(6));
        assertThat(similar("LIFT-1-1")).as("its window is over").doesNotContain(number);
        assertThat(texts(
                        front.get("/api/incidents/figures?site=east&month=2027-04")
                                .body(),
                        "kind"))
                .contains("REPAIR");
        runJobs();

        Base now = desk.inForce(CategoryTable.ID);
        assertThat(desk.faults(now, of(now).turned(row(now, POOL))))
                .containsExactly("《类别》：“游泳池设备”（REPAIR_1）还有 1 件没有办结的工单，不能删去；以后不再受理的，请把“受理时可选”改为否");

        inForce(now, changed(now, POOL, Map.of("c8", "false")));
        assertThat(codes()).doesNotContain(POOL);
        assertThat(report(POOL, "LIFT-1-1").text("type")).endsWith("category-unknown");

        // Taken back, to where there was no such category: its ticket keeps what it was
        desk.undo(desk.inForce(CategoryTable.ID).version().id(), manager());
        desk.undo(desk.inForce(CategoryTable.ID).version().id(), manager());
        assertThat(codes()).doesNotContain(POOL);
        Base shipped = desk.inForce(CategoryTable.ID);
        assertThat(desk.faults(shipped, changed(shipped, "HOME_OTHER", Map.of("c7", "48"))))
                .as("what is not in force cannot go")
                .isEmpty();
        step(plumber, number, "answerCall", "{\"answer\": \"TAKE\"}");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"泵坏了\"}");
        step(
                plumber,
                number,
                "reportWork",
                "{\"cause\": \"老化\", \"work\": \"更换水泵\", \"materialSource\": \"STOCK\", \"materials\": \"水泵\"}");
        step(front, number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        step(
                front,
                number,
                "visit",
                "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}");
        assertThat(front.get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");

        // Its code is nobody else's
        inForce(shipped, pool(shipped));
        assertThat(codes()).contains("REPAIR_2").doesNotContain(POOL);
    }

    /** A ticket that came between proposal and approval counts as one that came before. */
    @Test
    void whatGotATicketMeanwhileDoesNotGo() {
        Base base = desk.inForce(CategoryTable.ID);
        inForce(base, pool(base));
        Base now = desk.inForce(CategoryTable.ID);
        Change gone = desk.propose(now, of(now).turned(row(now, POOL)), "不开了", null, null, manager());
        String number = report(POOL, "LIFT-1-1").text("number");
        assertThatThrownBy(() -> desk.approve(gone.id(), director()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“游泳池设备”（REPAIR_1）还有 1 件没有办结的工单");
        assertThat(front.post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"报错了\"}")
                        .status())
                .isEqualTo(200);
        desk.approve(gone.id(), director());
        assertThat(codes()).doesNotContain(POOL);
    }

    @Test
    void whoeverHasOneThatIsNotOfferedAnyMoreGoesOnWithIt() {
        String number = report("PUBLIC_PIPE", "LIFT-1-1").text("number");
        Base base = desk.inForce(CategoryTable.ID);
        assertThatThrownBy(() -> desk.propose(
                        base,
                        changed(base, "PUBLIC_PIPE", Map.of("c1", "\"COMPLAINT\"")),
                        "算投诉",
                        null,
                        null,
                        manager()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“公共管道”（PUBLIC_PIPE）还有 1 件没有办结的工单，不能改“事项类别”");
        inForce(base, changed(base, "PUBLIC_PIPE", Map.of("c8", "false")));
        Api.Answer corrected =
                front.post("/api/tickets/" + number + "/correction", "{\"danger\": \"PERSON\", \"reason\": \"地面结冰\"}");
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(report("PUBLIC_PIPE", "LIFT-1-1").status()).as("a new one").isEqualTo(422);
    }

    /** What changes with a hazard is the priority, and with that the limits. */
    @Test
    void aTrialSaysWhatWouldFollow() {
        String number = report("PUBLIC_LIGHTING", "LIFT-1-1").text("number");
        Base base = desk.inForce(CategoryTable.ID);
        byte[] source = desk.source(base, changed(base, "PUBLIC_LIGHTING", Map.of("c5", "\"POWER_OUTAGE\"")));
        List<Tried> tried = trials.tried(base, source, 1, time.instant());
        Tried ours = tried.stream()
                .filter(one -> one.ticket().equals(number))
                .findFirst()
                .orElseThrow();
        List<String> said = new ArrayList<>();
        ours.lines().forEach(line -> line.cells()
                .forEach(cell ->
                        said.add(line.where() + " " + cell.label() + " " + cell.before() + " → " + cell.after())));
        assertThat(said)
                .anyMatch(line -> line.endsWith("险情或专项 无 → 停电"))
                .anyMatch(line -> line.startsWith("《报修优先级》第") && line.contains("优先级 一般 → 紧急"))
                .anyMatch(line -> line.startsWith("《办结时限》第") && line.contains("到场时限"));
        assertThat(front.post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"报错了\"}")
                        .status())
                .isEqualTo(200);
    }
}
