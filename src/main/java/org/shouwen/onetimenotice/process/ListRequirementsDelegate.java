package org.shouwen.onetimenotice.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.onetimenotice.OneTimeNoticeDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
class ListRequirementsDelegate implements JavaDelegate {

    private final OneTimeNoticeDesk desk;
    private final Acting acting;

    ListRequirementsDelegate(OneTimeNoticeDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.list(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
