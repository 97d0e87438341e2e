package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.returnvisit.LeakReopening;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Opens the ticket again whose leak leaks again. */
@Component
record ReopenTicketDelegate(LeakReopening leaks, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        leaks.reopen(
                execution.getProcessBusinessKey(), RainCheckProcess.ROUND.get(execution), acting.who(), acting.when());
    }
}
