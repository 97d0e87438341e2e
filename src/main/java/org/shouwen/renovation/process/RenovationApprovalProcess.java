package org.shouwen.renovation.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code renovation-approval.bpmn}. */
@Component
class RenovationApprovalProcess extends ProcessContract {

    static final String KEY = "renovationApproval";

    /** Whether everything is there that the application needs before it is examined. */
    static final Variable<Boolean> COMPLETE = Variable.flag("complete");

    /** What the supervisor decided: a {@link org.shouwen.renovation.Opinion.Result}. */
    static final Variable<String> OUTCOME = Variable.code("outcome");

    /** Whether the last decision was that it is registered. */
    static final Variable<Boolean> APPROVED = Variable.flag("approved");

    RenovationApprovalProcess() {
        super(KEY, List.of(COMPLETE, OUTCOME, APPROVED, RenovationProcess.REGISTERED), List.of());
    }
}
