package org.shouwen.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.shouwen.testing.Api;
import org.shouwen.testing.RunningDesk;
import org.springframework.beans.factory.annotation.Autowired;

/** A flow that somebody suspended is no failure of the server, and none is left behind by a start. */
class NothingSuspendedIT extends RunningDesk {

    @Autowired
    private RuntimeService flows;

    @Autowired
    private NothingSuspended start;

    @Test
    void isSaidInASentenceAndGoesOnAtTheNextStart() {
        String number = api().post("/api/tickets", """
                        {"kind": "REPAIR", "category": "HOME_PLUMBING", "home": "1-1-101", "description": "漏水",
                         "reporter": {"name": "张三", "phone": "13812345678"}}
                        """).text("number");
        runJobs();
        suspend(number);

        for (String way : new String[] {"/steps/dispatch", "/reassignment", "/urge", "/withdrawal"}) {
            Api.Answer answer =
                    api().post("/api/tickets/" + number + way, "{\"handler\": \"plumber1\", \"reason\": \"试\"}");
            assertThat(answer.status()).as(way + answer.text()).isLessThan(500);
        }
        Api.Answer step = api().post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(step.text("type")).as(step.text()).isEqualTo("urn:shouwen:problem:flow-suspended");
        assertThat(step.status()).isEqualTo(409);

        start.goOn();
        assertThat(flows.createProcessInstanceQuery().suspended().count()).isZero();
        step = api().post("/api/tickets/" + number + "/steps/dispatch", "{\"handler\": \"plumber1\"}");
        assertThat(step.status()).as(step.text()).isEqualTo(200);
        runJobs();
        assertThat(api().post("/api/tickets/" + number + "/withdrawal", "{\"reason\": \"试完了\"}")
                        .status())
                .isEqualTo(200);
    }

    private void suspend(String number) {
        flows.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(flow -> flows.suspendProcessInstanceById(flow.getId()));
    }
}
