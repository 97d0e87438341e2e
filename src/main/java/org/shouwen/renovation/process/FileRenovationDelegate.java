package org.shouwen.renovation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.renovation.RenovationDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record FileRenovationDelegate(RenovationDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.file(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
