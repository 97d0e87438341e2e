package org.shouwen.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CamundaRoutesTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /camunda/app/tasklist/default/",
                "GET /camunda/lib/deps.js",
                "GET /camunda/api/tasklist/plugin/tasklistPlugins/static/app/plugin.js",
                "GET /camunda/api/admin/auth/user/default",
                "GET /camunda/api/engine/engine/",
                "GET {engine}/filter",
                "OPTIONS {engine}/filter",
                "POST {engine}/filter/f1-2/list",
                "GET {engine}/task/t1",
                "GET {engine}/task/t1/deployed-form",
                "POST {engine}/task/t1/claim",
                "POST {engine}/task/t1/submit-form",
                "GET {engine}/process-definition",
                "POST {engine}/process-definition/repair:3:8f-1/submit-form",
            })
    void staffMayUseTasklist(String request) {
        assertThat(isOpen(request, false)).isTrue();
        assertThat(isOpen(request, true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /camunda/app/cockpit/default/",
                "GET {engine}/deployment",
                "GET {engine}/process-instance/p1/activity-instances",
                "GET {engine}/task/t1/attachment/a1/data",
                "POST {engine}/process-instance",
                "POST {engine}/task",
                "PUT {engine}/job/j1/retries",
                "POST /camunda/api/cockpit/plugin/base/default/incident/",
            })
    void cockpitIsForAdministrators(String request) {
        assertThat(isOpen(request, true)).isTrue();
        assertThat(isOpen(request, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /camunda/api/admin/setup/default/user/create",
                "GET /camunda/api/admin/setup/default/user/create",
                "GET /camunda/app/admin/default/",
                "GET /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js",
                "POST /camunda/api/admin/auth/user/default/login/tasklist",
                "POST {engine}/deployment/create",
                "DELETE {engine}/deployment/d1",
                "POST {engine}/user/create",
                "PUT {engine}/user/wang/credentials",
                "DELETE {engine}/user/wang",
                "POST {engine}/group/create",
                "PUT {engine}/group/administrator/members/wang",
                "POST {engine}/authorization/create",
                "POST {engine}/filter/create",
                "PUT {engine}/filter/f1",
                "DELETE {engine}/filter/f1",
                "POST {engine}/message",
                "POST {engine}/process-instance/p1/modification",
                "PUT {engine}/process-instance/p1/suspended",
                "PUT {engine}/process-instance/p1/suspended/",
                "PUT {engine}/process-definition/p1/suspended",
                "PUT {engine}/job/j1/suspended",
                "PUT {engine}/job-definition/j1/suspended",
                "POST {engine}/modification/execute",
                "POST {engine}/process-instance/p1/variables",
                "PUT {engine}/execution/e1/localVariables/post",
                "POST {engine}/execution/e1/localVariables",
                "POST {engine}/task/t1/localVariables",
                "POST {engine}/task/t1/unclaim",
                "POST {engine}/task/t1/assignee",
                "POST {engine}/task/t1/complete",
                "POST {engine}/deployment/create/",
                "POST {engine}/task/t1/comment/create",
                "POST {engine}/task/t1/bpmnError",
                "POST {engine}/task/create",
                "PUT {engine}/task/t1",
                "POST {engine}/process-definition/repair:1:x/start",
                "POST {engine}/process-definition/key/repair/submit-form",
                "HEAD {engine}/task",
                "GET /camunda/api/engine/engine/other/task",
                "GET /engine-rest/engine",
            })
    void restIsClosedToEverybody(String request) {
        assertThat(isOpen(request, false)).isFalse();
        assertThat(isOpen(request, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET {engine}//deployment",
                "GET {engine}/task/../deployment",
                "GET {engine}/./deployment",
                "GET {engine}/task/..",
                "GET {engine}/%64eployment",
                "GET {engine}/task/%2e%2e/deployment",
                "GET {engine}/task;x=1",
                "GET {engine}/task/t1;x=1/form",
                "GET /camunda/app/tasklist/../admin/default/",
                "GET /camunda/app/tasklist/%2e%2e/admin/",
                "POST {engine}/filter/a/b/list",
                "POST {engine}/filter//list",
                "GET {engine}/task\\t1",
                "GET /camunda/api/../api/admin/setup/default",
            })
    void disguisesMatchNothing(String request) {
        assertThat(isOpen(request, false)).isFalse();
        assertThat(isOpen(request, true)).isFalse();
    }

    @Test
    void aButtonThatTasklistShowsIsRefusedWithWhatToDoInstead() {
        assertThat(CamundaRoutes.refusal("POST", ENGINE + "/task/t1/unclaim", false))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("表单"));
        assertThat(CamundaRoutes.refusal("PUT", ENGINE + "/process-instance/p1/suspended", true))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("工单页暂停计时"));
        assertThat(CamundaRoutes.refusal("GET", "/camunda/anything", false)).hasValue("首问没有开放这个功能");
    }

    private static boolean isOpen(String request, boolean administrator) {
        String[] parts = request.replace("{engine}", ENGINE).split(" ");
        return CamundaRoutes.refusal(parts[0], parts[1], administrator).isEmpty();
    }
}
