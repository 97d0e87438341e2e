package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.shouwen.access.Accounts;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.shouwen.testing.TasklistSession;
import org.shouwen.testing.process.Canary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The running desk, attacked by its own people: sessions, tokens, tickets to work on, and proof that nothing changed. */
abstract class GuardedDesk extends RunningDesk {

    /** What people write to break out; it has to come back as they wrote it. */
    static final List<String> TEXTS = List.of(
            "${7*191}",
            "#{7*191}",
            "${canary.sing()} #{canary.sing()}",
            "{{constructor.constructor('alert(1)')()}}",
            "{{7*191}}",
            "[[${7*191}]] [(${7*191})] [# th:each=\"x : ${7}\"][/]",
            "__${7*191}__::.x",
            "<#assign x=7*191>%{7*191}*{7*191}@{7*191}~{x::y}",
            "<script>alert(1)</script><img src=x onerror=alert(1)>",
            "=7*191;'\"--) OR 1=1; DROP TABLE ticket",
            "*粗* _斜_ [链接](http://evil.example) # 标题 | `码`");

    private static final Map<String, TasklistSession> SESSIONS = new ConcurrentHashMap<>();

    /** Everything that a request may not change behind our back. */
    private static final List<String> TABLES = List.of(
            "act_re_deployment",
            "act_re_procdef",
            "act_ge_bytearray",
            "act_ru_execution",
            "act_ru_task",
            "act_ru_variable",
            "act_ru_identitylink",
            "act_ru_job",
            "act_ru_authorization",
            "act_ru_filter",
            "act_hi_procinst",
            "act_hi_comment",
            "act_hi_attachment",
            "act_id_user",
            "act_id_group",
            "account",
            "ticket",
            "ticket_clock",
            "ticket_timeline");

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    Canary canary;

    /** What other tests do to accounts ends sessions. */
    @BeforeAll
    static void signInAnew() {
        SESSIONS.clear();
    }

    /** @return a session at Tasklist, signed in once for all tests of a class */
    TasklistSession as(String account) {
        return SESSIONS.computeIfAbsent(port + account, key -> TasklistSession.signedIn(port, account, "shouwen-demo"));
    }

    TasklistSession nobody() {
        return TasklistSession.anonymous(port);
    }

    Api token(String account) {
        accounts.registerToken(account, "test", "token-of-" + account + "-for-tests");
        return new Api(port, "token-of-" + account + "-for-tests");
    }

    /** A resident without e-mail: nothing is sent, so that the mails of other tests are not held up. */
    static String leak(String description) {
        return """
                {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101",
                 "reporter": {"name": "张三", "phone": "13812345678"},
                 "description": %s}
                """.formatted(TasklistSession.quoted(description));
    }

    /** @return number of a new ticket that waits to be dispatched */
    String open(String description) {
        Api.Answer answer = api().post("/api/tickets", leak(description));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        runJobs();
        return answer.text("number");
    }

    /** @return number of a new ticket whose handler, plumber1, is expected on site */
    String grabbed(String description) {
        String number = open(description);
        step("plumber1", number, "dispatch", "{\"handler\": \"MYSELF\"}");
        return number;
    }

    void step(String person, String number, String step, String inputs) {
        Api.Answer answer = token(person).post("/api/tickets/" + number + "/steps/" + step, inputs);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
    }

    Task task(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
    }

    /** @return rows of every table that matters, with a sum of their revisions where they have one */
    Map<String, Object> world() {
        Map<String, Object> world = new LinkedHashMap<>();
        for (String table : TABLES) {
            String revisions =
                    switch (table) {
                        case "act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_job", "act_ru_filter" ->
                            "sum(rev_)";
                        case "ticket" -> "sum(version)";
                        default -> "0";
                    };
            world.put(table, jdbc.queryForMap("SELECT count(*) AS n, " + revisions + " AS v FROM " + table));
        }
        return world;
    }

    /** The request was refused, and nothing came of it. */
    void assertRefused(Map<String, Object> before, Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(world()).isEqualTo(before);
        assertThat(canary.heard()).isZero();
    }

    /** @return a form as Tasklist sends it, with untyped inputs */
    static String form(Map<String, String> inputs) {
        StringBuilder variables = new StringBuilder();
        inputs.forEach((name, json) -> variables
                .append(variables.isEmpty() ? "" : ", ")
                .append(TasklistSession.quoted(name))
                .append(": ")
                .append(json.startsWith("{\"type\"") ? json : "{\"value\": " + json + "}"));
        return "{\"variables\": {" + variables + "}}";
    }
}
