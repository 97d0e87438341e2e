package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.renovation.SupplementDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record LapseRenovationDelegate(SupplementDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.lapse(execution.getProcessBusinessKey(), acting.who(), acting.when());
        RenovationApprovalProcess.COMPLETE.set(execution, false);
    }
}
