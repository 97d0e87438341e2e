package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.DatabaseCosts;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a ticket costs in commits, rows and statements: counted, not timed, and the same every time. Whoever makes it
 * dearer sees it here ({@code -Dcosts.print=true} says by what); whoever makes it cheaper lowers the numbers. Bytes are in
 * docs/benchmarks.md.
 */
@Tag("scenario")
class TicketCostIT extends RunningDesk {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-102",
             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
            """;

    private static int opened;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private Accounts accounts;

    /** What a deed cost; rows are those that are there afterwards and were not before, those written all that changed. */
    private record Cost(int commits, long rows, int written, int statements, Map<String, Long> byTable) {}

    /** The first of everything loads tables and models. */
    @BeforeEach
    void warm() {
        live();
        list();
    }

    @Test
    void openingIsOneCommitAndFewRows() {
        Cost cost = cost("Opening", this::open);
        assertThat(cost.commits()).isEqualTo(1);
        assertThat(cost.rows()).isEqualTo(12);
        assertThat(cost.statements()).isEqualTo(17);
        assertThat(cost.byTable()).doesNotContainKey("act_ru_variable");
    }

    @Test
    void theFlowOfAnOpeningRestsAfterOneJob() {
        open();
        Cost cost = cost("The flow of an opening", this::runJobs);
        assertThat(cost.rows()).isEqualTo(21);
        assertThat(cost.written()).isEqualTo(24);
        assertThat(cost.statements()).isEqualTo(35);
    }

    @Test
    void aWholeLife() {
        Cost cost = cost("A whole life in seven steps", this::live);
        assertThat(cost.rows()).isEqualTo(37);
        assertThat(cost.written()).isLessThanOrEqualTo(147);
        assertThat(cost.statements()).isLessThanOrEqualTo(327);
        assertThat(cost.commits()).isLessThanOrEqualTo(17);
    }

    @Test
    void aListCostsTheSameHoweverMuchIsOnIt() {
        int few = cost("A list", this::list).statements();
        IntStream.range(0, 20).forEach(i -> open());
        int many = cost("A list with twenty more", this::list).statements();
        assertThat(many).isEqualTo(few).isEqualTo(2);
    }

    @Test
    void supervisionCostsTheSameHoweverMuchIsLateStandsStillAndFailed() {
        Api lead = as("lead");
        List<String> numbers = new ArrayList<>(badDay(2));
        try {
            supervision(lead);
            int few = cost("Supervision", () -> supervision(lead)).statements();
            numbers.addAll(badDay(10));
            int many = cost("Supervision with more of everything", () -> supervision(lead))
                    .statements();
            // Steps of a kind that has not failed before are looked up once; other tests leave some that come due
            // meanwhile
            assertThat(many).isLessThan(few + 10);
        } finally {
            numbers.forEach(this::forget);
        }
    }

    private void supervision(Api lead) {
        Api.Answer board = lead.get("/api/supervision");
        assertThat(board.status()).as(board.text()).isEqualTo(200);
        assertThat(List.of("late", "unacknowledged", "paused", "failedSteps"))
                .allSatisfy(list -> assertThat(board.body().path(list)).as(list).isNotEmpty());
    }

    /** So many times three tickets: one is late and supervised, one stands still, a step of one has failed. */
    private List<String> badDay(int times) {
        List<String> numbers =
                IntStream.range(0, 3 * times).mapToObj(i -> open()).toList();
        runJobs();
        for (int i = 0; i < numbers.size(); i += 3) {
            String paused = numbers.get(i);
            jdbc.update(
                    "INSERT INTO clock_pause (ticket, since, reason) VALUES (?, CURRENT_TIMESTAMP, 'RESIDENT_SLOT')",
                    paused);
            jdbc.update(
                    "UPDATE ticket SET pause_reason = 'RESIDENT_SLOT', pause_reference = '', paused_at = CURRENT_TIMESTAMP"
                            + " WHERE number = ?",
                    paused);
            jdbc.update(
                    "UPDATE act_ru_job SET retries_ = 0 WHERE process_instance_id_ IN"
                            + " (SELECT proc_inst_id_ FROM act_ru_execution WHERE business_key_ = ?)",
                    numbers.get(i + 1));
        }
        time.pass(Duration.ofHours(3));
        runJobs();
        return numbers;
    }

    private void forget(String number) {
        flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .rootProcessInstances()
                .list()
                .forEach(flow -> flows.deleteProcessInstance(flow.getId(), "counted"));
        jdbc.update("UPDATE escalation SET cancelled_at = at WHERE ticket = ?", number);
        jdbc.update("UPDATE clock_pause SET resumed_at = since WHERE ticket = ?", number);
        jdbc.update(
                "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null, pause_reason = null,"
                        + " pause_reference = null, paused_at = null WHERE number = ?",
                number);
    }

    private void list() {
        assertThat(api().get("/api/tickets?size=20&status=RECEIVED").status()).isEqualTo(200);
    }

    /**
     * All moments of two promises are past, to respond and to finish: for each three jobs hand it over to its ladder, warn and
     * tell the first level, and tell the others.
     */
    @Test
    void twoClocksThatAreLongOverdue() {
        overdue();
        Cost cost = overdue();
        assertThat(cost.byTable()).containsEntry("escalation", 8L);
        assertThat(cost.commits()).isLessThanOrEqualTo(16);
        // Three of them are our own looks at what is due
        assertThat(cost.statements()).isLessThanOrEqualTo(2 * 156 + 3);
    }

    private Cost overdue() {
        String number = open();
        runJobs();
        time.pass(Duration.ofDays(14));
        try {
            return cost("Two clocks long overdue", () -> runJobsOf(number));
        } finally {
            forget(number);
        }
    }

    private void runJobsOf(String number) {
        List<String> due;
        do {
            due = jdbc.queryForList("""
                    SELECT id_ FROM act_ru_job WHERE duedate_ <= ? AND process_instance_id_ IN
                        (SELECT proc_inst_id_ FROM act_ru_execution WHERE business_key_ = ?) ORDER BY duedate_
                    """, String.class, Timestamp.from(clock().instant()), number);
            due.forEach(this::runJob);
        } while (!due.isEmpty());
    }

    private String open() {
        Api.Answer answer = api().post("/api/tickets", LEAK, "Idempotency-Key", "cost-" + opened++);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }

    private void live() {
        String number = open();
        runJobs();
        Api desk = api();
        Api plumber = as("plumber1");
        step(desk, number, "dispatch", "{\"handler\": \"plumber1\"}");
        step(plumber, number, "accept", "{\"decision\": \"ACCEPT\"}");
        step(plumber, number, "inspectOnSite", "{\"findings\": \"阀芯磨损\", \"result\": \"REPAIR\"}");
        step(plumber, number, "reportWork", "{\"cause\": \"阀芯磨损\", \"work\": \"更换阀芯\", \"materialSource\": \"NONE\"}");
        step(desk, number, "acceptWork", "{\"result\": \"ACCEPTED\"}");
        step(
                desk,
                number,
                "visit",
                "{\"method\": \"PHONE\", \"reached\": \"REACHED\", \"satisfaction\": \"SATISFIED\"}");
        assertThat(desk.get("/api/tickets/" + number).text("status")).isEqualTo("CLOSED");
    }

    private Api as(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    private void step(Api person, String number, String step, String inputs) {
        Api.Answer answer = person.post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    private Cost cost(String what, Runnable deed) {
        Map<String, Long> before = rows();
        DatabaseCosts.reset();
        deed.run();
        DatabaseCosts.Costs costs = DatabaseCosts.counted();
        Map<String, Long> added = new TreeMap<>();
        rows().forEach((table, count) -> {
            if (count > before.get(table)) {
                added.put(table, count - before.get(table));
            }
        });
        long rows = added.values().stream().mapToLong(Long::longValue).sum();
        System.out.printf(
                "%s on %s: %d commit(s), %d rows, %d written, %d statements; rows by table %s%n",
                what,
                TestDatabase.isPostgres() ? "PostgreSQL" : "H2",
                costs.commits(),
                rows,
                costs.written(),
                costs.statements(),
                added);
        if (Boolean.getBoolean("costs.print")) {
            costs.texts().entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(text -> System.out.printf("%5d %s%n", text.getValue(), text.getKey()));
        }
        return new Cost(costs.commits(), rows, costs.written(), costs.statements(), added);
    }

    private Map<String, Long> rows() {
        List<String> tables = jdbc.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
                String.class);
        Map<String, Long> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(
                table.toLowerCase(Locale.ROOT), jdbc.queryForObject("SELECT count(*) FROM " + table, Long.class)));
        return rows;
    }
}
