package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code repair.bpmn}. */
@Component
class RepairProcess extends ProcessContract {

    static final String KEY = "repair";

    /** Whether the person on call is told at once; set at the start, handed on to {@code firstResponsibility}. */
    static final Variable<Boolean> URGENT = Variable.flag("urgent");

    static final Variable<Boolean> WORK_ACCEPTED = Variable.flag("workAccepted");

    static final String WITHDRAWN = "repair.withdrawn";
    static final String URGED = "repair.urged";

    RepairProcess() {
        super(KEY, List.of(URGENT, WORK_ACCEPTED), List.of(WITHDRAWN, URGED));
    }
}
