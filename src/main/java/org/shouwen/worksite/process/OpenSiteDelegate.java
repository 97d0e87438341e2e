package org.shouwen.worksite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.workflow.Acting;
import org.shouwen.worksite.PatrolDesk;
import org.springframework.stereotype.Component;

/** The work is registered: its first patrol is planned. */
@Component
record OpenSiteDelegate(PatrolDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.open(execution.getProcessBusinessKey(), acting.when());
        RenovationSupervisionProcess.PATROL_RESULT.set(execution, PatrolDesk.Consequence.GO_ON.name());
        RenovationSupervisionProcess.INSPECTION_PASSED.set(execution, false);
        RenovationSupervisionProcess.DEPOSIT.set(execution, false);
    }
}
