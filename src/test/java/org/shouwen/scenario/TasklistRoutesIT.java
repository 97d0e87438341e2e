package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;

/** Working on tasks in Tasklist: one's own, with their form, with what the form asks, and in no other way. */
@Tag("scenario")
class TasklistRoutesIT extends GuardedDesk {

    private static Task untouched;

    private static Map<String, String> report() {
        Map<String, String> report = new LinkedHashMap<>();
        report.put("input_cause", "\"磨损\"");
        report.put("input_work", "\"更换\"");
        report.put("input_materialSource", "\"NONE\"");
        report.put("input_cost", "0");
        return report;
    }

    private static String with(String input, String json) {
        Map<String, String> report = report();
        report.put(input, json);
        return form(report);
    }

    /** @return number of a ticket whose work plumber1 has to report */
    private String inspected() {
        String number = grabbed("漏水");
        step("plumber1", number, "inspectOnSite", "{\"findings\": \"阀芯磨损\"}");
        return number;
    }

    /** @return a task of plumber1 that no test may change */
    private Task untouched() {
        if (untouched == null) {
            untouched = task(inspected());
        }
        return untouched;
    }

    private Api.Answer claim(String account, String task, String user) {
        return as(account).engine("POST", "/task/" + task + "/claim", "{\"userId\": " + user + "}");
    }

    private Api.Answer submit(String account, String task, String form) {
        return as(account).engine("POST", "/task/" + task + "/submit-form", form);
    }

    private String assignee(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }

    @Test
    void aTaskIsClaimedForOneselfAndOnce() {
        String task = task(open("漏水")).getId();
        for (String someoneElse : List.of("\"plumber2\"", "\"nobody\"", "\"\"", "\"plumber1 \"", "\"PLUMBER1\"")) {
            Map<String, Object> before = world();
            assertRefused(before, claim("plumber1", task, someoneElse));
        }
        Map<String, Object> before = world();
        Api.Answer sparks = claim("electrician1", task, "\"electrician1\"");
        assertRefused(before, sparks);
        assertThat(sparks.text("message")).contains("不在您的岗位");
        for (String outsider : List.of("supervisor", "admin")) {
            assertRefused(before, claim(outsider, task, "\"" + outsider + "\""));
            assertRefused(before, claim(outsider, task, "\"plumber1\""));
        }
        assertThat(assignee(task)).isNull();

        assertThat(claim("plumber1", task, "\"plumber1\"").status()).isEqualTo(204);
        assertThat(assignee(task)).isEqualTo("plumber1");
        before = world();
        for (String late : List.of("plumber2", "desk1", "admin")) {
            Api.Answer answer = claim(late, task, "\"" + late + "\"");
            assertRefused(before, answer);
            assertThat(answer.text("message")).isEqualTo("任务已由他人领取");
            assertRefused(before, claim(late, task, "null"));
        }
        // A second time nothing changes, and nothing may
        assertRefused(before, claim("plumber1", task, "\"plumber1\""));
        assertRefused(world(), claim("plumber1", task, "null"));
        assertRefused(world(), claim("plumber1", task, "\"plumber2\""));
        assertThat(assignee(task)).isEqualTo("plumber1");
    }

    @Test
    void theLeadsTaskIsTheLeads() {
        String number = open("漏水");
        for (String someone : List.of("plumber1", "plumber2")) {
            step("desk1", number, "dispatch", "{\"handler\": \"" + someone + "\"}");
            step(someone, number, "accept", "{\"decision\": \"RETURN\", \"reason\": \"在抢修\"}");
        }
        Task decide = task(number);
        assertThat(decide.getTaskDefinitionKey()).isEqualTo("userTask_decide");
        String form = form(Map.of("input_handler", "\"plumber2\"", "input_reason", "\"我说了算\""));
        for (String outsider : List.of("plumber1", "desk1", "admin")) {
            Map<String, Object> before = world();
            assertRefused(before, claim(outsider, decide.getId(), "\"" + outsider + "\""));
            Api.Answer answer = submit(outsider, decide.getId(), form);
            assertRefused(before, answer);
            assertThat(answer.text("message")).contains("不在您的岗位");
        }
        assertThat(submit("lead", decide.getId(), form).status()).isEqualTo(204);
    }

    @Test
    void anUnclaimedTaskOfMyPostIsDoneWithoutClaiming() {
        String number = open("漏水");
        String form = form(Map.of("input_handler", "\"MYSELF\""));
        Map<String, Object> before = world();
        assertRefused(before, submit("electrician1", task(number).getId(), form));
        assertThat(submit("plumber1", task(number).getId(), form).status()).isEqualTo(204);
        runJobs();
        assertThat(api().get("/api/tickets/" + number).text("handler")).isEqualTo("plumber1");
    }

    @Test
    void anothersTaskIsNotDoneForHim() {
        String task = untouched().getId();
        for (String other : List.of("plumber2", "electrician1", "desk1", "lead", "manager", "admin")) {
            Map<String, Object> before = world();
            Api.Answer answer = submit(other, task, form(report()));
            assertRefused(before, answer);
            assertThat(answer.text("message")).contains("已由他人承办，您不能代办");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /task/{t}/unclaim",
                "POST /task/{t}/assignee {\"userId\": \"plumber1\"}",
                "POST /task/{t}/delegate {\"userId\": \"plumber2\"}",
                "POST /task/{t}/resolve {}",
                "POST /task/{t}/complete {}",
                "POST /task/{t}/complete {\"variables\": {\"accepted\": {\"value\": true}}}",
                "POST /task/{t}/bpmnError {\"errorCode\": \"x\"}",
                "POST /task/{t}/bpmnEscalation {\"escalationCode\": \"x\"}",
                "POST /task/{t}/variables {\"modifications\": {\"accepted\": {\"value\": true}}}",
                "PUT /task/{t}/variables/accepted {\"value\": true}",
                "DELETE /task/{t}/variables/accepted",
                "POST /task/{t}/variables/a/data {}",
                "POST /task/{t}/localVariables {\"modifications\": {\"submitted\": {\"value\": true}}}",
                "PUT /task/{t}/localVariables/submitted {\"value\": true}",
                "DELETE /task/{t}/localVariables/show_facts",
                "POST /task/{t}/identity-links {\"groupId\": \"plumbing-east\", \"type\": \"candidate\"}",
                "POST /task/{t}/identity-links/delete {\"groupId\": \"plumbing-east\", \"type\": \"candidate\"}",
                "POST /task/{t}/comment/create {\"message\": \"x\"}",
                "DELETE /task/{t}/comment",
                "POST /task/{t}/attachment/create {}",
                "DELETE /task/{t}/attachment/x",
                "POST /task/create {\"name\": \"x\", \"assignee\": \"plumber1\"}",
                "POST /task/create {\"id\": \"{t}\", \"name\": \"x\"}",
                "PUT /task/{t} {\"assignee\": \"plumber1\", \"due\": \"2999-01-01T00:00:00.000+0800\"}",
                "DELETE /task/{t}",
                "POST /task/report/candidate-group-count {}",
            })
    void thereIsNoOtherWayToChangeATask(String route) {
        String[] parts = route.replace("{t}", untouched().getId()).split(" ", 3);
        for (String account : List.of("plumber1", "plumber2", "desk1", "admin")) {
            Map<String, Object> before = world();
            Api.Answer answer = as(account).engine(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
            assertRefused(before, answer);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("message")).matches("[^a-z]*[\\u4e00-\\u9fff].*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accepted",
                "workAccepted",
                "urgent",
                "returnedTwice",
                "input_nope",
                "show_facts",
                "show_people",
                "submitted",
                "execution",
                "findings"
            })
    void whatTheFormDoesNotDeclareIsRefused(String name) {
        String task = untouched().getId();
        for (String value : List.of("true", "false", "\"x\"", "null")) {
            Map<String, Object> before = world();
            Api.Answer answer = submit("plumber1", task, with(name, value));
            assertRefused(before, answer);
            assertThat(answer.text("message")).contains("表单没有声明“" + name + "”");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "input_cause          | null          | 请填写“故障原因”",
                "input_cause          | \" \\n \"     | 请填写“故障原因”",
                "input_cause          | 42            | “故障原因”须为文字",
                "input_cause          | {\"a\": 1}    | 只能是文字、数字或是否",
                "input_work           | [1]           | 只能是文字、数字或是否",
                "input_work           | \"a\\u0000b\" | 含有不能保存的字符",
                "input_materialSource | \"GIFT\"      | 没有“GIFT”这一项，可选：",
                "input_materialSource | true          | “材料来源”须为文字",
                "input_materialSource | \"STOCK\"     | 用了材料就要写材料清单",
                "input_cost           | \"三十五\"    | “向业主收费”须为数字",
                "input_cost           | true          | “向业主收费”须为数字",
                "input_cost           | -1            | 须在 0 到",
                "input_cost           | 1.001         | 最多两位小数",
                "input_cost           | 1e400         | 须为数字",
                "input_cost           | 100001        | 须在 0 到",
            })
    void aWrongFormKeepsTheTaskAndSaysWhy(String input, String value, String sentence) {
        Task task = untouched();
        Map<String, Object> before = world();
        Api.Answer answer = submit("plumber1", task.getId(), with(input, value));
        assertRefused(before, answer);
        assertThat(answer.text("message")).contains(sentence).doesNotContain("ENGINE", "Exception");
        assertThat(assignee(task.getId())).isEqualTo("plumber1");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        String task = task(inspected()).getId();
        for (int length : List.of(1001, 4001, 100_000)) {
            Map<String, Object> before = world();
            Api.Answer answer = submit("plumber1", task, with("input_work", "\"" + "长".repeat(length) + "\""));
            assertRefused(before, answer);
            assertThat(answer.text("message")).contains("“维修内容”最多 1000 字，现有 " + length + " 字");
        }
        assertThat(submit("plumber1", task, with("input_work", "\"" + "长".repeat(1000) + "\""))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void withoutItsFieldsAFormIsRefused() {
        String task = untouched().getId();
        for (String form :
                List.of("{}", "{\"variables\": {}}", "{\"variables\": null}", "{\"withVariablesInReturn\": true}")) {
            Map<String, Object> before = world();
            Api.Answer answer = submit("plumber1", task, form);
            assertRefused(before, answer);
            assertThat(answer.text("message")).contains("请填写“故障原因”");
        }
        for (String form : List.of("[]", "{\"variables\": []}", "{\"variables\": {\"input_cause\": 1}}", "{")) {
            Map<String, Object> before = world();
            assertRefused(before, submit("plumber1", task, form));
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void whatPeopleWriteComesBackAsTheyWroteIt(String text) {
        String number = grabbed("漏水");
        String quoted = TasklistSession.quoted(text);
        assertThat(submit("plumber1", task(number).getId(), form(Map.of("input_findings", quoted)))
                        .status())
                .isEqualTo(204);
        runJobs();
        Map<String, String> report = report();
        report.put("input_cause", quoted);
        report.put("input_work", quoted);
        report.put("input_materialSource", "\"STOCK\"");
        report.put("input_materials", quoted);
        Api.Answer reported = submit("plumber1", task(number).getId(), form(report));
        assertThat(reported.status()).as(reported.text()).isEqualTo(204);
        runJobs();
        assertThat(submit(
                                "desk1",
                                task(number).getId(),
                                form(Map.of("input_result", "\"REWORK\"", "input_remark", quoted)))
                        .status())
                .isEqualTo(204);
        runJobs();
        List<String> told = api().get("/api/tickets/" + number + "/timeline")
                .body()
                .path("items")
                .findValuesAsText("text");
        assertThat(told.stream().filter(line -> line.contains(text))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(task(number).getTaskDefinitionKey()).isEqualTo("userTask_reportWork");
        assertThat(canary.heard()).isZero();
    }

    @Test
    void inputsLeaveNoRowsBehind() {
        inspected();
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM act_ru_variable WHERE name_ LIKE 'input%' OR name_ = 'submitted'",
                        Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM act_hi_varinst", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM act_hi_detail", Integer.class))
                .isZero();
    }
}
