package org.shouwen.complaint.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.complaint.HandlingDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Gives the complaint to whoever sees to complaints of its grade, one level up for each reopening. */
@Component
record AssignOwnerDelegate(HandlingDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.assignOwner(execution.getProcessBusinessKey(), acting.when());
    }
}
