package org.shouwen.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.studio.Change;
import org.shouwen.studio.StudioDesk;
import org.shouwen.testing.Api;
import org.shouwen.workflow.ModelVersions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Camunda Modeler's deploy button, call by call as its client (camunda-modeler 5.50.1, {@code camunda-plugin}) makes them: with a
 * token of who may change rules it leaves a draft; nobody else gets in, nothing else is there.
 */
@Tag("scenario")
class ModelerIT extends GuardedDesk {

    private static final String DOOR = "/engine-rest";
    private static final String FLOW = "acceptance.bpmn";
    private static final String FORM = "accept-work.form";

    /** Modeler gives up after five seconds; here a machine may be slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private StudioDesk desk;

    @Autowired
    private ModelVersions versions;

    @Value("${shouwen.public-url}")
    private String publicUrl;

    @AfterEach
    void nothingIsLeft() {
        jdbc.update("DELETE FROM studio_change");
    }

    private String file(String name) {
        return new String(versions.files(versions.inForce(FLOW).orElseThrow()).get(name), UTF_8);
    }

    private String renamed() {
        return file(FLOW).replace("name=\"验收维修\"", "name=\"业主当场看过\"");
    }

    private String token(String account, String name) {
        return accounts.issueToken(account, name + System.nanoTime());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Origin", "file://");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Api.Answer sent(HttpRequest.Builder request) {
        HttpResponse<String> answer = answered(request);
        return new Api.Answer(answer.statusCode(), Api.parsed(answer.body()), answer.body());
    }

    private static HttpResponse<String> answered(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As Modeler writes its form: texts, then files, each of which it calls {@code text/xml}. */
    private HttpRequest.Builder deploying(String path, String token, Map<String, String> files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("deployment-name", "验收");
        texts.put("deployment-source", "Camunda Modeler");
        texts.put("enable-duplicate-filtering", "true");
        texts.forEach((name, text) ->
                form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n")
                        .getBytes(UTF_8)));
        files.forEach((name, text) -> form.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"" + name + "\"\r\nContent-Type: text/xml\r\n\r\n" + text + "\r\n")
                .getBytes(UTF_8)));
        form.writeBytes("--x--\r\n".getBytes(UTF_8));
        return request(path, token)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()));
    }

    private Api.Answer deployed(String token, Map<String, String> files) {
        return sent(deploying(DOOR + "/deployment/create", token, files));
    }

    /** Also with an address that ends in a slash. */
    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest", "/engine-rest/"})
    void itsOwnSequenceOfCallsEndsAsADraft(String base) {
        String manager = token("manager", "modeler");
        String looking = base + "/deployment?maxResults=0";

        // While the address is typed: an engine is there, and wants to know who asks
        HttpResponse<String> unknown = answered(request(looking, null));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.headers().firstValue("Access-Control-Allow-Origin")).contains("file://");
        assertThat(Api.parsed(unknown.body()).path("message").asText()).contains("Bearer", "访问令牌");
        HttpResponse<String> asked = answered(request(base + "/deployment/create", null)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("authorization,accept,content-type");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();

        // The button
        assertThat(sent(request(looking, manager)).status()).isEqualTo(200);
        assertThat(sent(request(base + "/version", manager)).text("version")).isEqualTo("7.24.0");
        Api.Answer answer = sent(deploying(
                base + "/deployment/create", manager, Map.of("我的验收.bpmn", renamed(), "accept-work.form", file(FORM))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("deployedProcessDefinitions").isMissingNode())
                .isTrue();
        String cockpit = sent(request("/.well-known/camunda-automation-platform/webapps", null))
                .text("cockpitUrl");
        assertThat(cockpit).isEqualTo(publicUrl + "/desk/studio/drafts#/");

        Change draft = desk.change(Long.parseLong(answer.text("id")));
        assertThat(draft.isDraft()).isTrue();
        assertThat(draft.proposedBy()).isEqualTo("manager");
        assertThat(draft.files()).containsOnlyKeys(FLOW);
        assertThat(as("manager").get("/desk/studio/drafts").status())
                .as("to the draft")
                .isEqualTo(302);
        assertThat(as("manager").get("/desk/studio/changes/" + draft.id()).text())
                .contains("《验收》", "业主当场看过");
        assertThat(deployed(manager, Map.of("我的验收.bpmn", renamed())).text("id"))
                .as("the same bytes are the same draft")
                .isEqualTo(answer.text("id"));
        assertThat(versions.inForce(FLOW).orElseThrow().shipped()).isTrue();

        Api.Answer started = sent(request(base + "/process-definition/acceptance/start", manager)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(started.status()).isEqualTo(403);
        assertThat(started.text("message")).contains("流程从工单里开始");
    }

    @Test
    void whatTheGuardRefusesIsSaidLineByLine() {
        Map<String, Object> world = world();
        Api.Answer answer = deployed(
                token("supervisor", "modeler"),
                Map.of(
                        FLOW,
                        renamed()
                                .replaceFirst("camunda:assignee=\"[^\"]*\"", "camunda:assignee=\"\\${canary.sing()}\"")
                                .replace("name=\"业主逾期未答复\"", "name=\"${canary.sing()}\""),
                        FORM,
                        file(FORM)
                                .replaceFirst(
                                        "\"components\": \\[",
                                        "\"components\": [{\"type\": \"iframe\", \"url\": \"https://evil.example\"},")));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message").lines())
                .anySatisfy(line -> assertThat(line).contains("“业主当场看过”", "canary"))
                .anySatisfy(line -> assertThat(line).contains("不能是表达式"))
                .anySatisfy(line -> assertThat(line).contains("不允许使用 iframe"));
        assertThat(world()).isEqualTo(world);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM studio_change", Integer.class))
                .isZero();
        assertThat(canary.heard()).isZero();
    }

    @Test
    void aBadFileIsAnsweredInASentence() {
        String manager = token("manager", "modeler");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            many.append("<bpmn:userTask id=\"userTask_%d\" name=\"办 %d\" />".formatted(i, i));
        }
        for (Map.Entry<String, String> bad : Map.of(
                        file(FLOW) + " ".repeat(5_000_000),
                        "文件超过 1 MB",
                        "<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>"
                                + file(FLOW).replaceFirst("<\\?xml.*?\\?>", ""),
                        "不是有效的 BPMN",
                        file(FLOW).replaceFirst("<bpmn:sequenceFlow", many + "<bpmn:sequenceFlow"),
                        "最多 150 个",
                        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:flowable=\"http://flowable.org/bpmn\" targetNamespace=\"x\"><process id=\"leave\"/></definitions>",
                        "这里没有这个流程，请从“规则”页下载",
                        "<xml/>",
                        "只接受 Camunda 7",
                        // Whoever looks for its end from each beginning takes hours over it
                        "<" + "http".repeat(200_000),
                        "只接受 Camunda 7",
                        file(FLOW).replaceFirst("(<bpmn:documentation>)", "$1<b>x</b>"),
                        "不允许没有命名空间的元素 b",
                        file(FLOW),
                        "没有改动")
                .entrySet()) {
            Api.Answer answer = deployed(manager, Map.of(FLOW, bad.getKey()));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("message")).contains(bad.getValue());
        }
        assertThat(deployed(manager, Map.of()).text("message")).contains("没有文件");
    }

    /** A token of who may change rules, never a session, never a password, and not from a page of another site. */
    @Test
    void nobodyElseGetsIn() {
        Map<String, Object> world = world();
        Map<String, String> files = Map.of(FLOW, renamed());
        for (String account : List.of("plumber1", "desk1", "lead", "admin")) {
            Api.Answer answer = deployed(token(account, "modeler"), files);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("message")).contains("主管、项目经理");
            assertThat(sent(request(DOOR + "/deployment?maxResults=0", token(account, "modeler")))
                            .status())
                    .isEqualTo(403);
        }
        for (String wrong : new String[] {null, "x", "shouwen-demo"}) {
            assertThat(deployed(wrong, files).status()).isEqualTo(401);
        }
        assertThat(as("manager")
                        .call("GET", DOOR + "/deployment?maxResults=0", null)
                        .status())
                .isEqualTo(401);
        assertThat(as("manager").call("POST", DOOR + "/deployment/create", "{}").status())
                .isEqualTo(401);
        assertThat(nobody().call("GET", DOOR + "/version", null, "Authorization", "Basic bWFuYWdlcjpzaG91d2VuLWRlbW8=")
                        .status())
                .isEqualTo(401);
        HttpResponse<String> elsewhere =
                answered(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + DOOR + "/deployment"))
                        .header("Origin", "https://evil.example"));
        assertThat(elsewhere.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(world()).isEqualTo(world);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM studio_change", Integer.class))
                .isZero();
    }

    /** A program is told so whatever it asks; only people are led to the page where they sign in. */
    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "GET", "POST"})
    void whoHasNoTokenIsAskedForOne(String method) {
        for (String route : List.of("/version", "/deployment", "/deployment/create", "", "/task")) {
            assertThat(nobody().call(method, DOOR + route, null).status())
                    .as(method + " " + route)
                    .isEqualTo(401);
        }
    }

    /** Nothing else of an engine answers, whatever the token. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /engine-rest",
                "GET /engine-rest/engine",
                "GET /engine-rest/task",
                "GET /engine-rest/deployment/x/resources",
                "GET /engine-rest/deployment/create",
                "DELETE /engine-rest/deployment/x",
                "POST /engine-rest/deployment",
                "POST /engine-rest/message",
                "GET /engine-rest/process-definition",
                "GET /engine-rest///deployment",
                "GET //engine-rest/deployment",
                "GET /engine-rest//task",
                "GET /engine-rest/./deployment",
                "GET /engine-rest/deployment;a=b",
                "GET /engine%2drest/deployment",
                "GET /.well-known/openid-configuration",
            })
    void everyOtherRouteStaysClosed(String route) {
        String[] parts = route.split(" ");
        Map<String, Object> world = world();
        Api.Answer answer = new Api(port, token("manager", "modeler")).send(parts[0], parts[1], new byte[0], List.of());
        assertThat(answer.status()).as(answer.text()).isIn(302, 400, 401, 403, 404, 405);
        assertThat(world()).isEqualTo(world);
    }
}
