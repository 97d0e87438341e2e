package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import java.util.List;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;

/** {@code one-time-notice.bpmn}: everything is listed once, and told once. */
class OneTimeNoticeProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("oneTimeNotice");

    static List<String> waitStates() {
        return waitStates("oneTimeNotice");
    }

    @Test
    void theListIsMadeAndThenSent() {
        start("oneTimeNotice");
        runJob("serviceTask_listRequirements");
        assertThat(events()).contains("requirements-listed");
        assertThat(told()).isEmpty();

        runJob("serviceTask_notifyResidentOfRequirements");
        assertThat(told()).containsExactly("requirements-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_residentTold");
    }

    @ParameterizedTest
    @MethodSource("waitStates")
    void nothingIsKeptInVariables(String element) {
        start("oneTimeNotice");
        goOnUntil(element);
        assertThat(flow()).isWaitingAt(element);
        assertThat(undeclared()).isEmpty();
        assertThat(flow()).hasNoVariables();
    }

    @Test
    void aListThatCannotBeSentStopsThereAndIsSentOnceTheCauseIsGone() {
        start("oneTimeNotice");
        runJob("serviceTask_listRequirements");
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp()).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_notifyResidentOfRequirements");
        assertThat(incident().getIncidentMessage()).contains(number(), "no outbox");

        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(told()).containsExactly("requirements-resident");
        assertThat(events()).filteredOn("requirements-listed"::equals).hasSize(1);
        assertThat(flow()).isEnded();
    }

    @Test
    void aSecondListForTheSameTicketStopsAtItsStep() {
        start("oneTimeNotice");
        runJobs();
        runtimeService().startProcessInstanceByKey("oneTimeNotice", number());
        assertThat(retriesUntilGivenUp()).endsWith(0);
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_listRequirements");
        assertThat(incident().getIncidentMessage()).contains(number(), "已经一次性告知过");
        assertThat(told()).hasSize(1);
    }

    @Test
    void anErrorThatTheDiagramDoesNotCatchIsLoud() {
        start("oneTimeNotice");
        notices(new BpmnError("not.caught", "not caught"));
        runJob("serviceTask_listRequirements");
        retriesUntilGivenUp();
        assertThat(incident().getActivityId()).isEqualTo("serviceTask_notifyResidentOfRequirements");
        assertThat(flow()).isNotEnded();
    }
}
