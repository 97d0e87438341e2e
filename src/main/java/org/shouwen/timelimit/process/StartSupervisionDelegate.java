package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Reports a matter one level up though no clock did; the step's input {@code cause} says why. */
@Component
class StartSupervisionDelegate implements JavaDelegate {

    private final SupervisionDesk desk;
    private final Acting acting;

    StartSupervisionDelegate(SupervisionDesk desk, Acting acting) {
        this.desk = desk;
        this.acting = acting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        desk.supervise(
                execution.getProcessBusinessKey(),
                Escalation.Cause.valueOf((String) execution.getVariableLocal("cause")),
                acting.when());
    }
}
