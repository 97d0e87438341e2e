package org.shouwen.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.rights.Role;
import org.shouwen.testing.Api;
import org.shouwen.testing.TasklistSession;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's other doors, the disguises in which people knock, and the API's one key. */
@Tag("scenario")
class ClosedDoorsIT extends GuardedDesk {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private static Task target;
    private static String ticket;

    @Autowired
    private RuntimeService runtime;

    /** Closed to technicians, the desk and the administrator alike. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST {e}/deployment/create {}",
                "POST {e}/deployment/create/ {}",
                "POST {e}/deployment/x/redeploy {}",
                "DELETE {e}/deployment/x",
                "POST {e}/message {\"messageName\": \"repair.withdrawn\", \"businessKey\": \"{n}\"}",
                "POST {e}/signal {\"name\": \"x\"}",
                "POST {e}/condition {\"variables\": {}}",
                "POST {e}/execution/{x}/localVariables {\"modifications\": {\"urgent\": {\"value\": true}}}",
                "PUT {e}/execution/{x}/localVariables/urgent {\"value\": true}",
                "POST {e}/execution/{x}/signal {}",
                "POST {e}/execution/{x}/messageSubscriptions/repair.withdrawn/trigger {}",
                "POST {e}/execution/{x}/create-incident {\"incidentType\": \"x\"}",
                "POST {e}/process-instance/{p}/variables {\"modifications\": {\"urgent\": {\"value\": true}}}",
                "PUT {e}/process-instance/{p}/variables/urgent {\"value\": true}",
                "DELETE {e}/process-instance/{p}/variables/urgent",
                "POST {e}/process-instance/{p}/modification {\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"sendTask_notifyResidentOfClosing\"}]}",
                "POST {e}/process-instance/{p}/modification-async {}",
                "POST {e}/process-instance/delete {\"processInstanceIds\": [\"{p}\"]}",
                "PUT {e}/process-instance/{p}/suspended {\"suspended\": true}",
                "PUT {e}/process-instance/suspended {\"suspended\": true, \"processInstanceIds\": [\"{p}\"]}",
                "POST {e}/process-instance/variables-async {}",
                "POST {e}/modification/execute {}",
                "POST {e}/migration/generate {}",
                "POST {e}/migration/execute {}",
                "PUT {e}/process-definition/key/repair/suspended {\"suspended\": true}",
                "DELETE {e}/process-definition/key/repair",
                "POST {e}/decision-definition/key/timeLimits/evaluate {\"variables\": {}}",
                "PUT {e}/decision-definition/x/history-time-to-live {\"historyTimeToLive\": 1}",
                "POST {e}/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "PUT {e}/user/desk1/credentials {\"password\": \"x\"}",
                "PUT {e}/user/desk1/profile {\"id\": \"desk1\", \"firstName\": \"x\"}",
                "DELETE {e}/user/desk1",
                "POST {e}/user/desk1/unlock",
                "POST {e}/group/create {\"id\": \"camunda-admin\"}",
                "PUT {e}/group/administrator/members/plumber1",
                "POST {e}/tenant/create {\"id\": \"x\"}",
                "POST {e}/identity/verify {\"username\": \"desk1\", \"password\": \"shouwen-demo\"}",
                "POST {e}/identity/password-policy {\"password\": \"x\"}",
                "POST {e}/authorization/create {\"type\": 1, \"permissions\": [\"ALL\"], \"userId\": \"plumber1\", \"resourceType\": 9, \"resourceId\": \"*\"}",
                "POST {e}/job/{j}/execute",
                "PUT {e}/job/{j}/duedate {\"duedate\": null}",
                "PUT {e}/job/{j}/suspended {\"suspended\": true}",
                "POST {e}/job/retries {}",
                "POST {e}/external-task/fetchAndLock {\"workerId\": \"x\", \"maxTasks\": 1, \"topics\": []}",
                "POST {e}/batch/x/suspended",
                "POST {e}/history/cleanup",
                "POST {e}/history/process-instance/delete {}",
                "POST {e}/history/user-operation/x/set-annotation {}",
                "POST {e}/telemetry/configuration {\"enableTelemetry\": true}",
                "POST {e}/filter/create {\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {}}",
                "DELETE {e}/filter/x",
                "POST /camunda/api/admin/setup/default/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "GET /camunda/api/admin/setup/default",
                "GET /camunda/app/admin/",
                "GET /camunda/app/admin/default/",
                "GET /camunda/app/admin/default/setup/",
                "POST /camunda/api/admin/auth/user/default/login/tasklist {}",
                "POST /camunda/api/admin/auth/user/default/login/cockpit {}",
                "GET /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
                "PUT /camunda/api/cockpit/plugin/base/default/process-instance/{p} {}",
                "GET /engine-rest/engine",
                // What of it is open to a token is ModelerIT's
                "GET /engine-rest/deployment/x",
                "POST /engine-rest/deployment/create/x {}",
                "GET /engine-rest",
                "GET /engine-rest/",
                "GET /actuator/env",
                "GET /h2-console",
            })
    void closedToEverybody(String route) {
        String path = filledIn(route);
        for (TasklistSession person : List.of(as("plumber1"), as("desk1"), as("admin"))) {
            Map<String, Object> before = world();
            Api.Answer answer = knock(person, path);
            assertRefused(before, answer);
            assertThat(answer.status()).isIn(403, 404);
        }
        Map<String, Object> before = world();
        assertThat(knock(nobody(), path).status()).isIn(302, 401, 403);
        assertThat(world()).isEqualTo(before);
    }

    /** Cockpit's: the administrator looks and repairs, nobody else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /camunda/app/cockpit/default/",
                "GET {e}/deployment?maxResults=15",
                "GET {e}/deployment/count",
                "GET {e}/process-instance/{p}",
                "GET {e}/process-instance/{p}/variables",
                "GET {e}/process-instance/{p}/activity-instances",
                "GET {e}/execution/{x}/localVariables",
                "GET {e}/task/{t}/variables",
                "GET {e}/task/{t}/localVariables",
                "GET {e}/task/{t}/identity-links",
                "GET {e}/variable-instance?maxResults=15",
                "POST {e}/variable-instance?maxResults=15 {\"variableName\": \"show_facts\"}",
                "GET {e}/job?maxResults=15",
                "POST {e}/job?maxResults=15 {}",
                "GET {e}/incident?maxResults=15",
                "GET {e}/history/task?maxResults=15",
                "GET {e}/history/process-instance?maxResults=15",
                "POST {e}/history/process-instance?maxResults=15 {}",
                "POST {e}/history/variable-instance?maxResults=15 {}",
                "GET {e}/history/variable-instance?maxResults=15",
                "GET {e}/history/detail?maxResults=15",
                "GET {e}/history/job-log?maxResults=15",
                "GET {e}/identity/groups?userId=desk1",
                "GET {e}/group?maxResults=15",
                "GET {e}/authorization?maxResults=15",
                "GET {e}/version",
                "GET {e}/schema/log?maxResults=15",
                "GET {e}/decision-definition?maxResults=15",
                "POST {e}/process-instance?maxResults=15 {}",
                "POST {e}/execution/count {}",
                "POST {e}/task?maxResults=15 {}",
                "POST {e}/task/count {}",
                "PUT {e}/job/{j}/retries {\"retries\": 3}",
                "POST /camunda/api/cockpit/plugin/base/default/process-instance?firstResult=0&maxResults=5 {}",
            })
    void cockpitIsTheAdministrators(String route) {
        String path = filledIn(route);
        for (String account : List.of("plumber1", "desk1", "lead", "manager")) {
            Map<String, Object> before = world();
            Api.Answer answer = knock(as(account), path);
            assertRefused(before, answer);
            assertThat(answer.status()).isEqualTo(403);
        }
        assertThat(knock(nobody(), path).status()).isIn(302, 401);
        Api.Answer answer = knock(as("admin"), path);
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
    }

    /** What a route may point at is made once: nothing of it changes. */
    private String filledIn(String route) {
        if (target == null) {
            String number = grabbed("漏水");
            open("待派");
            target = task(number);
            ticket = number;
        }
        if (engineJobs.createJobQuery().count() == 0) {
            api().post("/api/tickets", leak("流程还没有走"));
        }
        return route.replace("{e}", ENGINE)
                .replace("{n}", ticket)
                .replace("{t}", target.getId())
                .replace("{x}", target.getExecutionId())
                .replace("{p}", target.getProcessInstanceId())
                .replace(
                        "{j}", engineJobs.createJobQuery().listPage(0, 1).get(0).getId());
    }

    private static Api.Answer knock(TasklistSession person, String route) {
        String[] parts = route.split(" ", 3);
        return person.call(parts[0], parts[1], parts.length > 2 ? parts[2] : null);
    }

    /** The administrator's own tools go through the same guards. */
    @Test
    void theAdministratorDoesNotLeaveATicketToNobody() {
        Task task = task(grabbed("漏水"));
        String instance = ENGINE + "/process-instance/" + task.getProcessInstanceId();
        Api.Answer suspended = as("admin").call("PUT", instance + "/suspended", "{\"suspended\": true}");
        assertThat(suspended.status()).isEqualTo(403);
        assertThat(suspended.text("message")).isEqualTo("流程不能在这里暂停，否则工单没有人办；要等的请在工单页暂停计时");
        Api.Answer refused = as("admin").call("DELETE", instance, null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("message")).isEqualTo("流程不能在这里删除，否则工单没有人办；不办的请在工单页撤回");
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .active()
                        .count())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET //camunda/api/engine/engine/default/deployment",
                "GET /camunda//api/engine/engine/default/deployment",
                "GET {e}//deployment",
                "GET {e}/./deployment",
                "GET {e}/task/../deployment",
                "GET {e}/task/..;/deployment",
                "GET {e}/task/%2e%2e/deployment",
                "GET {e}/task/%2E%2E%2Fdeployment",
                "GET {e}/task/%252e%252e/deployment",
                "GET {e}/%64eployment",
                "GET {e}/deployment;a=b",
                "GET {e};a=b/deployment",
                "GET {e}/deployment;jsessionid=x",
                "GET {e}/deployment%00",
                "GET {e}/deployment%0a",
                "GET {e}/deployment%20",
                "GET {e}/deployment.json",
                "GET {e}/task%2F..%2Fdeployment",
                "GET {e}/task%5c..%5cdeployment",
                "GET /%63amunda/api/engine/engine/default/deployment",
                "GET /camunda/%61pi/engine/engine/default/deployment",
                "GET /camunda/api/engine/engine/default/../default/deployment",
                "GET /camunda/app/tasklist/../../api/engine/engine/default/deployment",
                "GET /camunda/app/tasklist/%2e%2e/admin/default/",
                "GET /login/../camunda/api/engine/engine/default/deployment",
                "GET /access/..;/camunda/api/engine/engine/default/deployment",
                "GET /access/%2e%2e/camunda/api/engine/engine/default/deployment",
                "GET /desk/../camunda/api/admin/setup/default",
                "GET /Camunda/api/engine/engine/default/deployment",
                "GET /camunda/API/engine/engine/default/deployment",
                "GET /camunda/api/engine/ENGINE/default/deployment",
                "GET /camunda/api/engine/engine/other/task",
                "HEAD {e}/deployment",
                "TRACE {e}/task",
                "PATCH {e}/task",
                "PROPFIND {e}/task",
                "OPTIONS {e}/deployment",
                "POST /camunda/api/admin/setup/default/user/create/ {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "POST /camunda/api/admin//setup/default/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "POST /camunda/api/admin/setup;x/default/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "POST /camunda/api/admin/s%65tup/default/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "POST /camunda/api/admin/auth/../setup/default/user/create {\"profile\": {\"id\": \"eve\"}, \"credentials\": {\"password\": \"x\"}}",
                "GET /engine-rest/../engine-rest/engine",
                "GET /engine%2drest/engine",
                "GET //engine-rest/engine",
            })
    void aDisguiseOpensNothing(String route) {
        String path = route.replace("{e}", ENGINE);
        for (TasklistSession person : List.of(nobody(), as("plumber1"), as("admin"))) {
            Map<String, Object> before = world();
            Api.Answer answer = knock(person, path);
            assertThat(answer.status()).as(answer.text()).isNotEqualTo(500);
            assertThat(answer.status()).as(answer.text()).isIn(302, 400, 401, 403, 404, 405, 501);
            assertThat(world()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /desk",
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/app/cockpit/default/",
                "GET /camunda/",
                "GET {e}/task",
                "POST {e}/task {}",
                "GET {e}/filter",
                "GET /camunda/api/engine/engine/",
                "GET /camunda/api/admin/auth/user/default",
                "POST {e}/task/x/submit-form {}",
                "GET /api/tickets",
                "POST /api/tickets {}",
                "GET /api/nope",
                "GET /nope",
                "GET /logout",
            })
    void nobodyIsSentToTheLogin(String route) {
        Map<String, Object> before = world();
        Api.Answer answer = knock(nobody(), route.replace("{e}", ENGINE));
        assertThat(answer.status()).as(answer.text()).isIn(302, 401);
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void withoutItsTokenAFormOfTasklistIsAForgery() {
        String task = task(grabbed("漏水")).getId();
        TasklistSession plumber = TasklistSession.signedIn(port, "plumber1", "shouwen-demo");
        Map<String, Object> before = world();
        Api.Answer answer = plumber.call(
                "POST",
                ENGINE + "/task/" + task + "/submit-form",
                "{\"variables\": {\"input_findings\": {\"value\": \"x\"}}}",
                "X-XSRF-TOKEN",
                "forged");
        assertRefused(before, answer);
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theApiKnowsOnlyTokens() {
        String url = "/api/tickets";
        for (String wrong : new String[] {null, "", "x", "shouwen-demo-token2", "x".repeat(5000), "desk1"}) {
            Api.Answer answer = new Api(port, wrong).get(url);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("type")).isEqualTo("urn:shouwen:problem:unauthenticated");
            assertThat(answer.text("detail")).contains("访问令牌");
        }
        // Neither a session nor a password opens it, nor a token in the address
        assertThat(as("desk1").get(url).status()).isEqualTo(401);
        assertThat(nobody().call("GET", url, null, "Authorization", "Basic ZGVzazE6c2hvdXdlbi1kZW1v")
                        .status())
                .isEqualTo(401);
        assertThat(nobody().get(url + "?access_token=shouwen-demo-token").status())
                .isEqualTo(401);
        // Nor does a token open Tasklist
        assertThat(api().get(ENGINE + "/task").status()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenAndAShutAccountAreRefusedAtOnce() {
        String temp = "temp" + System.nanoTime();
        accounts.create(temp, "shouwen-demo", java.util.Set.of(Role.TECHNICIAN));
        Api first = new Api(port, accounts.issueToken(temp, "first"));
        Api second = new Api(port, accounts.issueToken(temp, "second"));
        TasklistSession session = TasklistSession.signedIn(port, temp, "shouwen-demo");
        assertThat(first.get("/api/tickets").status()).isEqualTo(200);
        accounts.revoke(temp, "first");
        assertThat(first.get("/api/tickets").status()).isEqualTo(401);
        assertThat(second.get("/api/tickets").status()).isEqualTo(200);
        assertThat(session.engine("/task?maxResults=1").status()).isEqualTo(200);
        accounts.disable(temp);
        assertThat(second.get("/api/tickets").status()).isEqualTo(401);
        assertThat(session.engine("/task?maxResults=1").status()).isEqualTo(401);
    }

    @Test
    void aStepIsDoneByWhoseItIs() {
        String number = open("漏水");
        String steps = "/api/tickets/" + number + "/steps/";
        String myself = "{\"handler\": \"MYSELF\"}";
        refusedStep(403, token("electrician1"), steps + "dispatch", myself);
        refusedStep(403, token("supervisor"), steps + "dispatch", myself);
        refusedStep(403, token("admin"), steps + "dispatch", myself);
        refusedStep(403, token("plumber1"), steps + "dispatch", "{\"handler\": \"plumber2\"}");
        refusedStep(422, token("desk1"), steps + "dispatch", "{\"handler\": \"electrician1\"}");
        refusedStep(422, token("desk1"), steps + "dispatch", myself);
        step("plumber1", number, "dispatch", myself);
        refusedStep(403, token("plumber2"), steps + "inspectOnSite", "{\"findings\": \"x\"}");
        refusedStep(403, token("desk1"), steps + "inspectOnSite", "{\"findings\": \"x\"}");
        refusedStep(409, token("plumber1"), steps + "dispatch", myself);
        refusedStep(409, token("plumber1"), steps + "reportWork", "{}");
        refusedStep(409, token("plumber1"), steps + "acceptWork", "{\"result\": \"ACCEPTED\"}");
        for (String unknown : List.of("nope", "userTask_inspectOnSite", "${canary.sing()}", "%25", "inspectOnSite'")) {
            Map<String, Object> before = world();
            Api.Answer answer = token("plumber1")
                    .post(
                            steps
                                    + unknown.replace("$", "%24")
                                            .replace("{", "%7B")
                                            .replace("}", "%7D"),
                            "{}");
            assertRefused(before, answer);
            assertThat(answer.status()).isIn(400, 404, 409);
        }
        refusedStep(404, token("plumber1"), "/api/tickets/BX-26-999999/steps/dispatch", myself);
        assertThat(canary.heard()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"findings\": \"x\", \"accepted\": true}",
                "{\"findings\": \"x\", \"input_findings\": \"x\"}",
                "{\"findings\": \"x\", \"\": \"x\"}",
                "{\"findings\": {\"a\": {\"b\": 1}}}",
                "{\"findings\": [\"x\"]}",
                "{\"findings\": 1}",
                "{\"findings\": null}",
                "{\"findings\": \"a\\u0000b\"}",
                "{\"findings\": {\"type\": \"Object\", \"value\": \"rO0AB\"}}",
                "{}",
                "[]",
                "null",
                "\"x\"",
                "{",
                "",
            })
    void wrongInputsOfAStepAreRefused(String inputs) {
        String number = grabbed("漏水");
        Map<String, Object> before = world();
        Api.Answer answer = token("plumber1").post("/api/tickets/" + number + "/steps/inspectOnSite", inputs);
        assertRefused(before, answer);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.text("type")).startsWith("urn:shouwen:problem:");
    }

    private void refusedStep(int status, Api person, String path, String inputs) {
        Map<String, Object> before = world();
        Api.Answer answer = person.post(path, inputs);
        assertRefused(before, answer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text("detail")).matches(".*[\\u4e00-\\u9fff].*");
    }
}
