package org.shouwen.firstresponsibility.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.shouwen.firstresponsibility.OnCallDesk;
import org.shouwen.workflow.Acting;
import org.springframework.stereotype.Component;

/** Finds who is to be called next. */
@Component
record NextOnCallDelegate(OnCallDesk desk, Acting acting) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Optional<OnCallDesk.Call> call = desk.next(number, acting.when());
        call.ifPresent(next -> {
            OnCallChainProcess.PERSON.set(execution, next.staff());
            OnCallChainProcess.ORDER.set(execution, next.turn());
        });
        OnCallChainProcess.ANYONE_LEFT.set(execution, call.isPresent());
        OnCallChainProcess.ANSWERED.set(execution, false);
    }
}
