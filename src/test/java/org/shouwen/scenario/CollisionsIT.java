package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The clocks of one ticket run in flows of their own, so that nothing keeps two nodes from working on them at the same time.
 * {@code -Dclocks=2000} is the whole; the gate takes a share.
 */
@Tag("scenario")
class CollisionsIT extends RunningDesk {

    private static final int CLOCKS = Integer.getInteger("clocks", 60);
    /** Three promises of a repair. */
    private static final int OF_ONE_TICKET = 3;
    /** As many as the executors of two nodes have. */
    private static final int THREADS = 4;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private JdbcTemplate jdbc;

    private List<String> numbers = List.of();

    @AfterEach
    void leaveNothingOpen() {
        flows.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .filter(flow -> numbers.contains(flow.getBusinessKey()))
                .forEach(flow -> flows.deleteProcessInstance(flow.getId(), "walked"));
        numbers.forEach(number -> jdbc.update(
                "UPDATE ticket SET status = 'WITHDRAWN', is_open = false, next_due = null WHERE number = ?", number));
    }

    @Test
    void overdueClocksOnTwoNodesCostNoTryToACollision() throws Exception {
        numbers =
                IntStream.range(0, CLOCKS / OF_ONE_TICKET).mapToObj(i -> open()).toList();
        runJobs();
        time.travelTo("2026-12-07T10:00");
        AtomicInteger collisions = new AtomicInteger();
        ExecutorService nodes = Executors.newFixedThreadPool(THREADS);
        try {
            for (Queue<Job> due = due(); !due.isEmpty(); due = due()) {
                Queue<Job> round = due;
                List<Future<?>> working = IntStream.range(0, THREADS)
                        .<Future<?>>mapToObj(i -> nodes.submit(() -> work(round, collisions)))
                        .toList();
                for (Future<?> node : working) {
                    node.get();
                }
                assertThat(engineJobs.createJobQuery().withException().list())
                        .extracting(job -> engineJobs.getJobExceptionStacktrace(job.getId()))
                        .isEmpty();
            }
        } finally {
            nodes.shutdownNow();
        }
        System.out.printf("%d clocks, %d collisions%n", CLOCKS, collisions.get());
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM escalation WHERE level = 1 AND ticket IN (SELECT number FROM ticket WHERE is_open"
                                + " AND description = '两个节点')",
                        Integer.class))
                .isGreaterThanOrEqualTo(numbers.size());
    }

    private Queue<Job> due() {
        return new ConcurrentLinkedQueue<>(
                engineJobs.createJobQuery().executable().withRetriesLeft().list());
    }

    private void work(Queue<Job> due, AtomicInteger collisions) {
        for (Job job = due.poll(); job != null; job = due.poll()) {
            try {
                engineJobs.executeJob(job.getId());
            } catch (RuntimeException lost) {
                collisions.incrementAndGet();
            }
        }
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
