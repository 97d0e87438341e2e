package org.shouwen.repair.process;

import java.util.List;
import org.shouwen.workflow.ProcessContract;
import org.shouwen.workflow.Variable;
import org.springframework.stereotype.Component;

/** Legend of {@code missed-visit.bpmn}. */
@Component
class MissedVisitProcess extends ProcessContract {

    static final String KEY = "missedVisit";

    /** Whether the next visit is agreed already; handed in by the caller. */
    static final Variable<Boolean> SLOT_AGREED = Variable.flag("slotAgreed");

    static final String RESCHEDULED = "repair.rescheduled";

    MissedVisitProcess() {
        super(KEY, List.of(SLOT_AGREED), List.of(RESCHEDULED));
    }
}
