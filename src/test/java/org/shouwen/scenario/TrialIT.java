package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.rights.Caller;
import org.shouwen.rights.Role;
import org.shouwen.roster.Roster;
import org.shouwen.studio.Change;
import org.shouwen.studio.Draft;
import org.shouwen.studio.Grid;
import org.shouwen.studio.StudioDesk;
import org.shouwen.studio.StudioDesk.Base;
import org.shouwen.studio.Trial;
import org.shouwen.studio.Trials;
import org.shouwen.studio.Tried;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.DatabaseCosts;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.ticket.ClockKind;
import org.shouwen.ticket.Deadline;
import org.shouwen.ticket.Tickets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 试算: what a draft says about the last days is what then happens. */
@Tag("scenario")
class TrialIT extends RunningDesk {

    private static final String TABLE = "timeLimits";
    private static final int DAYS = 7;

    /** A week in which no other test takes tickets in; it begins on a Monday. */
    private static final String BEGIN = "2026-03-02T09:10";

    private static final String END = "2026-03-09T09:00";

    /** Over which what is taken in is spread evenly. */
    private static final Duration WEEK = Duration.ofHours(160);

    /** Repairs at home, with a slot and without, in the common parts, a question; one after the other. */
    private static final List<String> MATTERS = List.of(
            "'kind': 'REPAIR', 'category': 'HOME_PLUMBING', 'home': '1-1-101'",
            "'kind': 'REPAIR', 'category': 'HOME_PLUMBING', 'home': '1-1-102', 'appointment':"
                    + " {'from': '2026-03-11T10:00', 'to': '2026-03-11T12:00'}",
            "'kind': 'REPAIR', 'category': 'HOME_PLUMBING', 'home': '1-1-103'",
            "'kind': 'REPAIR', 'category': 'PUBLIC_LIGHTING', 'place': 'LIFT-1-1'",
            "'kind': 'CONSULTATION', 'category': 'CONSULT_FEES', 'home': '1-1-103'");

    private final List<String> opened = new ArrayList<>();

    @Autowired
    private StudioDesk desk;

    @Autowired
    private Trials trials;

    @Autowired
    private Grid grid;

    @Autowired
    private Roster roster;

    @Autowired
    private Tickets tickets;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void longAgo() {
        time.travelTo(BEGIN);
    }

    @AfterEach
    void asShipped() {
        opened.forEach(number -> {
            flows.createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .rootProcessInstances()
                    .list()
                    .forEach(flow -> flows.deleteProcessInstance(flow.getId(), "tried"));
            jdbc.update(
                    "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null,"
                            + " opened_at = TIMESTAMP '2026-01-05 09:00:00' WHERE number = ?",
                    number);
        });
        ShippedRules.again(models, jdbc, TABLE);
    }

    private Caller manager() {
        return Callers.of("manager", roster, time.instant(), Role.MANAGER);
    }

    /** @return so many tickets with the moments at which they were taken in, oldest first */
    private Map<String, Instant> taken(int count) {
        Map<String, Instant> taken = new LinkedHashMap<>();
        time.travelTo(BEGIN);
        for (int i = 0; i < count; i++) {
            taken.put(open(i), time.instant());
            time.pass(WEEK.dividedBy(count).truncatedTo(ChronoUnit.MINUTES));
        }
        time.travelTo(END);
        return taken;
    }

    private String open(int matter) {
        Api.Answer answer = api().post(
                        "/api/tickets",
                        ("{" + MATTERS.get(matter % MATTERS.size())
                                        + ", 'description': '水龙头滴水', 'reporter': {'name': '张三', 'phone': '13812345678'}}")
                                .replace('\'', '"'));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        opened.add(answer.text("number"));
        return answer.text("number");
    }

    /** @return of ordinary repairs at home somebody arrives within so many working hours */
    private Draft arriving(Base base, String hours) {
        int row = IntStream.range(0, base.table().rows().size())
                .filter(i -> base.table()
                        .rows()
                        .get(i)
                        .inputs()
                        .equals(List.of("\"REPAIR\"", "\"P2\"", "\"HOME\"", "not(\"SEEPAGE\")")))
                .findFirst()
                .orElseThrow();
        return grid.read(
                base.table(),
                Map.of(
                        "rows",
                        String.valueOf(base.table().rows().size()),
                        "end",
                        "true",
                        "r" + row + "-c6",
                        hours,
                        "r" + row + "-note",
                        "经理会"));
    }

    private byte[] faster(Base base) {
        return desk.source(base, arriving(base, "2"));
    }

    private Trial trial() {
        Base base = desk.inForce(TABLE);
        return trials.of(base, faster(base), DAYS, manager());
    }

    private Map<ClockKind, Instant> dates(String number) {
        Map<ClockKind, Instant> dates = new EnumMap<>(ClockKind.class);
        for (Deadline promise : tickets.get(number).deadlines()) {
            dates.put(promise.clock(), promise.due());
        }
        return dates;
    }

    @Test
    void whatIsPredictedIsWhatHappens() {
        Map<String, Instant> taken = taken(200);
        Base base = desk.inForce(TABLE);
        Map<String, Tried> tried = trials.tried(base, faster(base), DAYS, time.instant()).stream()
                .collect(Collectors.toMap(Tried::ticket, Function.identity()));
        assertThat(tried.keySet()).isEqualTo(taken.keySet());
        Map<String, Map<ClockKind, Instant>> predicted = new HashMap<>();
        taken.keySet().forEach(number -> {
            Map<ClockKind, Instant> dates = dates(number);
            tried.get(number).moved().forEach(moved -> {
                assertThat(moved.before()).isEqualTo(dates.get(moved.clock()));
                dates.put(moved.clock(), moved.after());
            });
            assertThat(tried.get(number).loose()).isFalse();
            predicted.put(number, dates);
        });
        // Of five matters three are ordinary repairs at home; where a slot is agreed its date stays
        assertThat(tried.values()).filteredOn(one -> !one.lines().isEmpty()).hasSize(120);
        assertThat(tried.values()).filteredOn(one -> !one.moved().isEmpty()).hasSize(80);

        Change change = desk.propose(base, arriving(base, "2"), "业主嫌慢", null, null, manager());
        desk.approve(change.id(), Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR));
        int matter = 0;
        for (Map.Entry<String, Instant> old : taken.entrySet()) {
            time.travelTo(BEGIN);
            time.pass(Duration.between(time.instant(), old.getValue()));
            String again = open(matter++);
            assertThat(dates(again)).as(old.getKey() + " again").isEqualTo(predicted.get(old.getKey()));
        }
    }

    @Test
    void itIsToldInCountsAndExamples() {
        time.travelTo(END);
        Trial none = trial();
        assertThat(none.tried() + none.unknown() + none.notAsked()).isZero();
        Map<String, Instant> taken = taken(50);
        // Whoever came an hour before it was too late
        opened.forEach(number -> jdbc.update(
                "UPDATE ticket_clock SET stopped_at = due_at - INTERVAL '1' HOUR WHERE clock = 'ARRIVE'"
                        + " AND ticket_id = (SELECT id FROM ticket WHERE number = ?)",
                number));
        Trial trial = trial();
        assertThat(trial.most()).isNull();
        assertThat(List.of(trial.tried(), trial.same(), trial.unknown(), trial.notAsked(), trial.loose()))
                .containsExactly(50L, 20L, 0L, 0L, 0L);
        assertThat(trial.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(30);
            assertThat(group.line().cells()).hasToString("[Cell[label=到场时限, before=4 个工作小时, after=2 个工作小时]]");
            assertThat(group.examples()).hasSize(10).extracting(Tried::ticket).isSubsetOf(taken.keySet());
        });
        assertThat(trial.lateness()).containsExactly(new Trial.Lateness(ClockKind.ARRIVE, 20, 0));

        assertThat(trials.of(
                                desk.inForce(TABLE),
                                faster(desk.inForce(TABLE)),
                                DAYS,
                                Callers.of("nobody", roster, time.instant(), Role.MANAGER))
                        .groups())
                .as("he is of no site")
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.count()).isEqualTo(30);
                    assertThat(group.examples()).isEmpty();
                });

        String newest = trial.groups().get(0).examples().get(0).ticket();
        jdbc.update("UPDATE ticket SET recused = 'plumber1' WHERE number = ?", newest);
        Trial.Group group = trial().groups().get(0);
        assertThat(group.count()).isEqualTo(30);
        assertThat(group.examples()).hasSize(10).extracting(Tried::ticket).doesNotContain(newest);
    }

    @Test
    void whatWasNotKeptIsNotGuessed() {
        taken(10);
        jdbc.update("UPDATE ticket SET decisions = NULL WHERE number IN (?, ?)", opened.get(0), opened.get(3));
        // Of a table that asked less then
        jdbc.update(
                "UPDATE ticket SET decisions = '[{\"table\":\"timeLimits\",\"version\":1,\"inputs\":{\"kind\":\"REPAIR\"}}]'"
                        + " WHERE number = ?",
                opened.get(2));
        // Somebody gave another date since
        jdbc.update(
                "UPDATE ticket_clock SET due_at = due_at + INTERVAL '1' DAY WHERE clock = 'ARRIVE'"
                        + " AND ticket_id = (SELECT id FROM ticket WHERE number = ?)",
                opened.get(5));
        Trial trial = trial();
        assertThat(List.of(trial.tried(), trial.same(), trial.unknown(), trial.loose()))
                .containsExactly(7L, 3L, 3L, 1L);
    }

    @Test
    void aTableThatNoIntakeAsksIsTriedOnNothing() {
        taken(5);
        Base base = desk.inForce("visitRule");
        Trial trial = trials.of(base, desk.source(base, grid.read(base.table(), Map.of())), DAYS, manager());
        assertThat(List.of(trial.tried(), trial.unknown(), trial.notAsked())).containsExactly(0L, 0L, 5L);
        assertThat(trial.groups()).isEmpty();
    }

    @Test
    void whatAnOlderVersionDecidedIsCountedByItsOwnLimits() {
        Base base = desk.inForce(TABLE);
        String number = taken(1).keySet().iterator().next();
        desk.approve(
                desk.propose(base, arriving(base, "3"), "业主嫌慢", null, null, manager())
                        .id(),
                Callers.of("supervisor", roster, time.instant(), Role.SUPERVISOR));
        Base second = desk.inForce(TABLE);
        List<Tried> tried = trials.tried(second, faster(second), DAYS, time.instant());
        assertThat(tried).singleElement().satisfies(one -> {
            assertThat(one.ticket()).isEqualTo(number);
            assertThat(one.lines().get(0).cells()).hasToString("[Cell[label=到场时限, before=3 个工作小时, after=2 个工作小时]]");
            assertThat(one.loose()).isFalse();
            // Monday 09:10 and two working hours
            assertThat(one.moved()).singleElement().satisfies(moved -> assertThat(moved.after())
                    .isEqualTo("2026-03-02T03:10:00Z"));
        });
    }

    @Test
    void ofMoreThanFiveThousandTheNewestAreTried() {
        taken(1);
        String columns = String.join(
                ", ",
                jdbc.queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'"
                                + " AND table_name = 'ticket' AND column_name NOT IN ('id', 'number')",
                        String.class));
        try {
            jdbc.batchUpdate(
                    "INSERT INTO ticket (id, number, " + columns + ") SELECT nextval('ticket_id'), ?, " + columns
                            + " FROM ticket WHERE number = ?",
                    IntStream.range(0, 5000)
                            .mapToObj(i -> new Object[] {"TRY-" + i, opened.get(0)})
                            .toList());
            Trial trial = trial();
            assertThat(trial.most()).isEqualTo(5000);
            assertThat(trial.tried()).isEqualTo(5000);
            assertThat(trial.groups()).singleElement().satisfies(group -> {
                assertThat(group.count()).isEqualTo(5000);
                assertThat(group.examples()).extracting(Tried::ticket).startsWith("TRY-4999", "TRY-4998");
            });
            assertThat(trial.loose()).as("they have no promises").isEqualTo(5000);
        } finally {
            jdbc.update("DELETE FROM ticket WHERE number LIKE 'TRY-%'");
        }
    }

    @Test
    void itWritesNothingAndCostsTheSameHoweverManyThereAre() {
        taken(5);
        trial();
        int few = statements();
        taken(50);
        Map<String, Long> before = rows();
        assertThat(statements()).isEqualTo(few);
        assertThat(rows()).isEqualTo(before);
    }

    private int statements() {
        DatabaseCosts.reset();
        trial();
        assertThat(DatabaseCosts.counted().written()).isZero();
        return DatabaseCosts.counted().statements();
    }

    private Map<String, Long> rows() {
        return jdbc
                .queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                        String.class)
                .stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class)));
    }
}
