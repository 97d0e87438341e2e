package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.resident.LinkDesk;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.shouwen.testing.Telephone;
import org.shouwen.testing.Unjudged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Opening a ticket with something wrong: one sentence that names the field, and nothing stored. */
@Tag("scenario")
class BadInputIT extends GuardedDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private RepositoryService models;

    @Autowired
    private ProcessEngine processEngine;

    @Autowired
    private LinkDesk links;

    private static final String RIGHT = """
            {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "channel": "PHONE",
             "reporter": {"name": "张三", "phone": "13812345678", "email": "zhang@residents.example"},
             "description": "漏水", "danger": "NONE", "scope": "PERSONAL", "utilityOut": false}
            """;

    /** @param field dotted path; {@code value} "-" removes it */
    private static String with(String field, String value) throws Exception {
        ObjectNode request = (ObjectNode) JSON.readTree(RIGHT);
        ObjectNode place = request;
        String[] path = field.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            place = (ObjectNode) place.withObject("/" + path[i]);
        }
        if (value.equals("-")) {
            place.remove(path[path.length - 1]);
        } else {
            place.set(path[path.length - 1], JSON.readTree(value));
        }
        return request.toString();
    }

    private Api.Answer refused(String request, String... headers) {
        Map<String, Object> before = world();
        Api.Answer answer = api().post("/api/tickets", request, headers);
        assertRefused(before, answer);
        assertThat(answer.text("type")).as(answer.text()).matches("urn:shouwen:problem:[a-z]+(-[a-z0-9]+)*");
        assertThat(answer.text("detail")).matches("(?s).*[\\u4e00-\\u9fff].*");
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Missing
                "kind            | -                | kind",
                "category        | -                | category",
                "home            | -                | home",
                "reporter        | -                | reporter",
                "reporter.name   | -                | reporter.name",
                "description     | -                | description",
                "description     | null             | description",
                "description     | \"\"             | description",
                "description     | \" \\n\\t　\"    | description",
                "reporter.name   | \" \"            | reporter.name",
                "reporter        | null             | reporter",
                // Unknown
                "kind            | \"NOPE\"         | kind",
                "kind            | \"repair\"       | kind",
                "category        | \"NOPE\"         | category",
                "category        | \"home_plumbing\" | category",
                "category        | \"' OR 1=1 --\"  | category",
                "home            | \"9-9-999\"      | home",
                "home            | \"1-1-101%\"     | home",
                "place           | \"LIFT-1-1\"     | home",
                "channel         | \"FAX\"          | channel",
                "channel         | \"phone\"        | channel",
                "danger          | \"SOME\"         | danger",
                "danger          | 0                | danger",
                "scope           | \"ALL\"          | scope",
                // Wrong
                "reporter.phone  | \"123\"          | reporter.phone",
                "reporter.phone  | \"电话\"         | reporter.phone",
                "reporter.phone  | \"138123456789012345678901234567890\" | reporter.phone",
                "reporter.phone  | \"=13812345678\" | reporter.phone",
                "reporter.email  | \"x\"            | reporter.email",
                "reporter.email  | \"a@b.c\\r\\nBcc: d@e.f\" | reporter.email",
                "reporter.email  | \"a@b.c,d@e.f\"  | reporter.email",
                "appointment.from | \"2026-11-24T10:00+08:00\" | appointment.to",
                "appointment.to  | \"2026-11-24T10:00+08:00\" | appointment.from",
                // Too long
                "kind            | \"RRRRRRRRRRRRRRRRRRRRRRRRR\" | kind",
                "home            | \"11111111111111111111111111111111111111111\" | home",
                "reporter.name   | \"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一\" | reporter.name",
                // Characters that cannot be stored
                "description     | \"a\\u0000b\"    | description",
                "reporter.name   | \"a\\u0000b\"    | reporter.name",
                "home            | \"1-1-101\\u0000\" | home",
                "category        | \"\\u0000\"      | category",
                "kind            | \"\\u0000\"      | kind",
                // Wrong type
                "description     | {}               | description",
                "description     | [\"a\"]          | description",
                "home            | {\"code\": \"1-1-101\"} | home",
                "utilityOut      | \"maybe\"        | utilityOut",
                "utilityOut      | {}               | utilityOut",
                "reporter        | \"张三\"         | reporter",
                "reporter        | []               | reporter",
                "appointment     | \"tomorrow\"     | appointment",
                // Unknown fields
                "prioriti        | \"P0\"           | prioriti",
                "priority        | \"P0\"           | priority",
                "number          | \"BX-26-000001\" | number",
                "firstResponder  | \"plumber1\"     | firstResponder",
                "reporter.fone   | \"1\"            | reporter.fone",
                "appointment.till | \"1\"           | appointment.till",
            })
    void aWrongFieldIsNamed(String field, String value, String named) throws Exception {
        Api.Answer answer = refused(with(field, value));
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.text("detail")).contains(named);
        assertThat(answer.text("field")).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00+08:00, 2026-11-20T12:00+08:00, appointment.from",
        "2026-11-23T09:00+08:00, 2026-11-23T12:00+08:00, appointment.from",
        "2026-11-24T12:00+08:00, 2026-11-24T10:00+08:00, appointment.to",
        "2026-11-24T12:00+08:00, 2026-11-24T12:00+08:00, appointment.to",
        "2026-02-30T12:00+08:00, 2026-11-24T12:00+08:00, appointment.from",
        "2026-11-24, 2026-11-24T12:00+08:00, appointment.from",
        "2026-11-24T10:00+99:00, 2026-11-24T12:00+08:00, appointment.from",
        "+999999999-01-01T10:00, +999999999-01-01T12:00, appointment.to",
        "2026-11-24T10:00+08:00, 2027-12-24T12:00+08:00, appointment.to",
        "-999999999-01-01T10:00, 2026-11-24T12:00+08:00, appointment.from",
    })
    void aWrongAppointmentIsNamed(String from, String to, String named) throws Exception {
        Api.Answer answer = refused(with("appointment", "{\"from\": \"" + from + "\", \"to\": \"" + to + "\"}"));
        assertThat(answer.text("field")).isEqualTo(named);
        assertThat(answer.text("detail")).contains(named);
    }

    @Test
    void aPublicMatterNeedsNoHomeAndAHomeMatterDoes() {
        String lift = RIGHT.replace("HOME_PLUMBING", "PUBLIC_LIFT");
        assertThat(refused(RIGHT.replace("\"home\": \"1-1-101\"", "\"place\": \"LIFT-1-1\""))
                        .text("field"))
                .isEqualTo("home");
        assertThat(refused(lift.replace("\"home\": \"1-1-101\"", "\"place\": \"NOPE\""))
                        .text("field"))
                .isEqualTo("place");
        assertThat(refused(lift.replace("\"home\": \"1-1-101\"", "\"place\": \"LIFT-1-1\"")
                                .replace(
                                        "\"utilityOut\"",
                                        "\"appointment\": {\"from\": \"2026-11-24T10:00\", \"to\": \"2026-11-24T12:00\"},"
                                                + " \"utilityOut\""))
                        .text("field"))
                .isEqualTo("appointment");
    }

    @Test
    void fourThousandCharactersAreTheLimit() throws Exception {
        Api.Answer tooLong = refused(with("description", "\"" + "长".repeat(4001) + "\""));
        assertThat(tooLong.text("detail")).isEqualTo("内容（description）最多 4000 字，现有 4001 字");
        String whole = "长".repeat(3999) + "完";
        Api.Answer answer = api().post("/api/tickets", with("description", TasklistSession.quoted(whole)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(api().get("/api/tickets/" + answer.text("number")).text("description"))
                .isEqualTo(whole);
        runJobs();
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void whatPeopleWriteComesBackAsTheyWroteIt(String text) throws Exception {
        String number = open(text);
        assertThat(api().get("/api/tickets/" + number).text("description")).isEqualTo(text);
        Api.Answer named = api().post("/api/tickets", with("reporter.name", TasklistSession.quoted(text)));
        assertThat(named.status()).as(named.text()).isIn(201, 422);
        runJobs();
        Api.Answer found = api().get("/api/tickets?q=" + java.net.URLEncoder.encode(text, StandardCharsets.UTF_8));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        assertThat(refused(with("category", TasklistSession.quoted(text))).text("detail"))
                .doesNotContain("1337");
    }

    /** Half a character: neither database can keep it as it is. */
    @Test
    void aLoneSurrogateIsNoServerError() throws Exception {
        Api.Answer answer = api().post("/api/tickets", with("description", "\"半个字\\ud83d\""));
        assertThat(answer.status()).as(answer.text()).isIn(201, 400, 422);
        runJobs();
        Api.Answer emoji = api().post("/api/tickets", with("description", "\"漏水💧𠀀\""));
        assertThat(emoji.text("description")).isEqualTo("漏水💧𠀀");
        runJobs();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "[{}]",
                "{}",
                "1",
                "true",
                "\"x\"",
                "{",
                "{\"kind\":",
                "{'kind': 'REPAIR'}",
                "kind=REPAIR",
                "<ticket/>",
                "{\"kind\": \"REPAIR\"}}",
                "{\"kind\": NaN}",
                "{\"kind\": \"a\nb\"}",
            })
    void whatIsNoTicketIsRefused(String body) {
        assertThat(refused(body).status()).isIn(400, 422);
    }

    @Test
    void trailingAndDeepRubbishIsRefused() {
        refused(RIGHT.strip() + " trailing");
        refused("{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
        refused("[".repeat(100_000));
        refused("{\"description\": \"" + "x".repeat(3_000_000) + "\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/x-java-serialized-object"
            })
    void anotherContentTypeIsRefused(String type) {
        Map<String, Object> before = world();
        Api.Answer answer = nobody().call(
                        "POST",
                        "/api/tickets",
                        null,
                        "Content-Type",
                        type,
                        "Authorization",
                        "Bearer shouwen-demo-token");
        assertRefused(before, answer);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:request-415");
    }

    /** Of a form the token is looked for first, so that it is read before anybody knows what it is. */
    @ParameterizedTest
    @ValueSource(strings = {"a\0.jpg", "\0", "a.jpg\0", "..", "a\u202e.pdf", "%00", "a\\\"\0.jpg"})
    void aFileWhoseNameNobodyCanReadIsNoFailureOfTheServer(String name) {
        String number = open("附件的名字");
        byte[] files = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\nabc\r\n"
                        + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\n\r\nabc\r\n--x--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        Telephone telephone = new Telephone(port);
        telephone.open(
                URI.create(links.issue(number, "desk1", clock().instant())).getPath());

        assertThat(Stream.of(
                        as("desk1")
                                .upload("/desk/tickets/" + number + "/attachments", "x", files)
                                .status(),
                        as("admin")
                                .upload("/desk/admin/imports/homes", "x", files)
                                .status(),
                        telephone
                                .upload(number, "/attachments", Map.of(), new Telephone.Chosen(name, new byte[] {1}))
                                .statusCode()))
                .allMatch(status -> name.trim().contains("\0") ? status == 400 : status < 500);
    }

    /** A database cannot even be asked for it. */
    @Test
    void aNulInAParameterIsRefused() {
        assertThat(api().get("/api/homes?q=1-1-%00101").status()).isEqualTo(400);
        assertThat(as("desk1")
                        .form("/desk/register", Map.of("home", "1-1-\u0000101"))
                        .status())
                .isEqualTo(400);
        assertThat(as("desk1").get("/desk/register?location=1-1-%00101").status())
                .isEqualTo(400);
    }

    @Test
    void anIdempotencyKeyHasItsLimits() {
        assertThat(refused(RIGHT, "Idempotency-Key", "k".repeat(201)).text("field"))
                .isEqualTo("Idempotency-Key");
        assertThat(refused(RIGHT, "Idempotency-Key", " ").text("field")).isEqualTo("Idempotency-Key");
        // A wrong request leaves no receipt: the same key serves the right one
        String key = "k".repeat(180) + System.nanoTime();
        refused(RIGHT.replace("1-1-101", "9-9-999"), "Idempotency-Key", key);
        assertThat(api().post("/api/tickets", RIGHT, "Idempotency-Key", key).status())
                .isEqualTo(201);
        runJobs();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tickets?size=0",
                "/api/tickets?size=99999999999",
                "/api/tickets?size=x",
                "/api/tickets?status=NOPE",
                "/api/tickets?kind=NOPE",
                "/api/tickets?overdue=1",
                "/api/tickets?after=x",
                "/api/tickets?after=99999999999999999999",
                "/api/tickets?q=%00",
                "/api/tickets?handler=%00",
                "/api/tickets?after=%00",
                "/api/tickets?kind=%00",
                "/api/tickets/%00",
                "/api/tickets/BX-26-999999",
                "/api/tickets/BX-26-999999/timeline",
                "/api/tickets/%24%7Bcanary.sing()%7D",
                "/api/nope",
                "/api/homes/%00",
            })
    void aWrongQuestionIsNoServerError(String path) {
        Api.Answer answer = api().get(path);
        assertThat(answer.status()).as(answer.text()).isBetween(200, 499);
        assertThat(canary.heard()).isZero();
    }

    /** An empty list would say that nothing goes on there, or that nobody has work. */
    @ParameterizedTest
    @CsvSource({
        "/api/visits?site=nosuch, 404, site-not-found",
        "/api/visits/figures?site=nosuch, 404, site-not-found",
        "/api/incidents/figures?site=nosuch, 404, site-not-found",
        "/api/one-time-notices/figures?site=nosuch, 404, site-not-found",
        "/api/one-time-notices/breaches?site=nosuch, 404, site-not-found",
        "/api/gate/inside?site=nosuch, 404, site-not-found",
        "/api/calendar/deadline?from=2026-11-23T10:00:00Z&amount=1&unit=HOUR&site=nosuch, 404, site-not-found",
        "/api/tickets?handler=nosuch, 422, staff-unknown",
        "/api/visits?mine=maybe, 422, field-invalid",
        "/api/visits?site=east&mine=true, 200,",
        "/api/visits?site=&mine=, 200,",
        "/api/tickets?handler=plumber1, 200,"
    })
    void whatIsAskedOfWhatThereIsNotIsRefused(String path, int status, String problem) {
        Api.Answer answer = token("supervisor").get(path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo(problem == null ? null : "urn:shouwen:problem:" + problem);
    }

    /** A matter without a promise is not taken: the table has to have a row for it. */
    @Test
    void withoutARowForItsLimitAMatterIsNotTaken() throws Exception {
        String table = new ClassPathResource("bpmn/time-limits.dmn").getContentAsString(StandardCharsets.UTF_8);
        int first = table.indexOf("<rule");
        int second = table.indexOf("<rule", first + 1);
        String bare = table.substring(0, second) + table.substring(table.lastIndexOf("</rule>") + "</rule>".length());
        Deployment managers = Unjudged.deployed(processEngine, () -> models.createDeployment()
                .name("经理的时限表")
                .source("manager")
                .addString("time-limits.dmn", bare)
                .deploy());
        try {
            Api.Answer answer = refused(RIGHT);
            assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:limit-missing");
            assertThat(answer.text("detail")).contains("办结时限表里没有适用的一行");
        } finally {
            models.deleteDeployment(managers.getId(), true);
        }
        open("又有时限了");
    }
}
