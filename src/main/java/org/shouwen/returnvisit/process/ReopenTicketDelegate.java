package org.shouwen.returnvisit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.returnvisit.LeakReopening;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Opens the ticket again whose leak leaks again. */
@Component
class ReopenTicketDelegate implements JavaDelegate {

    private final LeakReopening leaks;
    private final Acting acting;

    ReopenTicketDelegate(LeakReopening leaks, Acting acting) {
        this.leaks = leaks;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        leaks.reopen(
                execution.getProcessBusinessKey(), RainCheckProcess.ROUND.get(execution), acting.who(), acting.when());
    }
}
