package org.shouwen.onetimenotice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record ListRequirementsDelegate(OneTimeNoticeDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.list(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
