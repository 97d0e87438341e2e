package org.shouwen.worksite.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code renovation-supervision.bpmn}: called with the ticket's number, it ends when the file is closed. */
@Component
class RenovationSupervisionProcess extends ProcessContract {

    static final String KEY = "renovationSupervision";

    /** What the last patrol leads to: GO_ON, ENTRY_REFUSED or NEARLY_DONE. */
    static final Variable<String> PATROL_RESULT = Variable.code("patrolResult");

    static final Variable<Boolean> INSPECTION_PASSED = Variable.flag("inspectionPassed");

    /** Whether there is a deposit to give back. */
    static final Variable<Boolean> DEPOSIT = Variable.flag("deposit");

    static final String COMPLETION_REPORTED = "worksite.completionReported";

    RenovationSupervisionProcess() {
        super(KEY, List.of(PATROL_RESULT, INSPECTION_PASSED, DEPOSIT), List.of(COMPLETION_REPORTED));
    }
}
