package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
record RecordWarningDelegate(SupervisionDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.warn(
                execution.getProcessBusinessKey(),
                TimeLimitProcess.clock(execution),
                TimeLimitProcess.CYCLE.get(execution),
                acting.when());
    }
}
