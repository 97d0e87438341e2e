package org.shouwen.firstresponsibility.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.firstresponsibility.OnCallDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Finds who is to be called next, or who is told that nobody answered. */
@Component
record NextOnCallDelegate(OnCallDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Instant at = acting.when();
        Optional<OnCallDesk.Call> call = desk.next(number, at);
        OnCallChainProcess.PERSON.set(
                execution, call.map(OnCallDesk.Call::staff).orElseGet(() -> desk.silence(number, at)));
        OnCallChainProcess.ORDER.set(execution, call.map(OnCallDesk.Call::turn).orElse(0));
        OnCallChainProcess.ANYONE_LEFT.set(execution, call.isPresent());
        OnCallChainProcess.ANSWERED.set(execution, false);
    }
}
