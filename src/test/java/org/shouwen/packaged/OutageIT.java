package org.shouwen.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.testing.Api;
import org.shouwen.testing.PackagedDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * After an outage everything that came due comes once: two nodes with their real executors on one PostgreSQL, one of them
 * killed in the middle. {@code -Doutage.tickets=1000} is the whole; the gate takes a share.
 */
@Tag("database")
class OutageIT {

    private static final int TICKETS = Integer.getInteger("outage.tickets", 400);
    private static final int CALLERS = 4;

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
            """;

    @TempDir
    private Path here;

    @TempDir
    private Path there;

    private String url;
    private JdbcClient database;

    @Test
    void everyLevelComesOnceThoughANodeIsKilled() {
        assumeTrue(TestDatabase.isPostgres(), "two nodes need a server");
        url = TestDatabase.newUrl();
        database = JdbcClient.create(new DriverManagerDataSource(url, TestDatabase.user(), TestDatabase.password()));
        try (PackagedDesk desk = node(here)) {
            open(desk);
            await(() -> count("SELECT count(*) FROM act_ru_task WHERE task_def_key_ = 'userTask_dispatch'") == TICKETS);
        }
        nobodyTakesThem();

        CompletableFuture<PackagedDesk> first = CompletableFuture.supplyAsync(() -> node(here));
        CompletableFuture<PackagedDesk> second = CompletableFuture.supplyAsync(() -> node(there));
        try {
            PackagedDesk killed = first.join();
            await(() -> escalations() > TICKETS / 2);
            assertThat(escalations()).as("the outage is not over yet").isLessThan(4L * TICKETS);
            killed.kill();
            second.join();
            await(this::isQuiet);
        } finally {
            first.join().close();
            second.join().close();
        }

        assertThat(escalations()).isEqualTo(4L * TICKETS);
        assertThat(count("SELECT count(*) FROM escalation_person")).isEqualTo(3L * TICKETS);
        assertThat(count("SELECT count(*) FROM act_ru_task WHERE task_def_key_ = 'userTask_acknowledge'"))
                .isEqualTo(3L * TICKETS);
        // Each level: the lead, the supervisor, the manager; the warning: two plumbers and the first responder
        assertThat(told("supervision.to-person")).isEqualTo(3L * TICKETS);
        assertThat(told("limit-warning.to-responsible")).isEqualTo(3L * TICKETS);
        assertThat(count("SELECT count(*) FROM act_ru_incident")).isZero();
    }

    private PackagedDesk node(Path directory) {
        return new PackagedDesk(
                directory,
                "--spring.profiles.active=demo",
                "--shouwen.demo.tickets=false",
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.user(),
                "--spring.datasource.password=" + TestDatabase.password());
    }

    private void open(PackagedDesk desk) {
        Api api = new Api(desk.port(), "shouwen-demo-token");
        List<CompletableFuture<Void>> callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> CompletableFuture.runAsync(() -> IntStream.range(0, TICKETS / CALLERS)
                        .forEach(i -> assertThat(api.post("/api/tickets", LEAK).status())
                                .isEqualTo(201))))
                .toList();
        callers.forEach(CompletableFuture::join);
    }

    /** The desk was closed, and all promises to take the work were broken long ago, up to the third level. */
    private void nobodyTakesThem() {
        update("""
                UPDATE ticket_clock SET started_at = started_at - INTERVAL '60 days', due_at = due_at - INTERVAL '60 days'
                WHERE clock = 'RESPOND'
                """);
        update("UPDATE ticket SET next_due = next_due - INTERVAL '60 days'");
        int due = update("""
                UPDATE act_ru_job SET duedate_ = CURRENT_TIMESTAMP - INTERVAL '1 hour'
                WHERE job_def_id_ IN (SELECT id_ FROM act_ru_jobdef WHERE act_id_ = 'event_respondDue')
                """);
        assertThat(due).isEqualTo(TICKETS);
    }

    private long escalations() {
        return count("SELECT count(*) FROM escalation");
    }

    private long told(String template) {
        return database.sql("SELECT count(*) FROM notice WHERE template = ? AND channel = 'IN_APP'")
                .param(template)
                .query(Long.class)
                .single();
    }

    /** Nothing is left to do but what lies ahead. */
    private boolean isQuiet() {
        return count("SELECT count(*) FROM act_ru_job WHERE duedate_ < CURRENT_TIMESTAMP AND retries_ > 0") == 0;
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private int update(String sql) {
        return database.sql(sql).update();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(15))
                .pollInterval(Duration.ofMillis(500))
                .until(condition);
    }
}
