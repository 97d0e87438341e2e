package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** What was waited for did not come in time: the promises run on. */
@Component
class ResumeClockDelegate implements JavaDelegate {

    private final OnSiteDesk desk;
    private final Acting acting;

    ResumeClockDelegate(OnSiteDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.waitedEnough(execution.getProcessBusinessKey(), acting.when());
    }
}
