package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** Starting a repair from Tasklist: only with its form, only with what the form asks, only by those who may. */
@Tag("scenario")
class StartRouteIT extends GuardedDesk {

    @Autowired
    private RepositoryService models;

    private static Map<String, String> inputs() {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("input_location", "\"1-1-101\"");
        inputs.put("input_contact", "1");
        inputs.put("input_category", "\"HOME_PLUMBING\"");
        inputs.put("input_danger", "\"NONE\"");
        inputs.put("input_scope", "\"PERSONAL\"");
        inputs.put("input_utilityOut", "false");
        inputs.put("input_description", "\"厨房漏水\"");
        return inputs;
    }

    private static String with(String input, String json) {
        Map<String, String> inputs = inputs();
        inputs.put(input, json);
        return form(inputs);
    }

    private String submitForm(String key) {
        return "/process-definition/"
                + models.createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId()
                + "/submit-form";
    }

    private Api.Answer start(String account, String form) {
        return as(account).engine("POST", submitForm("repair"), form);
    }

    @Test
    void theFormOpensATicket() {
        Api.Answer answer = start("desk1", form(inputs()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
        Api.Answer ticket = api().get("/api/tickets/" + answer.text("businessKey"));
        assertThat(ticket.text("description")).isEqualTo("厨房漏水");
        assertThat(ticket.text("firstResponder")).isEqualTo("desk1");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM act_ru_variable WHERE name_ LIKE 'input%' OR name_ = 'submitted'",
                        Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void whatPeopleWriteComesBackAsTheyWroteIt(String text) throws Exception {
        Api.Answer answer = start("desk1", with("input_description", TasklistSession.quoted(text)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
        String number = answer.text("businessKey");
        assertThat(api().get("/api/tickets/" + number).text("description")).isEqualTo(text);

        Api.Answer facts =
                as("plumber1").engine("/task/" + task(number).getId() + "/form-variables?variableNames=show_facts");
        String shown = facts.body().path("show_facts").path("value").asText();
        assertThat(unescaped(shown)).contains(text);
        assertThat(shown).doesNotContain("<script", "<img", "{{", "](http");

        step("desk1", number, "dispatch", "{\"handler\": \"plumber1\"}");
        subjects("home-1-1-101@residents.example", number, 1);
        MimeMessage mail = Arrays.stream(MAIL.getReceivedMessages())
                .filter(message -> textOf(message).contains(number))
                .findFirst()
                .orElseThrow();
        assertThat(textOf(mail)).contains(text);
        Api.Answer page = as("desk1").get("/desk/tickets/" + number);
        assertThat(page.status()).isEqualTo(200);
        assertThat(HtmlUtils.htmlUnescape(page.text())).contains(text);
        assertThat(page.text()).doesNotContain("<script>alert", "<img src=x");
        assertThat(canary.heard()).isZero();
    }

    private static String textOf(MimeMessage mail) {
        try {
            return mail.getContent().toString().replace("\r\n", "\n");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unescaped(String markdown) {
        return markdown.replace("&lt;", "<").replace("&amp;", "&").replaceAll("\\\\(\\p{Punct})", "$1");
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void inAFieldThatTakesNoTextItIsRefusedAsWritten(String text) {
        for (String input : List.of("input_location", "input_category", "input_danger", "input_scope")) {
            Map<String, Object> before = world();
            Api.Answer answer = start("desk1", with(input, TasklistSession.quoted(text)));
            assertRefused(before, answer);
            assertThat(answer.text("message")).doesNotContain("1337").contains("“");
        }
        for (String input : List.of("input_contact", "input_utilityOut", "input_appointmentFrom")) {
            Map<String, Object> before = world();
            assertRefused(before, start("desk1", with(input, TasklistSession.quoted(text))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "urgent             | true",
                "urgent             | false",
                "workAccepted       | true",
                "accepted           | true",
                "show_facts         | \"x\"",
                "submitted          | true",
                "execution          | \"x\"",
                "people             | \"x\"",
                "input_nope         | \"x\"",
                "input_             | \"x\"",
                "input_Location     | \"1-1-102\"",
                "description        | \"x\"",
            })
    void whatTheFormDoesNotDeclareIsRefused(String name, String value) {
        Map<String, Object> before = world();
        Api.Answer answer = start("desk1", with(name, value));
        assertRefused(before, answer);
        assertThat(answer.text("message")).contains("表单没有声明“" + name + "”");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "input_description | null                | 请填写“故障描述”",
                "input_description | \"  \"              | 请填写“故障描述”",
                "input_description | 42                  | “故障描述”须为文字",
                "input_description | true                | “故障描述”须为文字",
                "input_description | {\"a\": 1}          | 只能是文字、数字或是否",
                "input_description | [\"a\"]             | 只能是文字、数字或是否",
                "input_location    | \"9-9-999\"         | 没有房号或公共部位“9-9-999”",
                "input_contact     | 9                   | 没有第 9 位联系人",
                "input_contact     | 0                   | 须为 1 到 9 的整数",
                "input_contact     | 1.5                 | 须为 1 到 9 的整数",
                "input_contact     | 1e400               | 须为数字",
                "input_contact     | \"一\"              | 须为数字",
                "input_category    | \"NOPE\"            | 没有“NOPE”这个报修类别",
                "input_danger      | \"none\"            | 没有“none”这一项",
                "input_scope       | \"TOWN\"            | 没有“TOWN”这一项",
                "input_utilityOut  | \"false\"           | 只能是“是”或“否”",
                "input_appointmentFrom | \"2026-11-20T10:00+08:00\" | 已经过去",
                "input_appointmentFrom | \"明天上午\"    | 不是有效的日期和时间",
                "input_description | \"a\\u0000b\"       | 含有不能保存的字符",
            })
    void aWrongFormIsRefusedInOneSentence(String input, String value, String sentence) {
        Map<String, Object> before = world();
        Api.Answer answer = start("desk1", with(input, value));
        assertRefused(before, answer);
        assertThat(answer.text("message")).contains(sentence).doesNotContain("ENGINE", "Exception");
    }

    @Test
    void fourThousandCharactersAreTheLimit() {
        Map<String, Object> before = world();
        Api.Answer tooLong = start("desk1", with("input_description", "\"" + "长".repeat(4001) + "\""));
        assertRefused(before, tooLong);
        assertThat(tooLong.text("message")).contains("“故障描述”最多 4000 字，现有 4001 字");
        Api.Answer answer = start("desk1", with("input_description", "\"" + "长".repeat(4000) + "\""));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        runJobs();
        assertThat(api().get("/api/tickets/" + answer.text("businessKey")).text("description"))
                .isEqualTo("长".repeat(4000));
    }

    /** Java's serialised objects above all: to read one is to run it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"type": "Object", "value": "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==", "valueInfo": {"objectTypeName": "java.util.HashMap", "serializationDataFormat": "application/x-java-serialized-object"}}""",
                """
                {"type": "Object", "value": "[\\"javax.script.ScriptEngineManager\\", {}]", "valueInfo": {"objectTypeName": "java.lang.Object", "serializationDataFormat": "application/json"}}""",
                """
                {"type": "Object", "value": "\\"text\\"", "valueInfo": {"objectTypeName": "java.lang.String", "serializationDataFormat": "application/json"}}""",
                """
                {"type": "File", "value": "QUJD", "valueInfo": {"filename": "a.txt"}}""",
                """
                {"type": "Bytes", "value": "QUJD"}""",
                """
                {"type": "Json", "value": "{\\"a\\": 1}"}""",
                """
                {"type": "Date", "value": "2026-11-24T10:00:00.000+0800"}""",
                """
                {"type": "Nope", "value": "x"}""",
            })
    void objectsAndFilesAreRefused(String typed) {
        Map<String, Object> before = world();
        assertRefused(before, start("desk1", with("input_description", typed)));
    }

    @Test
    void aBusinessKeyIsNotChosen() {
        String running = open("在办");
        String closed = open("撤回");
        api().post("/api/tickets/" + closed + "/withdrawal", "{\"reason\": \"好了\"}");
        runJobs();
        for (String key : List.of(running, closed, "BX-26-999999", "", " ", "${canary.sing()}")) {
            String keyed = "{\"businessKey\": " + TasklistSession.quoted(key) + ", \"variables\": {";
            for (String form : List.of(
                    keyed + "}}",
                    keyed + "\"urgent\": {\"value\": true}}}",
                    form(inputs()).replace("{\"variables\": {", keyed))) {
                Map<String, Object> before = world();
                assertRefused(before, start("desk1", form));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process-definition/key/repair/start",
                "/process-definition/key/repair/submit-form",
                "/process-definition/key/repair/tenant-id/x/start",
                "/process-definition/{id}/start",
                "/process-definition/{id}/restart",
                "/process-definition/{id}/restart-async",
            })
    void thereIsNoOtherWayToStart(String route) {
        String path = route.replace(
                "{id}", submitForm("repair").replace("/process-definition/", "").replace("/submit-form", ""));
        for (String account : List.of("plumber1", "desk1", "admin")) {
            for (String body : List.of(
                    form(inputs()),
                    "{\"businessKey\": \"BX-26-999999\"}",
                    "{\"variables\": {\"urgent\": {\"value\": true}}, \"skipCustomListeners\": true,"
                            + " \"startInstructions\": [{\"type\": \"startBeforeActivity\","
                            + " \"activityId\": \"sendTask_notifyResidentOfClosing\"}]}")) {
                Map<String, Object> before = world();
                Api.Answer answer = as(account).engine("POST", path, body);
                assertRefused(before, answer);
                assertThat(answer.status()).isEqualTo(403);
            }
        }
    }

    @Test
    void onlyTheRepairIsStartedAndOnlyByThoseWhoTakeCalls() {
        for (String account : List.of("plumber1", "electrician1")) {
            Map<String, Object> before = world();
            Api.Answer answer = start(account, form(inputs()));
            assertRefused(before, answer);
            assertThat(answer.status()).isEqualTo(403);
        }
        String running = open("在办");
        for (String account : List.of("plumber1", "desk1", "lead", "supervisor", "manager", "admin")) {
            for (String key : List.of("firstResponsibility", "oneTimeNotice")) {
                for (String form : List.of(
                        "{}", "{\"variables\": {}}", "{\"businessKey\": \"" + running + "\", \"variables\": {}}")) {
                    Map<String, Object> before = world();
                    Api.Answer answer = as(account).engine("POST", submitForm(key), form);
                    assertRefused(before, answer);
                    assertThat(answer.status()).as(account + answer.text()).isEqualTo(403);
                }
            }
        }
    }
}
