package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.springframework.stereotype.Component;

/** Legend of {@code leak-plan.bpmn}: how a leak is going to be repaired, told to the resident beside the repair itself. */
@Component
class LeakPlanProcess extends ProcessContract {

    static final String KEY = "leakPlan";

    /** Mended before anybody planned, taken back, joined to an incident, or no leak after all. */
    static final String NOT_NEEDED = RepairProcess.KEY + ".planNotNeeded";

    LeakPlanProcess() {
        super(KEY, List.of(), List.of(NOT_NEEDED));
    }
}
