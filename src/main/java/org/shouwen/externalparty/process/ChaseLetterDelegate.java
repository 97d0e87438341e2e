package org.shouwen.externalparty.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.externalparty.ExternalPartyDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** They broke their promise: it is kept in mind, and ours run on. */
@Component
record ChaseLetterDelegate(ExternalPartyDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.overdue(execution.getProcessBusinessKey(), acting.who(), acting.when());
    }
}
