package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** The resident did not answer in time: the work counts as good. */
@Component
record DeemAcceptanceDelegate(OnSiteDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.deemAccepted(execution.getProcessBusinessKey(), acting.when());
        AcceptanceProcess.WORK_ACCEPTED.set(execution, true);
    }
}
