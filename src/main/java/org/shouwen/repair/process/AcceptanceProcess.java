package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code acceptance.bpmn}. */
@Component
class AcceptanceProcess extends ProcessContract {

    static final String KEY = "acceptance";

    /** Whether the work is good; handed back to the caller. */
    static final Variable<Boolean> WORK_ACCEPTED = Variable.flag("workAccepted").usually(true);

    AcceptanceProcess() {
        super(KEY, List.of(WORK_ACCEPTED), List.of());
    }
}
