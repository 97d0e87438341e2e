package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.workflow.Acting;
import org.shouwen.worksite.PatrolDesk;
import org.springframework.stereotype.Component;

/** The work is registered: its first patrol is planned. */
@Component
class OpenSiteDelegate implements JavaDelegate {

    private final PatrolDesk desk;
    private final Acting acting;

    OpenSiteDelegate(PatrolDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.open(execution.getProcessBusinessKey(), acting.when());
        RenovationSupervisionProcess.PATROL_RESULT.set(execution, PatrolDesk.Consequence.GO_ON.name());
        RenovationSupervisionProcess.INSPECTION_PASSED.set(execution, false);
        RenovationSupervisionProcess.DEPOSIT.set(execution, false);
    }
}
