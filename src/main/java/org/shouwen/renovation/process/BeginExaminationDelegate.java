package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.renovation.ApprovalDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
class BeginExaminationDelegate implements JavaDelegate {

    private final ApprovalDesk desk;
    private final Acting acting;

    BeginExaminationDelegate(ApprovalDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.begin(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
