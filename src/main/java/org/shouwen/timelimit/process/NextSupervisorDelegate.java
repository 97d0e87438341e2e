package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
class NextSupervisorDelegate implements JavaDelegate {

    private final SupervisionDesk desk;
    private final Acting acting;

    NextSupervisorDelegate(SupervisionDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SupervisionProcess.PERSON.set(
                execution, desk.passOn(SupervisionProcess.ESCALATION.get(execution), acting.when()));
    }
}
