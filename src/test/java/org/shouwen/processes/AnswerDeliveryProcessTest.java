package org.shouwen.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.testing.FlowCoverage;
import org.shouwen.testing.ProcessDesk;

/** {@code answer-delivery.bpmn}: a written answer that no mail takes, or that is wanted on paper, is brought to the resident. */
class AnswerDeliveryProcessTest extends ProcessDesk {

    @RegisterExtension
    static final FlowCoverage EVERY_STEP = new FlowCoverage("answerDelivery");

    private void answered(String email, boolean written, boolean paper) {
        open(complaint(Map.of(), email));
        runJobs();
        as("desk1")
                .does("contactComplainant", "words", "电话联系")
                .does("investigate", "findings", "属实", "plan", "制止")
                .does("answerComplainant", "answer", "已制止", "response", "AGREED", "written", written, "paper", paper);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none, true, false, deliverAnswer
            none, true, true, deliverAnswer
            li@residents.example, true, true, deliverAnswer
            li@residents.example, true, false, conclude
            li@residents.example, false, true, conclude
            none, false, false, conclude
            """)
    void onlyALetterThatNoMailTakesOrThatIsWantedOnPaperIsBrought(
            String email, boolean written, boolean paper, String next) {
        answered(email, written, paper);
        assertThat(waitsAt()).containsExactly("userTask_" + next);
    }

    @Test
    void itIsTheFirstRespondersUntilItIsInTheResidentsHands() {
        answered(null, true, false);
        ProcessInstance delivery = running("answerDelivery");
        // Answered on Monday morning: the closing time of the next working day
        assertThat(task("deliverAnswer")).isAssignedTo("desk1");
        assertThat(task("deliverAnswer").getDueDate()).isEqualTo("2026-11-24T18:00:00+08:00");
        assertThat(shownBy(task("deliverAnswer").getId()))
                .containsExactly("show_complaint", "show_facts", "show_ticket");
        assertThat(undeclared()).isEmpty();
        assertThat(refusalOf(() -> as("desk1").does("deliverAnswer"))).isEqualTo("input-missing");
        as("desk1").does("deliverAnswer", "how", "POSTED", "receipt", "EMS 1234");
        assertThat(lastLine().text()).contains(number() + "-01", "邮寄", "EMS 1234");
        assertThat(delivery).isEnded().hasPassed("endEvent_delivered");
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }

    @Test
    void whatIsNotBroughtInTimeIsSupervised() {
        answered(null, true, false);
        timerComes("event_deliveryOverdue");
        assertThat(waitsAt()).contains("userTask_deliverAnswer", "userTask_acknowledge");
        as("desk1").does("deliverAnswer", "how", "HANDED_OVER");
        // The supervision ends with what brought it up
        assertThat(waitsAt()).containsExactly("userTask_conclude");
    }
}
