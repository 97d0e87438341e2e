package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

@Component
class RecordWarningDelegate implements JavaDelegate {

    private final SupervisionDesk desk;
    private final Acting acting;

    RecordWarningDelegate(SupervisionDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.warn(
                execution.getProcessBusinessKey(),
                TimeLimitProcess.clock(execution),
                TimeLimitProcess.CYCLE.get(execution),
                acting.when());
    }
}
