package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.timelimit.Escalation;
import org.shouwen.timelimit.SupervisionDesk;
import org.shouwen.workflow.Acting;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Reports a matter one level up though no clock did; the step's input {@code cause} says why. */
@InWords(flow = "supervision")
@Component
record StartSupervisionDelegate(SupervisionDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.supervise(
                execution.getProcessBusinessKey(),
                Escalation.Cause.valueOf((String) execution.getVariableLocal("cause")),
                acting.when());
    }
}
