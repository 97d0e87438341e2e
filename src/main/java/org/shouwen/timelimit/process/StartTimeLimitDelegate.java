package org.shouwen.timelimit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.ticket.ClockKind;
import org.shouwen.timelimit.TimeLimitDesk;
import org.shouwen.workflow.InWords;
import org.springframework.stereotype.Component;

/** Hands a clock over to its ladder; the step's input {@code clock} says which. */
@InWords(flow = "timeLimit")
@Component
record StartTimeLimitDelegate(TimeLimitDesk desk) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        desk.watch(execution.getProcessBusinessKey(), ClockKind.valueOf((String) execution.getVariableLocal("clock")));
    }
}
