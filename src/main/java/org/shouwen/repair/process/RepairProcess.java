package org.shouwen.repair.process;

import java.util.List;
import java.util.Map;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code repair.bpmn}. */
@Component
class RepairProcess extends ProcessContract {

    static final String KEY = "repair";

    /** Whether somebody on call has to answer; set at the start, handed on to {@code firstResponsibility}. */
    static final Variable<Boolean> URGENT = Variable.flag("urgent");

    /** Whether somebody outside the house repairs; set at the start, handed on to {@code onSiteSurvey}. */
    static final Variable<Boolean> EXTERNAL = Variable.flag("external");

    static final Variable<Boolean> WORK_DONE = Variable.flag("workDone");

    /** Set by {@code acceptance}. */
    static final Variable<Boolean> WORK_ACCEPTED = Variable.flag("workAccepted");

    /** Set by {@code returnVisit}; where nobody had to be asked it is true. */
    static final Variable<Boolean> SATISFIED = Variable.flag("satisfied");

    /** Whether another ticket settles it; comes with the message that ends the flow. */
    static final Variable<Boolean> JOINED = Variable.flag("joined");

    /** The resident takes it back, or another ticket settles it. */
    static final String WITHDRAWN = "repair.withdrawn";

    static final String URGED = "repair.urged";
    static final String TRANSFERRED = "repair.transferred";

    /** Where a repair begins. */
    static final String FIRST = "callActivity_oneTimeNotice";

    /** Where a repair begins whose resident was told everything before. */
    static final String TOLD = "gateway_toRepair";

    /** Where a closed repair that is opened again begins. */
    static final String REOPENED = "serviceTask_startSupervisionOfReopening";

    RepairProcess() {
        super(
                KEY,
                List.of(URGENT, EXTERNAL, WORK_DONE, WORK_ACCEPTED, SATISFIED, JOINED),
                List.of(WITHDRAWN, URGED, TRANSFERRED));
    }

    static Map<String, Object> atStart(boolean urgent, boolean external) {
        return Map.of(
                URGENT.name(), urgent,
                EXTERNAL.name(), external,
                WORK_DONE.name(), false,
                WORK_ACCEPTED.name(), false,
                SATISFIED.name(), true);
    }
}
