package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.problem.Refusal;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Migration;
import org.shouwen.studio.Migration.One;
import org.shouwen.studio.Migration.State;
import org.shouwen.studio.MigrationDesk;
import org.shouwen.studio.MigrationDesk.Listed;
import org.shouwen.studio.MigrationDesk.Standing;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RepairVersions;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TestDatabase;
import org.shouwen.ticket.Tickets;
import org.shouwen.workflow.RunningFlows.Stand;
import org.shouwen.workflow.RunningFlows.Version;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** 迁移: five repairs that began on yesterday's version go over to today's, and who wanted it is told what became of each. */
@Tag("scenario")
class MigrationIT extends RunningDesk {

    private static final String TOLD = "callActivity_oneTimeNotice";
    private static final String TELLING = "callActivity_telling";

    @Autowired
    private MigrationDesk desk;

    @Autowired
    private Roster roster;

    @Autowired
    private Tickets tickets;

    private RepairVersions versions;

    @Autowired
    void engine(ProcessEngine engine) {
        versions = new RepairVersions(engine);
    }

    @Autowired
    private RuntimeService flows;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Scheduler scheduler;

    private final List<String> numbers = new ArrayList<>();
    private int old;

    /** Three wait to be dispatched, two for their first job. */
    @BeforeEach
    void fiveRepairsOnAVersionOfTheirOwn() {
        old = versions.deploy(edit -> edit.set("userTask_reportWork", "name", "登记维修结果"));
        for (int home = 101; home <= 103; home++) {
            open(home);
        }
        runJobs();
        open(104);
        open(105);
    }

    @AfterEach
    void asShipped() {
        runJobs();
        jdbc.update("UPDATE ticket SET recused = NULL");
        numbers.forEach(number -> api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"修好了\"}"));
        runJobs();
        jdbc.update("DELETE FROM notice WHERE template = 'migration-finished.to-staff'");
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

    /** In the new version the first call is drawn anew. */
    private int withAnotherCall() {
        return versions.deploy(edit -> edit.anew(TOLD, TELLING));
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    private Migration start(Map<String, String> renamed, Caller by) {
        return desk.start(desk.move("repair", old, renamed), "新版少一步", by);
    }

    /** Started, but no node carries it on until the test does. */
    private long startedByHand(Map<String, String> renamed) {
        return transaction.execute(status -> {
            long id = start(renamed, manager()).id();
            scheduler.cancel(TaskInstanceId.of("migration", Long.toString(id)));
            return id;
        });
    }

    private boolean carryOn(long id, boolean patient) {
        return desk.carryOn(id, patient, time::instant);
    }

    private Standing finished(long id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.standing(id), standing -> !standing.migration()
                        .isOpen());
    }

    private Version version(int number) {
        return desk.versions("repair").stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow();
    }

    private List<String> subjects(String person) {
        return jdbc.queryForList(
                "SELECT subject FROM notice WHERE addressee = ? AND template LIKE 'migration-%' ORDER BY id DESC",
                String.class, person);
    }

    private static void assertRefused(ThrowingCallable deed, Refusal.Kind kind, String... parts) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.getMessage()).contains(parts);
        });
    }

    @Test
    void whatStandsAtAStepThatIsStillThereGoesAndTheRestStays() {
        int now = withAnotherCall();
        assertThat(version(old).flows()).isEqualTo(5);
        assertThat(version(old).stands())
                .containsExactly(new Stand(List.of("首问负责"), 3), new Stand(List.of("一次性告知"), 2));
        assertThat(version(now).inForce()).isTrue();

        var forecast = desk.forecast(desk.move("repair", old, Map.of()));
        assertThat(forecast.going()).isEqualTo(3);
        assertThat(forecast.staying()).isEqualTo(2);
        assertThat(version(old).flows()).as("tried only").isEqualTo(5);

        Standing standing = finished(start(Map.of(), manager()).id());
        assertThat(standing.counts()).isEqualTo(Map.of(State.MOVED, 3, State.STAYED, 2));
        assertThat(version(old).flows()).isEqualTo(2);
        assertThat(version(now).flows()).isEqualTo(3);
        Listed stayed = desk.listed(standing, State.STAYED, manager());
        assertThat(stayed.flows()).extracting(One::number).containsExactlyElementsOf(numbers.subList(3, 5));
        assertThat(stayed.flows()).extracting(One::why).containsOnly("停在“一次性告知”：第 " + now + " 版没有这一步");
        assertThat(desk.listed(standing, State.MOVED, manager()).flows())
                .extracting(One::number)
                .containsExactlyElementsOf(numbers.subList(0, 3));
        assertThat(subjects("manager")).first().isEqualTo("【迁移完成】《报修》第 %d 版 → 第 %d 版：3 件已迁移，2 件留下".formatted(old, now));
        assertThat(desk.history("repair")).first().satisfies(one -> {
            assertThat(one.migration().startedBy()).isEqualTo("manager");
            assertThat(one.migration().reason()).isEqualTo("新版少一步");
        });

        // Once they have gone on, they can go, too
        runJobs();
        finished(start(Map.of(), manager()).id());
        assertThat(version(now).flows()).isEqualTo(5);
        assertThat(desk.versions("repair")).noneMatch(version -> version.version() == old);
    }

    @Test
    void whereTheManagerSaysWhatAStepIsCalledNowEverythingGoes() {
        int now = withAnotherCall();
        Standing standing = finished(start(Map.of(TOLD, TELLING), manager()).id());
        assertThat(standing.counts()).isEqualTo(Map.of(State.MOVED, 5));
        runJobs();
        assertThat(version(now).stands()).containsExactly(new Stand(List.of("首问负责"), 5));
    }

    @Test
    void whatCannotBeIsRefused() {
        int now = withAnotherCall();
        assertRefused(() -> desk.move("sing", 1, Map.of()), Refusal.Kind.NOT_FOUND, "没有编号为“sing”的流程");
        assertRefused(() -> desk.move("repair", now, Map.of()), Refusal.Kind.NOT_POSSIBLE_NOW, "就是《报修》的现行版本");
        assertRefused(
                () -> desk.move("repair", now + 7, Map.of()), Refusal.Kind.NOT_FOUND, "《报修》没有第 " + (now + 7) + " 版");
        assertRefused(
                () -> start(Map.of("userTask_sing", TELLING), manager()),
                Refusal.Kind.INVALID,
                "没有编号为“userTask_sing”的一步");
        assertRefused(() -> start(Map.of("userTask_reportWork", TELLING), manager()), Refusal.Kind.INVALID, "不能当作");
        var move = desk.move("repair", old, Map.of());
        int newer = withAnotherCall();
        assertRefused(
                () -> desk.start(move, "试试", manager()),
                Refusal.Kind.NOT_POSSIBLE_NOW,
                "要迁移到的是第 " + now + " 版",
                "现行的是第 " + newer + " 版");
        assertThat(version(old).flows()).isEqualTo(5);
        assertThat(desk.history("repair")).isEmpty();

        finished(start(Map.of(TOLD, TELLING), manager()).id());
        assertRefused(() -> start(Map.of(), manager()), Refusal.Kind.NOT_POSSIBLE_NOW, "没有正在办的");
    }

    @Test
    void whatIsUndoneMeanwhileIsNotGoneOverTo() {
        int now = withAnotherCall();
        long id = transaction.execute(status -> {
            long begun = start(Map.of(TOLD, TELLING), manager()).id();
            versions.deploy(edit -> edit.set("userTask_reportWork", "name", "登记维修结果"));
            return begun;
        });
        Standing standing = finished(id);
        assertThat(standing.counts()).isEqualTo(Map.of(State.STAYED, 5));
        assertThat(desk.listed(standing, State.STAYED, manager()).flows())
                .extracting(One::why)
                .containsOnly("第 " + now + " 版已不是现行版本");
        assertThat(version(old).flows()).isEqualTo(5);
    }

    /** @return what the two got, one of which may be a failure */
    private static List<Object> both(Callable<?> one, Callable<?> other) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> all = new ArrayList<>();
            for (Callable<?> each : List.of(one, other)) {
                all.add(people.submit(() -> {
                    go.await();
                    try {
                        return each.call();
                    } catch (RuntimeException e) {
                        return Refusal.said(e).orElseThrow(() -> e);
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
    void whoBeginsAtTheSameMomentBeginsOnce() throws Exception {
        withAnotherCall();
        Caller director = Callers.of("director", roster, time.instant(), Role.MANAGER);
        List<Object> got =
                both(() -> start(Map.of(TOLD, TELLING), manager()), () -> start(Map.of(TOLD, TELLING), director));
        assertThat(got).filteredOn(Migration.class::isInstance).hasSize(1);
        assertThat(got)
                .filteredOn(Refusal.class::isInstance)
                .singleElement()
                .extracting(refusal -> ((Refusal) refusal).kind())
                .isEqualTo(Refusal.Kind.NOT_POSSIBLE_NOW);
        Migration begun = (Migration)
                got.stream().filter(Migration.class::isInstance).findFirst().orElseThrow();
        assertThat(finished(begun.id()).counts()).isEqualTo(Map.of(State.MOVED, 5));
        assertThat(Stream.concat(subjects("manager").stream(), subjects("director").stream()))
                .as("told once")
                .hasSize(1);
    }

    /** A node that was taken for dead, and another in its place. */
    @Test
    void whatTwoNodesCarryOnIsDoneOnce() throws Exception {
        withAnotherCall();
        long id = startedByHand(Map.of(TOLD, TELLING));
        both(() -> carryOn(id, true), () -> carryOn(id, true));
        carryOn(id, true);
        assertThat(desk.standing(id).counts()).isEqualTo(Map.of(State.MOVED, 5));
        assertThat(desk.standing(id).migration().isOpen()).isFalse();
        assertThat(subjects("manager")).hasSize(1);
    }

    @Test
    void whatSomebodyWorksOnIsTriedAgain() throws Exception {
        withAnotherCall();
        long id = startedByHand(Map.of(TOLD, TELLING));
        String busy = flow(numbers.get(0));
        assertThat(whileWorkedOn(busy, id, true)).isFalse();
        assertThat(desk.standing(id).counts()).isEqualTo(Map.of(State.MOVED, 4, State.WAITING, 1));
        assertThat(desk.standing(id).migration().isOpen()).isTrue();

        assertThat(carryOn(id, true)).isTrue();
        assertThat(desk.standing(id).counts()).isEqualTo(Map.of(State.MOVED, 5));
    }

    @Test
    void whatIsAlwaysWorkedOnStays() throws Exception {
        withAnotherCall();
        long id = startedByHand(Map.of(TOLD, TELLING));
        assertThat(whileWorkedOn(flow(numbers.get(0)), id, false)).isTrue();
        assertThat(desk.listed(desk.standing(id), State.STAYED, manager()).flows())
                .singleElement()
                .extracting(One::why)
                .isEqualTo("一直有人在办，没有轮到");
    }

    /** Somebody else's transaction changed the flow and commits only when the migration waits for it. */
    private boolean whileWorkedOn(String flow, long id, boolean patient) throws Exception {
        ExecutorService node = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> done = transaction.execute(status -> {
                jdbc.update("UPDATE ACT_RU_EXECUTION SET REV_ = REV_ + 1 WHERE ID_ = ?", flow);
                Future<Boolean> begun = node.submit(() -> carryOn(id, patient));
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> begun.isDone() || waitsForALock());
                return begun;
            });
            return done.get();
        } finally {
            node.shutdown();
        }
    }

    /** H2 gives up waiting by itself. */
    private boolean waitsForALock() {
        return TestDatabase.isPostgres()
                && jdbc.queryForObject("SELECT COUNT(*) FROM pg_locks WHERE NOT granted", Integer.class) > 0;
    }

    private String flow(String number) {
        return flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, "repair")
                .singleResult()
                .getId();
    }

    @Test
    void whatEndsOrGoesOnMeanwhileIsSaidSo() {
        withAnotherCall();
        long id = startedByHand(Map.of());
        api().post("/api/tickets/" + numbers.get(0) + "/withdrawal", "{\"reason\": \"修好了\"}");
        runJobs();
        carryOn(id, true);
        Standing standing = desk.standing(id);
        assertThat(standing.counts()).isEqualTo(Map.of(State.MOVED, 4, State.ENDED, 1));
        assertThat(desk.listed(standing, State.ENDED, manager()).flows())
                .extracting(One::number)
                .containsExactly(numbers.get(0));
    }

    @Test
    void whomATicketIsAboutGetsNoNumber() {
        withAnotherCall();
        jdbc.update("UPDATE ticket SET recused = 'manager' WHERE number = ?", numbers.get(1));
        Standing standing = finished(start(Map.of(), manager()).id());
        Listed his = desk.listed(standing, State.MOVED, manager());
        assertThat(his.flows()).extracting(One::number).containsExactly(numbers.get(0), numbers.get(2));
        assertThat(his.hidden()).isEqualTo(1);
        Caller supervisor = Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR);
        assertThat(desk.listed(standing, State.MOVED, supervisor).flows()).hasSize(3);
    }
}
