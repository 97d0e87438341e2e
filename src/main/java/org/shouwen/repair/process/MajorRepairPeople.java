package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Whom the flow of a major repair asks. */
@Component("majorRepairPeople")
public class MajorRepairPeople {

    private final MajorRepairDesk desk;
    private final Acting acting;

    MajorRepairPeople(MajorRepairDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    /** @return code of who decides, never who proposed it */
    public String decides(DelegateExecution execution) {
        return desk.decider(execution.getProcessBusinessKey(), acting.when());
    }
}
