package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.h2.api.Trigger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.AnotherNode;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * The clocks of one ticket run in flows of their own, so that nothing keeps two nodes from working on them at the same time: two
 * nodes on one database, each with an engine and an executor of its own. {@code -Dclocks=2000} is the whole; the gate takes a share.
 */
@Tag("database")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class CollisionsIT extends RunningDesk {

    private static final int CLOCKS = Integer.getInteger("clocks", 60);
    /** Three promises of a repair. */
    private static final int OF_ONE_TICKET = 3;

    @Autowired
    private ProcessEngineConfigurationImpl here;

    @Autowired
    private Environment surroundings;

    @Autowired
    private JdbcTemplate jdbc;

    /** Told by the database of each job that has fewer tries than before, whoever took one. */
    public static final class LostTries implements Trigger {

        private static final AtomicInteger LOST = new AtomicInteger();

        private int retries;

        @Override
        public void init(Connection connection, String schema, String name, String table, boolean early, int type)
                throws SQLException {
            try (ResultSet columns = connection.getMetaData().getColumns(null, schema, table, "retries_")) {
                assertThat(columns.next()).isTrue();
                retries = columns.getInt("ORDINAL_POSITION") - 1;
            }
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            if ((Integer) after[retries] < (Integer) before[retries]) {
                LOST.incrementAndGet();
            }
        }
    }

    /** On a database of their own: what others left open would be due at that time, too. */
    @Test
    @DirtiesContext
    void overdueClocksOnTwoNodesCostNoTryToACollision() {
        List<String> numbers =
                IntStream.range(0, CLOCKS / OF_ONE_TICKET).mapToObj(i -> open()).toList();
        runJobs();
        time.travelTo("2026-12-07T10:00");
        watchTries();
        try (ConfigurableApplicationContext node = AnotherNode.start(surroundings, time)) {
            JobExecutor ours = here.getJobExecutor();
            JobExecutor theirs =
                    node.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();
            assertThat(theirs).isNotSameAs(ours);
            try {
                ours.start();
                theirs.start();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60 + CLOCKS))
                        .until(() -> engineJobs.createJobQuery().executable().count() == 0);
            } finally {
                ours.shutdown();
                theirs.shutdown();
            }
        }
        assertThat(lostTries()).as("tries lost").isZero();
        assertThat(engineJobs.createJobQuery().withException().count()).isZero();
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM escalation WHERE level = 1 AND ticket IN (SELECT number FROM ticket WHERE is_open"
                                + " AND description = '两个节点')",
                        Integer.class))
                .isGreaterThanOrEqualTo(numbers.size());

        // What takes a try is seen
        jdbc.update("UPDATE act_ru_job SET retries_ = retries_ - 1");
        assertThat(lostTries()).isPositive();
    }

    private void watchTries() {
        if (TestDatabase.isPostgres()) {
            jdbc.execute("CREATE TABLE lost_try (job varchar(64))");
            jdbc.execute("CREATE FUNCTION lost_try() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN INSERT INTO lost_try VALUES (NEW.id_); RETURN NEW; END'");
            jdbc.execute("CREATE TRIGGER lost_try AFTER UPDATE ON act_ru_job FOR EACH ROW"
                    + " WHEN (NEW.retries_ < OLD.retries_) EXECUTE FUNCTION lost_try()");
        } else {
            jdbc.execute("CREATE TRIGGER lost_try AFTER UPDATE ON act_ru_job FOR EACH ROW CALL '"
                    + LostTries.class.getName() + "'");
        }
    }

    private int lostTries() {
        return TestDatabase.isPostgres()
                ? jdbc.queryForObject("SELECT count(*) FROM lost_try", Integer.class)
                : LostTries.LOST.get();
    }

    private String open() {
        Api.Answer answer = api().post("/api/tickets", """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                 "reporter": {"name": "张三", "phone": "13812345678"}, "description": "两个节点"}
                """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("number");
    }
}
