package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * After an outage everything is overdue at once: emergencies are told first, then what is urgent, then the rest, and nobody
 * hears of a second level as long as somebody has not heard of a first. Jobs are taken as the executor takes them.
 */
@Tag("scenario")
class OutageOrderIT extends RunningDesk {

    private static final String REPAIR = """
            {"kind": "REPAIR", "category": "%s", %s, "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "13812345678"},
             "description": "漏水", "danger": "%s", "scope": "UNIT", "utilityOut": false}
            """;

    private final List<String> numbers = new ArrayList<>();

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private JdbcTemplate jdbc;

    /** A level that was told. */
    private record Told(int priority, int level) {

        int turn() {
            return level < 2 ? 1 : level;
        }
    }

    @AfterEach
    void leaveNothingOpen() {
        flows.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .filter(flow -> numbers.contains(flow.getBusinessKey()))
                .forEach(flow -> flows.deleteProcessInstance(flow.getId(), "told"));
        numbers.forEach(number -> {
            jdbc.update("UPDATE escalation SET cancelled_at = at WHERE ticket = ?", number);
            jdbc.update(
                    "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null WHERE number = ?",
                    number);
        });
    }

    @Test
    void emergenciesFirstAndEveryFirstLevelBeforeAnySecond() {
        // What is less urgent is older, so that its jobs are due longer
        for (int i = 0; i < 4; i++) {
            open("HOME_PLUMBING", "\"home\": \"1-1-101\"", "NONE");
            open("HOME_PLUMBING", "\"home\": \"1-1-101\"", "PROPERTY");
            open("BURST_PIPE", "\"place\": \"LIFT-1-1\"", "PERSON");
        }
        runJobs();
        time.pass(Duration.ofDays(14));
        drain();

        List<Told> told = jdbc.query(
                "SELECT e.level, t.priority FROM escalation e JOIN ticket t ON t.number = e.ticket"
                        + " WHERE e.ticket IN (" + "?, ".repeat(numbers.size() - 1) + "?) ORDER BY e.id",
                (row, i) -> new Told(row.getString("priority").charAt(1) - '0', row.getInt("level")),
                numbers.toArray());
        assertThat(told).extracting(Told::level).contains(0, 1, 2, 3);
        assertThat(told).extracting(Told::priority).contains(0, 1, 2);
        assertThat(told)
                .isSortedAccordingTo(Comparator.comparingInt((Told one) -> Math.min(one.turn(), 2))
                        .thenComparingInt(one -> Math.min(one.priority(), 2)));
    }

    private void open(String category, String where, String danger) {
        Api.Answer answer = api().post("/api/tickets", REPAIR.formatted(category, where, danger));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        numbers.add(answer.text("number"));
    }

    /**
     * As an executor does, what is most urgent first, then what is due longest; but one at a time: those that an executor takes
     * together, it runs together.
     */
    private void drain() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        AcquiredJobs acquired;
        do {
            acquired = configuration
                    .getCommandExecutorTxRequired()
                    .execute(new AcquireJobsCmd(configuration.getJobExecutor(), 1));
            acquired.getJobIdBatches().forEach(batch -> batch.forEach(this::runJob));
        } while (acquired.size() > 0);
    }
}
