package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Accounts;
import org.shouwen.notification.Notice;
import org.shouwen.notification.Notices;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What follows a person's step stands with it; where that fails the step stands alone, and it fails in a job. */
@Tag("scenario")
class SavePointsIT extends RunningDesk {

    private static final String LEAK = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-102",
             "reporter": {"name": "张三", "phone": "13812345678"}, "description": "漏水"}
            """;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private RuntimeService flows;

    @Autowired
    private Notices notices;

    @Autowired
    private Accounts accounts;

    private String number;

    @BeforeEach
    void open() {
        Api.Answer answer = api().post("/api/tickets", LEAK);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        number = answer.text("number");
        runJobs();
    }

    private void dispatch() {
        Api.Answer answer = api().post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(api().get("/api/tickets/" + number).text("handler")).isEqualTo("plumber1");
    }

    private List<Job> waiting() {
        return flows.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(ProcessInstance::getId)
                .flatMap(flow -> engineJobs.createJobQuery().processInstanceId(flow).messages().list().stream())
                .toList();
    }

    private List<Notice> told() {
        return notices.ofTicket(number).stream()
                .filter(notice -> notice.template().equals("dispatched.to-handler"))
                .toList();
    }

    @Test
    void aNoticeThatCanBeWrittenStandsWithTheStepAndNeedsNoJob() {
        dispatch();
        assertThat(waiting()).isEmpty();
        assertThat(told()).hasSize(1);
    }

    /** The visit is planned by the desk, not by whoever accepted the work. */
    @Test
    void whatFollowsIsNobodysDeed() {
        dispatch();
        as("plumber1", "accept", "{\"decision\": \"ACCEPT\"}");
        as("plumber1", "inspectOnSite", "{\"findings\": \"阀芯磨损\", \"result\": \"REPAIR\"}");
        as("plumber1", "reportWork", "{\"cause\": \"阀芯磨损\", \"work\": \"更换阀芯\", \"materialSource\": \"NONE\"}");
        as("desk1", "acceptWork", "{\"result\": \"ACCEPTED\"}");
        assertThat(waiting()).isEmpty();
        assertThat(jdbc.queryForList("""
                        SELECT l.actor FROM ticket_timeline l JOIN ticket t ON t.id = l.ticket_id
                        WHERE t.number = ? AND l.event = 'visit-planned'
                        """, String.class, number)).containsOnly("system");
    }

    private void as(String account, String step, String inputs) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        Api.Answer answer = new Api(port, "token-of-" + account + "-for-tests")
                .post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void aNoticeThatCannotBeWrittenUndoesNobodysStep() {
        jdbc.execute("ALTER TABLE notice ADD CONSTRAINT nobody_is_told CHECK (ticket <> '" + number
                + "' OR template <> 'dispatched.to-handler')");
        try {
            dispatch();
            assertThat(waiting()).hasSize(1);
            assertThat(catchThrowable(
                            () -> engineJobs.executeJob(waiting().get(0).getId())))
                    .isNotNull();
        } finally {
            jdbc.execute("ALTER TABLE notice DROP CONSTRAINT nobody_is_told");
        }
        assertThat(told()).isEmpty();
        // It is tried again after a minute
        time.pass(Duration.ofMinutes(2));
        runJobs();
        assertThat(told()).hasSize(1);
        assertThat(waiting()).isEmpty();
    }
}
