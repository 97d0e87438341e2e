package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.repair.OnSiteDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** What was waited for did not come in time: the promises run on. */
@Component
record ResumeClockDelegate(OnSiteDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.waitedEnough(execution.getProcessBusinessKey(), acting.when());
    }
}
