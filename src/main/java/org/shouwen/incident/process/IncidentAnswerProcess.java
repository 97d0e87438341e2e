package org.shouwen.incident.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code incident-answer.bpmn}. */
@Component
class IncidentAnswerProcess extends ProcessContract {

    static final String KEY = "incidentAnswer";

    /** Which of the ticket's visits it is; planned in the flow, handed on to {@code returnVisit}. */
    static final Variable<Integer> ROUND = Variable.count("round");

    /** Set by {@code returnVisit}. */
    static final Variable<Boolean> SATISFIED = Variable.flag("satisfied");

    IncidentAnswerProcess() {
        super(KEY, List.of(ROUND, SATISFIED), List.of());
    }
}
