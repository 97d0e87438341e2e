package org.shouwen.complaint.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code answer-delivery.bpmn}: a written answer that goes to the resident on paper. */
@Component
class AnswerDeliveryProcess extends ProcessContract {

    static final String KEY = "answerDelivery";

    AnswerDeliveryProcess() {
        super(KEY, List.of(InvestigationProcess.BY_HAND), List.of());
    }
}
