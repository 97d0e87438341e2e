package org.shouwen.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.repair.RepairExecution;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** From now on it is told how the major repair stands. */
@InWords(flow = "majorProgress")
@Component
record StartMajorProgressDelegate(RepairExecution execution) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        this.execution.majorBegun(execution.getProcessBusinessKey());
    }
}
