package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.Change.State;
import org.shouwen.studio.Draft;
import org.shouwen.studio.Grid;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.Difference;
import org.shouwen.workflow.ModelVersions;
import org.shouwen.workflow.ModelVersions.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** 改规则: four working hours become two before lunch, and four again with one click. */
@Tag("scenario")
class StudioIT extends RunningDesk {

    private static final String TABLE = "timeLimits";
    private static final String BASIS = "经理会 2026-11-23";
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Autowired
    private StudioDesk desk;

    @Autowired
    private Grid grid;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private ModelVersions versions;

    @Autowired
    @Qualifier("modelDeployer")
    private SmartLifecycle start;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, TABLE);
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Caller director() {
        return Callers.of("director", roster, time.instant(), Role.MANAGER);
    }

    private Caller supervisor() {
        return Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
    }

    /** @return number of the row of ordinary repairs at home, from 0 */
    private static int ordinary(Base base) {
        return IntStream.range(0, base.table().rows().size())
                .filter(row -> base.table()
                        .rows()
                        .get(row)
                        .inputs()
                        .equals(List.of("\"REPAIR\"", "\"P2\"", "\"HOME\"", "not(\"SEEPAGE\")")))
                .findFirst()
                .orElseThrow();
    }

    /** @param fields of the row of ordinary repairs at home, without the prefix of the row */
    private Draft draft(Base base, Map<String, String> fields) {
        Map<String, String> sent =
                new HashMap<>(Map.of("rows", String.valueOf(base.table().rows().size()), "end", "true"));
        fields.forEach((name, value) -> sent.put("r" + ordinary(base) + "-" + name, value));
        return grid.read(base.table(), sent);
    }

    private Draft arriving(Base base, String hours) {
        return draft(base, Map.of("c6", hours, "note", BASIS + "，" + hours + " 小时"));
    }

    private Change proposed(String hours, Caller by) {
        Base base = desk.inForce(TABLE);
        return desk.propose(base, arriving(base, hours), "业主嫌慢", null, null, by);
    }

    private List<Difference.Line> lines(Change change) {
        return desk.differences(change).get(0).difference().lines();
    }

    /** @return by when somebody arrives at an ordinary repair that is reported now */
    private String arrival() {
        String number = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """).text("number");
        for (JsonNode limit : api().get("/api/tickets/" + number).body().path("limits")) {
            if (limit.path("clock").asText().equals("ARRIVE")) {
                return limit.path("due").asText().substring(11, 16);
            }
        }
        throw new AssertionError(number + " has no arrival");
    }

    @Test
    void whoeverMayDecideIsTold() {
        List<String> before = told("supervisor");
        proposed("2", supervisor());
        assertThat(told("manager")).first().isEqualTo("【规则改动待批准】《办结时限》");
        // What a supervisor proposed is the managers' to decide
        assertThat(told("supervisor")).isEqualTo(before);
    }

    private static void assertRefused(ThrowingCallable deed, Refusal.Kind kind, String... parts) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.getMessage()).contains(parts);
        });
    }

    private List<String> told(String person) {
        // Other tests tell of a later year, which stands above
        return jdbc.queryForList(
                "SELECT subject FROM notice WHERE addressee = ? AND template LIKE 'rule-change-%' ORDER BY id DESC",
                String.class, person);
    }

    @Test
    void aLimitIsChangedApprovedUsedAndTakenBack() {
        assertThat(arrival()).isEqualTo("15:00");
        Change change = proposed("2", manager());
        assertThat(arrival()).as("proposed is not in force").isEqualTo("15:00");
        assertThat(lines(change)).singleElement().satisfies(line -> assertThat(
                        line.cells().get(0))
                .hasToString("Cell[label=到场时限, before=4 个工作小时, after=2 个工作小时]"));

        Version second = desk.approve(change.id(), supervisor()).get(0);
        assertThat(second.version()).isEqualTo(2);
        assertThat(arrival()).isEqualTo("11:00");
        assertThat(told("manager")).first().isEqualTo("【规则改动已批准】《办结时限》第 2 版已执行");
        assertRefused(() -> desk.approve(change.id(), director()), Refusal.Kind.NOT_POSSIBLE_NOW, "已批准，不能再办");

        start.start();
        assertThat(desk.inForce(TABLE).version())
                .as("what is shipped does not override it")
                .isEqualTo(second);
        assertThat(arrival()).isEqualTo("11:00");

        Version third = desk.undo(second.id(), manager());
        assertThat(arrival()).isEqualTo("15:00");
        assertThat(told("supervisor")).first().isEqualTo("【规则撤销】《办结时限》第 2 版已撤销");
        start.start();
        assertThat(desk.inForce(TABLE).version()).isEqualTo(third);
        assertThat(desk.history("time-limits.dmn"))
                .extracting(past -> past.version().version()
                        + past.change()
                                .map(one -> " " + one.proposedBy() + " "
                                        + one.decidedBy().orElseThrow())
                                .orElse("")
                        + (past.restored() == null ? "" : " = " + past.restored()))
                .containsExactly("3 manager manager = 1", "2 manager supervisor", "1");
        assertRefused(() -> desk.undo(third.id(), manager()), Refusal.Kind.NOT_POSSIBLE_NOW, "《办结时限》", "软件自带的版本");
    }

    @Test
    void takenBackIsOneVersionAtATime() {
        Version second =
                desk.approve(proposed("2", manager()).id(), supervisor()).get(0);
        Version third =
                desk.approve(proposed("3", supervisor()).id(), manager()).get(0);
        assertThat(arrival()).isEqualTo("12:00");
        Version fourth = desk.undo(third.id(), supervisor());
        assertThat(arrival()).isEqualTo("11:00");
        assertRefused(() -> desk.undo(third.id(), supervisor()), Refusal.Kind.NOT_POSSIBLE_NOW, "已经不是现行版本");
        desk.undo(fourth.id(), supervisor());
        assertThat(arrival()).isEqualTo("15:00");
        assertThat(desk.inForce(TABLE).version().shipped()).isTrue();
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(5);
        assertThat(second.shipped()).isFalse();
    }

    @Test
    void nobodyDecidesWhatIsHisOwnNorASupervisorWhatOneProposed() {
        Change change = proposed("2", manager());
        assertRefused(() -> desk.approve(change.id(), manager()), Refusal.Kind.NOT_ALLOWED, "自己提出的");
        assertRefused(() -> desk.sendBack(change.id(), "不", manager()), Refusal.Kind.NOT_ALLOWED, "自己提出的");
        assertRefused(() -> desk.withdraw(change.id(), director()), Refusal.Kind.NOT_ALLOWED, "只有提出人");
        assertRefused(() -> proposed("3", director()), Refusal.Kind.NOT_POSSIBLE_NOW, "郑华", "正在等待批准");
        desk.sendBack(change.id(), "公共部位也要改", supervisor());
        assertThat(desk.change(change.id()).state()).isEqualTo(State.RETURNED);
        assertThat(told("manager")).first().isEqualTo("【规则改动退回】《办结时限》的改动没有批准");
        assertRefused(() -> desk.approve(change.id(), director()), Refusal.Kind.NOT_POSSIBLE_NOW, "已退回");

        Change supervisors = proposed("2", supervisor());
        Caller other = Callers.of("desk1", roster, time.instant(), Role.SUPERVISOR);
        assertRefused(() -> desk.approve(supervisors.id(), other), Refusal.Kind.NOT_ALLOWED, "项目经理");
        desk.withdraw(supervisors.id(), supervisor());
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(1);
    }

    @Test
    void whatHarmsIsRefusedInTheGuardsWords() {
        Base base = desk.inForce(TABLE);
        int row = ordinary(base) + 1;
        for (Map.Entry<Map<String, String>, String> harmful : Map.of(
                        Map.of("c6", "四", "note", BASIS),
                        "《办结时限》第 " + row + " 行 到场时限：须为",
                        Map.of("c3", "\"NONE\"", "note", BASIS),
                        "《办结时限》：没有一行适用于：事项类别 报修，优先级 一般，部位 居家，险情或专项 ",
                        Map.of("c3", "-", "note", BASIS),
                        "同时适用于一种情形",
                        Map.of("c0", "canary.sing()", "note", BASIS),
                        "单元格只能是",
                        Map.of("c6", "2"),
                        "第 " + row + " 行改了，请写明新的依据",
                        Map.of("c6", "2", "note", ""),
                        "第 " + row + " 行：须写明依据",
                        Map.<String, String>of(),
                        "没有改动")
                .entrySet()) {
            Draft draft = draft(base, harmful.getKey());
            assertThat(desk.faults(base, draft))
                    .anySatisfy(fault -> assertThat(fault).contains(harmful.getValue()));
            assertRefused(
                    () -> desk.propose(base, draft, "试试", null, null, manager()),
                    Refusal.Kind.INVALID,
                    harmful.getValue());
        }
        assertThat(desk.open()).isEmpty();
    }

    @Test
    void aFaultIsOneSentenceWithoutCodes() {
        Base base = desk.inForce(TABLE);
        String place = "《办结时限》第 " + (ordinary(base) + 1) + " 行 ";
        for (Map.Entry<Map<String, String>, String> harmful : Map.of(
                        Map.of("c6", "四"), place + "到场时限：须为不小于 1 的整数",
                        Map.of("c6", "0"), place + "到场时限：须为不小于 1 的整数",
                        Map.of("c6n", "\"NONE\""), place + "到场时限：单位是“不设时限”，须为 0",
                        Map.of("c6", ""), place + "到场时限：时限和单位须一起填，或者一起空着",
                        Map.of("c7n", "\"YEAR\"", "c6", "4", "c6n", "\"YEAR\""),
                                place + "到场单位：没有“YEAR”这个值，可选：个工作日、个工作小时、个工作分钟、小时、分钟、当日、不设时限",
                        Map.of("c0", "canary.sing()"), place + "事项类别：单元格只能是值、区间、列表或 -，文字写在英文双引号里：canary.sing()",
                        Map.of("c6n", "\u0001<\uFFFF&x;"), place + "到场单位：单元格只能是值、区间、列表或 -，文字写在英文双引号里：<&x;")
                .entrySet()) {
            Map<String, String> sent = new HashMap<>(harmful.getKey());
            sent.put("note", BASIS);
            assertThat(desk.faults(base, draft(base, sent))).containsExactly(harmful.getValue());
        }
    }

    @Test
    void whatWasProposedOnAnOlderVersionIsMadeAgainOnTheNewOne() {
        Version second =
                desk.approve(proposed("2", manager()).id(), supervisor()).get(0);
        Base base = desk.inForce(TABLE);
        Draft draft = draft(base, Map.of("c4", "1", "note", BASIS));
        Change change = desk.propose(base, draft, "签收也要快", null, null, manager());
        desk.undo(second.id(), supervisor());

        assertRefused(
                () -> desk.approve(change.id(), director()), Refusal.Kind.NOT_POSSIBLE_NOW, "第 2 版", "现行的是第 3 版", "重做");
        assertRefused(
                () -> desk.propose(base, draft, "旧的", null, change.id(), manager()),
                Refusal.Kind.NOT_POSSIBLE_NOW,
                "在现行版本上接着改");
        assertThat(desk.change(change.id()).isOpen()).as("nothing half done").isTrue();

        Base now = desk.inForce(TABLE);
        Change again = desk.propose(now, desk.onto(now, change), change.reason(), null, change.id(), manager());
        assertThat(desk.change(change.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(lines(again).get(0).cells().get(0)).hasToString("Cell[label=签收时限, before=30 个工作分钟, after=1 个工作分钟]");
        desk.approve(again.id(), director());
        assertThat(arrival()).as("only what he changed").isEqualTo("15:00");
    }

    // ---- from a moment on

    private Change scheduled() {
        return desk.approve(proposed("2", manager()).id(), time.instant().plus(TWO_HOURS), supervisor());
    }

    /** The clock goes on to the moment, and the nodes look for what is due. */
    private State atItsMoment(Change change) {
        time.pass(TWO_HOURS);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            scheduler.triggerCheckForDueExecutions();
            return !waits(change);
        });
        return desk.change(change.id()).state();
    }

    private boolean waits(Change change) {
        return jdbc.queryForObject(
                        "SELECT count(*) FROM scheduled_tasks WHERE task_name = 'rule-change-in-force' AND task_instance = ?",
                        Integer.class,
                        String.valueOf(change.id()))
                > 0;
    }

    @Test
    void whatIsApprovedForAMomentComesInForceThenAndNotBefore() {
        Change change = scheduled();
        assertThat(change.state()).isEqualTo(State.SCHEDULED);
        assertThat(told("manager")).first().isEqualTo("【规则改动已批准】《办结时限》从11月23日（周一）11:00起执行");
        assertThat(desk.open()).extracting(Change::id).containsExactly(change.id());
        assertThat(arrival()).isEqualTo("15:00");
        assertRefused(() -> proposed("3", director()), Refusal.Kind.NOT_POSSIBLE_NOW, "郑华", "从11月23日（周一）11:00起执行");
        assertRefused(() -> desk.approve(change.id(), director()), Refusal.Kind.NOT_POSSIBLE_NOW, "等待生效，不能再办");
        assertThat(waits(change)).as("kept in the database").isTrue();

        assertThat(atItsMoment(change)).isEqualTo(State.APPROVED);
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(2);
        // Monday 11:00 and two working hours, of which one is before noon
        assertThat(arrival()).isEqualTo("15:00");
        assertThat(told("manager")).first().isEqualTo("【规则改动已执行】《办结时限》第 2 版到时执行");
        assertThat(told("supervisor")).first().isEqualTo("【规则改动已执行】《办结时限》第 2 版到时执行");
        assertThat(desk.history("time-limits.dmn").get(0).change()).hasValueSatisfying(one -> {
            assertThat(one.proposedBy()).isEqualTo("manager");
            assertThat(one.decidedBy()).hasValue("supervisor");
        });
        desk.bringInForce(change.id(), time.instant());
        assertThat(desk.inForce(TABLE).version().version()).as("once").isEqualTo(2);
        assertThat(proposed("3", manager()).isOpen()).isTrue();
    }

    @Test
    void whoeverProposesSaysFromWhenAndWhoeverApprovesDecides() {
        Base base = desk.inForce(TABLE);
        Instant monday = time.instant().plus(Duration.ofDays(7));
        Change change = desk.propose(base, arriving(base, "2"), "业主嫌慢", monday, null, manager());
        assertThat(change.inForceFrom()).isEqualTo(monday);
        assertThat(desk.approve(change.id(), supervisor()).get(0).version())
                .as("at once")
                .isEqualTo(2);
        Base now = desk.inForce(TABLE);
        for (Map.Entry<Duration, String> wrong : Map.of(
                        Duration.ZERO, "已经过了", Duration.ofMinutes(-1), "已经过了", Duration.ofDays(400), "最多提前一年")
                .entrySet()) {
            Instant from = time.instant().plus(wrong.getKey());
            Change next = desk.propose(now, arriving(now, "3"), "业主嫌慢", null, null, manager());
            assertRefused(() -> desk.approve(next.id(), from, supervisor()), Refusal.Kind.INVALID, wrong.getValue());
            desk.withdraw(next.id(), manager());
            assertRefused(
                    () -> desk.propose(now, arriving(now, "3"), "业主嫌慢", from, null, manager()),
                    Refusal.Kind.INVALID,
                    wrong.getValue());
        }
        assertThat(desk.open()).isEmpty();
    }

    @Test
    void untilItsMomentItIsWithdrawnByEither() {
        Change change = scheduled();
        assertRefused(
                () -> desk.withdraw(change.id(), Callers.of("desk1", roster, time.instant(), Role.FRONT_DESK)),
                Refusal.Kind.NOT_ALLOWED,
                "主管和项目经理");
        desk.withdraw(change.id(), supervisor());
        assertThat(told("manager")).first().isEqualTo("【规则改动撤回】《办结时限》的改动不执行了");
        Change again = scheduled();
        desk.withdraw(again.id(), manager());
        assertThat(told("supervisor")).first().isEqualTo("【规则改动撤回】《办结时限》的改动不执行了");
        assertThat(atItsMoment(change)).isEqualTo(State.WITHDRAWN);
        assertThat(desk.change(again.id()).state()).isEqualTo(State.WITHDRAWN);
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(1);
        assertRefused(() -> desk.withdraw(again.id(), manager()), Refusal.Kind.NOT_POSSIBLE_NOW, "已撤回");
    }

    @Test
    void whatWasMadeOfAVersionThatIsNotInForceAnyMoreDoesNotComeInForce() {
        desk.approve(proposed("3", manager()).id(), supervisor());
        Change change = scheduled();
        desk.undo(desk.inForce(TABLE).version().id(), director());
        assertThat(desk.change(change.id()).state()).as("told at once").isEqualTo(State.LAPSED);
        assertThat(told("manager")).contains("【规则改动未能生效】《办结时限》的改动没有执行");
        assertThat(told("supervisor")).first().isEqualTo("【规则改动未能生效】《办结时限》的改动没有执行");
        assertThat(atItsMoment(change)).isEqualTo(State.LAPSED);

        Change other = scheduled();
        Version now = desk.inForce(TABLE).version();
        versions.deploy(
                Map.of(now.model(), desk.source(desk.inForce(TABLE), arriving(desk.inForce(TABLE), "3"))), false);
        assertThat(atItsMoment(other)).isEqualTo(State.LAPSED);
        assertThat(desk.change(other.id()).note()).contains("现行的是第 4 版");
        assertThat(desk.inForce(TABLE).version().version())
                .as("nothing half in force")
                .isEqualTo(4);
        assertThat(told("manager")).first().isEqualTo("【规则改动未能生效】《办结时限》的改动没有执行");
    }

    @Test
    void whatTheProgramDoesNotTakeAnyMoreDoesNotComeInForce() {
        Change change = scheduled();
        jdbc.update(
                "UPDATE studio_change_file SET content = replace(content, '<text>\"P0\"</text>', '<text>\"P9\"</text>')");
        assertThat(atItsMoment(change)).isEqualTo(State.LAPSED);
        assertThat(desk.change(change.id()).note()).contains("P9");
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(1);
    }

    @Test
    void onTwoNodesAtTheSameMomentItComesInForceOnce() throws Exception {
        Change change = scheduled();
        assertThat(atOnce(() -> {
                    desk.bringInForce(change.id(), time.instant());
                    return "done";
                }))
                .contains("done");
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(2);
        assertThat(desk.change(change.id()).state()).isEqualTo(State.APPROVED);
    }

    private List<Object> atOnce(Callable<Object> deed) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(people.submit(() -> {
                    go.await();
                    try {
                        return deed.call();
                    } catch (RuntimeException e) {
                        return Refusal.said(e).orElseThrow(() -> e).kind();
                    }
                }));
            }
            go.countDown();
            return List.of(all.get(0).get(), all.get(1).get());
        } finally {
            people.shutdown();
        }
    }

    @Test
    void whoDecidesAtTheSameMomentDecidesOnce() throws Exception {
        Change change = proposed("2", manager());
        Iterator<Caller> both = List.of(supervisor(), director()).iterator();
        assertThat(atOnce(() -> desk.approve(change.id(), next(both)).get(0)))
                .areExactly(1, new org.assertj.core.api.Condition<>(Version.class::isInstance, "in force"))
                .contains(Refusal.Kind.NOT_POSSIBLE_NOW);
        assertThat(desk.inForce(TABLE).version().version()).isEqualTo(2);
    }

    private static synchronized Caller next(Iterator<Caller> people) {
        return people.next();
    }
}
