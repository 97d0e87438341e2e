package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record NextSupervisorDelegate(SupervisionDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        SupervisionProcess.PERSON.set(
                execution, desk.passOn(SupervisionProcess.ESCALATION.get(execution), acting.when()));
    }
}
