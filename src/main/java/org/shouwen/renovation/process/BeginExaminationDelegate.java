package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.renovation.ApprovalDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record BeginExaminationDelegate(ApprovalDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.begin(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
