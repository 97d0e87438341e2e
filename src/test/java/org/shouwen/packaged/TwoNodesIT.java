package org.shouwen.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.testing.Api;
import org.shouwen.testing.PackagedDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The desk stood still while 1,000 promises broke; then two nodes start on one PostgreSQL, and one of them is killed in
 * the middle. Nothing is lost and nobody is told twice.
 */
@Tag("scenario")
@EnabledIfSystemProperty(named = "test.database", matches = "postgres")
class TwoNodesIT {

    /** Each has two clocks that are watched while nobody has taken the work: respond and finish. */
    private static final int TICKETS = 500;

    private static final int LEVELS = 4;
    private static final Duration DRAINED = Duration.ofMinutes(6);

    @TempDir
    Path directory;

    private final String url = TestDatabase.newUrl();
    private final JdbcClient database =
            JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.user(), "postgres"));

    private PackagedDesk node() {
        return new PackagedDesk(
                directory,
                "--spring.profiles.active=demo",
                "--shouwen.demo.tickets=false",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=postgres");
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    @Test
    void whatBrokeWhileTheDeskStoodStillIsToldOnceByTwoNodesOfWhichOneDies() throws InterruptedException {
        try (PackagedDesk desk = node()) {
            open(desk);
        }
        standStill();

        try (PackagedDesk survivor = node()) {
            try (PackagedDesk victim = node()) {
                until("SELECT count(*) FROM escalation", TICKETS);
                victim.kill();
            }
            until("SELECT count(*) FROM escalation", 2L * LEVELS * TICKETS);
            until("SELECT count(*) FROM act_ru_task WHERE task_def_key_ = 'userTask_acknowledge'", 6L * TICKETS);
            assertThat(new Api(survivor.port(), "shouwen-demo-token")
                            .get("/api/tickets?overdue=true&size=1")
                            .status())
                    .isEqualTo(200);
        }

        // Each ticket, clock and level once: the unique key forbids two, the count forbids none
        assertThat(database.sql("SELECT count(*) FROM escalation GROUP BY cause, cycle, level")
                        .query(Long.class)
                        .list())
                .hasSize(2 * LEVELS)
                .containsOnly((long) TICKETS);
        // A warning reaches the first responder once a clock, and everybody on the post; a supervision reaches one
        // person
        assertThat(count("SELECT count(*) FROM notice WHERE template = 'supervision-person'"))
                .isEqualTo(6L * TICKETS);
        assertThat(count("""
                        SELECT count(*) FROM notice
                        WHERE template = 'limit-warning-responsible' AND addressee = 'desk1'
                        """)).isEqualTo(2L * TICKETS);
        assertThat(count("SELECT count(*) FROM act_ru_incident")).isZero();
        assertThat(count("SELECT count(*) FROM act_ru_job WHERE duedate_ < now() AND retries_ > 0"))
                .isZero();
    }

    private void open(PackagedDesk desk) throws InterruptedException {
        Api api = new Api(desk.port(), "shouwen-demo-token");
        List<String> homes = IntStream.rangeClosed(1, 10)
                .mapToObj(floor -> "1-1-" + (floor * 100 + 1))
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < TICKETS; i++) {
                String home = homes.get(i % homes.size());
                callers.submit(() -> assertThat(
                                api.post("/api/tickets", """
                                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "%s",
                                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
                                """.formatted(home)).status())
                        .isEqualTo(201));
            }
            callers.shutdown();
            assertThat(callers.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        }
        until("SELECT count(*) FROM act_ru_task WHERE task_def_key_ = 'userTask_dispatch'", TICKETS);
    }

    /** Three weeks go by without us: every promise, and every timer that watches it, lies that much longer ago. */
    private void standStill() {
        List.of(
                        "UPDATE act_ru_job SET duedate_ = duedate_ - interval '21 days' WHERE type_ = 'timer'",
                        "UPDATE ticket SET opened_at = opened_at - interval '21 days', next_due = next_due - interval '21 days'",
                        """
                        UPDATE ticket_clock SET started_at = started_at - interval '21 days',
                            due_at = due_at - interval '21 days'""")
                .forEach(sql -> database.sql(sql).update());
    }

    private void until(String count, long expected) {
        Awaitility.await(count)
                .atMost(DRAINED)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count(count) >= expected);
    }
}
