package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.managementService;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.runtimeService;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shouwen.renovation.Renovation;
import org.shouwen.testing.FlowCoverage;

/**
 * {@code one-time-notice.bpmn}: everything is listed once, and told once, in the job of the call; papers that are missing are
 * waited for.
 */
class OneTimeNoticeProcessTest extends Applications {

    private static final String TELLING = "sendTask_notifyResidentOfRequirements";

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("oneTimeNotice");

    @Test
    void theListIsMadeAndThenSent() {
        start("oneTimeNotice");
        assertThat(events()).contains("requirements-listed");
        assertThat(told()).containsExactly("requirements.to-resident");
        assertThat(flow()).isEnded().hasPassed("endEvent_residentTold").hasNoVariables();
    }

    @Test
    void papersThatAreMissingAreSupplied() {
        missesPapers();
        bring("OWNERSHIP", "IDENTITY");
        assertThat(flow()).isEnded().hasPassed("endEvent_supplied");
        assertThat(stage()).isEqualTo(Renovation.Stage.EXAMINED);
    }

    @Test
    void papersThatNeverComeEndIt() {
        missesPapers();
        timerComes("event_supplementDue");
        assertThat(flow()).isEnded().hasPassed("endEvent_neverSupplied");
        assertThat(stage()).isEqualTo(Renovation.Stage.LAPSED);
    }

    private void missesPapers() {
        forgetOthers();
        apply();
        check("PLAN");
        follow("oneTimeNotice");
        assertThat(told()).containsExactly("requirements.to-resident");
        assertThat(waitsAt()).containsExactly("userTask_bringPapers");
    }

    @Test
    void aListThatCannotBeSentIsNotMadeEitherAndIsSentOnceTheCauseIsGone() {
        open();
        notices(new IllegalStateException("no outbox"));
        assertThat(retriesUntilGivenUp(TELLING_ONCE)).containsExactly(4, 3, 2, 1, 0);
        assertThat(incident().getActivityId()).isEqualTo(TELLING_ONCE);
        assertThat(incident().getIncidentMessage()).contains(number(), "no outbox");
        assertThat(stopped().getFailedActivityId()).isEqualTo(TELLING);
        assertThat(events()).doesNotContain("requirements-listed");

        noticesRecover();
        retry();
        assertThat(incidents()).isEmpty();
        assertThat(told()).contains("requirements.to-resident");
        assertThat(events()).filteredOn("requirements-listed"::equals).hasSize(1);
    }

    @Test
    void aSecondListForTheSameTicketIsRefused() {
        start("oneTimeNotice");
        assertThat(refusalOf(() -> runtimeService().startProcessInstanceByKey("oneTimeNotice", number())))
                .isEqualTo("already-told");
        assertThat(told()).hasSize(1);
    }

    @Test
    void anErrorThatTheDiagramDoesNotCatchIsLoud() {
        open();
        notices(new BpmnError("not.caught", "not caught"));
        assertThat(retriesUntilGivenUp(TELLING_ONCE)).endsWith(0);
        assertThat(stopped().getFailedActivityId()).isEqualTo(TELLING);
        assertThat(flow()).isNotEnded();
    }

    private static Job stopped() {
        return managementService().createJobQuery().noRetriesLeft().singleResult();
    }
}
