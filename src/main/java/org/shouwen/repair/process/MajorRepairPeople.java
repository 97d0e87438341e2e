package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.shouwen.repair.MajorRepairDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
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
    @InWords("项目经理（自己的方案由别人审批）")
    public String decides(DelegateExecution execution) {
        return desk.decider(execution.getProcessBusinessKey(), acting.when());
    }
}
