package org.shouwen.firstresponsibility.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.firstresponsibility.OnCallDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Calls those above when nobody on call answered; what is called after that is the next round. */
@InWords("班长和项目经理")
@Component
record CallSuperiorsDelegate(OnCallDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.callSuperiors(execution.getProcessBusinessKey(), execution.getActivityInstanceId(), acting.when());
    }
}
