package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
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
import org.shouwen.testing.AnotherNode;
import org.shouwen.testing.Api;
import org.shouwen.testing.Callers;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.ShippedRules;
import org.shouwen.workflow.DecisionNotes;
import org.shouwen.workflow.Decisions;
import org.shouwen.workflow.RuleSets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** What is in force is one set of tables with a number, on every node. */
@Tag("scenario")
class RuleSetIT extends RunningDesk {

    private static final String TABLE = "timeLimits";

    private static final Map<String, Object> ORDINARY =
            Map.of("kind", "REPAIR", "priority", "P2", "area", "HOME", "hazard", "NONE");

    @Autowired
    private StudioDesk desk;

    @Autowired
    private Grid grid;

    @Autowired
    private RuleSets sets;

    @Autowired
    private Decisions decisions;

    @Autowired
    private DecisionNotes notes;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService models;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private Environment surroundings;

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void asShipped() {
        ShippedRules.again(models, jdbc, TABLE);
    }

    private Caller caller(String code, Role role) {
        return Callers.of(code, roster, time.instant(), role);
    }

    private Change proposed(String hours) {
        Base base = desk.inForce(TABLE);
        // Of ordinary repairs at home
        Draft draft = grid.read(
                base.table(),
                Map.of(
                        "rows",
                        String.valueOf(base.table().rows().size()),
                        "end",
                        "true",
                        "r5-c6",
                        hours,
                        "r5-note",
                        "经理会，" + hours + " 小时"));
        return desk.propose(base, draft, "业主嫌慢", null, null, caller("manager", Role.MANAGER));
    }

    private void inForce(String hours) {
        desk.approve(proposed(hours).id(), caller("supervisor", Role.SUPERVISOR));
    }

    private static String open(Api api) {
        Api.Answer answer = api.post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "水龙头滴水",
                 "reporter": {"name": "张三", "phone": "13812345678"}}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private List<JsonNode> decided(String number) {
        String kept = jdbc.queryForObject("SELECT decisions FROM ticket WHERE number = ?", String.class, number);
        List<JsonNode> all = new ArrayList<>();
        try {
            new ObjectMapper().readTree(kept).forEach(all::add);
        } catch (JsonProcessingException e) {
            throw new AssertionError(kept, e);
        }
        return all;
    }

    /** @return the number of the one set by which everything was decided */
    private int set(String number) {
        List<Integer> numbers = decided(number).stream()
                .map(decision -> decision.path("set").asInt())
                .distinct()
                .toList();
        assertThat(numbers).as(number).hasSize(1);
        return numbers.get(0);
    }

    private int version(String number) {
        return decided(number).stream()
                .filter(decision -> decision.path("table").asText().equals(TABLE))
                .findFirst()
                .orElseThrow()
                .path("version")
                .asInt();
    }

    private Object arrival() {
        return decisions.row(TABLE, ORDINARY).orElseThrow().get("arriveAmount");
    }

    @Test
    void eachVersionThatComesInForceMakesAnotherSet() {
        RuleSets.RuleSet shipped = sets.inForce();
        assertThat(set(open(api()))).isEqualTo(shipped.number());
        time.pass(Duration.ofHours(1));
        inForce("2");
        assertThat(sets.inForce()).isEqualTo(new RuleSets.RuleSet(shipped.number() + 1, time.instant()));
        assertThat(set(open(api()))).isEqualTo(shipped.number() + 1);
        desk.undo(desk.inForce(TABLE).version().id(), caller("manager", Role.MANAGER));
        assertThat(set(open(api()))).isEqualTo(shipped.number() + 2);
    }

    @Test
    void whoeverDecidesGoesByTheSetThatWasInForceWhenHeBegan() {
        try (DecisionNotes.Notes taken = notes.open()) {
            Object hours = arrival();
            CompletableFuture.runAsync(() -> inForce("2")).join();
            assertThat(arrival()).isEqualTo(hours).isEqualTo(4);
            assertThat(taken.taken()).extracting(decision -> decision.version()).containsExactly(1, 1);
        }
        assertThat(arrival()).isEqualTo(2);
    }

    @Test
    void whileATableChangesEveryIntakeIsOfOneSet() throws Exception {
        int before = sets.inForce().number();
        ExecutorService people = Executors.newFixedThreadPool(3);
        List<String> numbers = new ArrayList<>();
        try {
            List<Future<String>> opening = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                opening.add(people.submit(() -> open(api())));
            }
            inForce("2");
            for (Future<String> one : opening) {
                numbers.add(one.get());
            }
        } finally {
            people.shutdown();
        }
        assertThat(numbers).allSatisfy(number -> assertThat(version(number)).isEqualTo(1 + set(number) - before));
        assertThat(set(open(api()))).isEqualTo(before + 1);
    }

    /** The other node's end takes the engine of this one away from Camunda's webapps, too. */
    @Test
    @DirtiesContext
    void anotherNodeGoesByItFromItsNextIntakeOnAndBringsInForceWhatWasApprovedHere() {
        int shipped = sets.inForce().number();
        try (ConfigurableApplicationContext node =
                AnotherNode.start(surroundings, time, "--shouwen.models-age-seconds=3600")) {
            Api there = new Api(
                    node.getEnvironment().getProperty("local.server.port", Integer.class), "shouwen-demo-token");
            assertThat(set(open(there))).isEqualTo(shipped);
            inForce("2");
            String number = open(there);
            assertThat(set(number)).isEqualTo(shipped + 1);
            assertThat(version(number)).isEqualTo(2);

            // As if this node had gone down before the moment
            scheduler.pause();
            Change change = desk.approve(
                    proposed("3").id(),
                    time.instant().plus(Duration.ofHours(2)),
                    caller("supervisor", Role.SUPERVISOR));
            time.pass(Duration.ofHours(2));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> desk.change(change.id()).state() == Change.State.APPROVED);
            assertThat(String.join("", desk.change(change.id()).files().values()))
                    .contains("经理会，3 小时");
            assertThat(set(open(there))).isEqualTo(shipped + 2);
            assertThat(set(open(api()))).as("and this node, too").isEqualTo(shipped + 2);
        } finally {
            scheduler.resume();
        }
    }
}
